import ADD from '@salesforce/label/c.Caddie_Intelligence_Insight_Add';
import BY_ON from '@salesforce/label/c.Caddie_Intelligence_Signature';
import CANCEL from '@salesforce/label/c.Caddie_Cancel';
import EDIT from '@salesforce/label/c.Caddie_Intelligence_Insight_Edit';
import EDIT_OF from '@salesforce/label/c.Caddie_Intelligence_Insight_Edit_Of';
import FEWER from '@salesforce/label/c.Caddie_Intelligence_Fewer';
import HELPED from '@salesforce/label/c.Caddie_Intelligence_Helped';
import HELPED_BY from '@salesforce/label/c.Caddie_Intelligence_Helped_By';
import HELPED_HOW from '@salesforce/label/c.Caddie_Intelligence_Helped_How';
import HELPED_MANY from '@salesforce/label/c.Caddie_Intelligence_Helped_Many';
import HELPED_NAMED from '@salesforce/label/c.Caddie_Intelligence_Helped_Named';
import HELPED_ONE from '@salesforce/label/c.Caddie_Intelligence_Helped_One';
import HELPED_RULE from '@salesforce/label/c.Caddie_Intelligence_Helped_Rule';
import HELPED_SENT from '@salesforce/label/c.Caddie_Intelligence_Helped_Sent';
import HELPED_WITH from '@salesforce/label/c.Caddie_Intelligence_Helped_With';
import MORE from '@salesforce/label/c.Caddie_Intelligence_More';
import NEWEST_OF from '@salesforce/label/c.Caddie_Intelligence_Newest_Of';
import NONE from '@salesforce/label/c.Caddie_Intelligence_Insights_None';
import REACHES from '@salesforce/label/c.Caddie_Intelligence_Reaches';
import SAVE from '@salesforce/label/c.Caddie_Save';
import SAVED from '@salesforce/label/c.Caddie_Intelligence_Insight_Saved';
import SEND from '@salesforce/label/c.Caddie_Intelligence_Send';
import TEXT from '@salesforce/label/c.Caddie_Intelligence_Insight_Text';
import VISIBILITY from '@salesforce/label/c.Caddie_Intelligence_Visibility';
import VISIBLE_ALL from '@salesforce/label/c.Caddie_Intelligence_Visible_All';
import VISIBLE_PRIVATE from '@salesforce/label/c.Caddie_Intelligence_Visible_Private';
import VISIBLE_TEAM from '@salesforce/label/c.Caddie_Intelligence_Visible_Team';
import USER_ID from '@salesforce/user/Id';
import { isDuplicate, saveChange, saveNew } from 'c/crm';
import { dateInWords } from 'c/dueWords';
import type { Excerpt, Explanation, Insight } from 'c/intelligenceView';
import { saveFailure } from 'c/saveFailure';
import { count, fill } from 'c/text';
import { api, LightningElement } from 'lwc';

/** Shown before the rep asks for the rest. */
const FIRST = 3;

const VISIBILITIES = [
  { value: 'Team', label: VISIBLE_TEAM },
  { value: 'All', label: VISIBLE_ALL },
  { value: 'Private', label: VISIBLE_PRIVATE }
];

interface InsightView extends Insight {
  credit: string;
  visibilityText: string;
  thanksText: string;
  explanation: Explanation;
  canThank: boolean;
  isThanking: boolean;
  reaches: string;
  helpedText: string;
  editText: string;
}

/** What is typed: a new insight, or a changed one of one's own. */
interface Draft {
  id: string | null;
  text: string;
  visibility: string;
}

/** What colleagues know about an account, with their names. Sends `saved` after anything was written. */
export default class ClientInsights extends LightningElement {
  @api accountId = '';
  @api insights: Excerpt<Insight> = { items: [], total: 0 };

  draft: Draft | null = null;
  thankedId = '';
  showAll = false;
  isSaving = false;
  failure = '';
  announcement = '';

  visibilities = VISIBILITIES;
  labels = {
    none: NONE,
    add: ADD,
    text: TEXT,
    visibility: VISIBILITY,
    save: SAVE,
    cancel: CANCEL,
    edit: EDIT,
    helped: HELPED,
    helpedHow: HELPED_HOW,
    send: SEND
  };

  get isEmpty(): boolean {
    return this.insights.items.length === 0;
  }

  get capText(): string {
    const { items, total } = this.insights;
    return total > items.length ? fill(NEWEST_OF, items.length, total) : '';
  }

  get moreText(): string {
    const hidden = this.insights.items.length - FIRST;
    if (hidden <= 0) {
      return '';
    }
    return this.showAll ? FEWER : fill(MORE, hidden);
  }

  get shown(): InsightView[] {
    const { items } = this.insights;
    return (this.showAll ? items : items.slice(0, FIRST)).map((insight) => this.viewOf(insight));
  }

  get isBlocked(): boolean {
    return this.isSaving || !this.draft?.text.trim();
  }

  handleAdd(): void {
    this.draft = { id: null, text: '', visibility: 'Team' };
    this.failure = '';
  }

  handleEdit(event: Event): void {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    const mine = this.insights.items.find((insight) => insight.id === id);
    this.draft = mine ? { id: mine.id, text: mine.text, visibility: mine.visibility } : null;
    this.failure = '';
  }

  handleText(event: CustomEvent<{ value: string }>): void {
    this.draft = { ...this.draft!, text: event.detail.value };
  }

  handleVisibility(event: CustomEvent<{ value: string }>): void {
    this.draft = { ...this.draft!, visibility: event.detail.value };
  }

  handleCancel(): void {
    this.draft = null;
    this.thankedId = '';
    this.failure = '';
  }

  handleMore(): void {
    this.showAll = !this.showAll;
  }

  handleHelped(event: Event): void {
    this.thankedId = (event.currentTarget as HTMLElement).dataset.id ?? '';
    this.failure = '';
  }

  async handleSave(): Promise<void> {
    const { id, text, visibility } = this.draft!;
    const words = { Text__c: text.trim(), Visibility__c: visibility };
    await this.save(SAVED, async () => {
      if (id) {
        await saveChange(id, words);
        return;
      }
      await saveNew('Client_Insight__c', {
        ...words,
        Account__c: this.accountId,
        Author__c: USER_ID,
        Written_At__c: new Date().toISOString()
      });
    });
  }

  async handleThanks(event: CustomEvent<{ text: string }>): Promise<void> {
    const id = this.thankedId;
    const author = this.insights.items.find((insight) => insight.id === id)?.author ?? '';
    await this.save(fill(HELPED_SENT, author), () =>
      saveNew('Insight_Thanks__c', {
        Client_Insight__c: id,
        Thanks_Key__c: `${id}-${USER_ID}`,
        Thanked_By__c: USER_ID,
        What_It_Helped__c: event.detail.text || null
      }).catch((error: unknown) => {
        // Said before, perhaps in another tab: it has reached its author.
        if (!isDuplicate(error)) {
          throw error;
        }
      })
    );
  }

  /** Nothing typed is lost when a save fails. */
  async save(announcement: string, work: () => Promise<unknown>): Promise<void> {
    this.isSaving = true;
    this.failure = '';
    try {
      await work();
      this.draft = null;
      this.thankedId = '';
      this.announcement = announcement;
      this.dispatchEvent(new CustomEvent('saved'));
    } catch (error) {
      this.failure = saveFailure(error);
    }
    this.isSaving = false;
  }

  viewOf(insight: Insight): InsightView {
    const { id, author, writtenAt, visibility, thanks, isMine, isThanked } = insight;
    return {
      ...insight,
      credit: fill(BY_ON, author, dateInWords(writtenAt)),
      visibilityText: VISIBILITIES.find(({ value }) => value === visibility)?.label ?? visibility,
      thanksText: thanks.length > 0 ? count(thanks.length, HELPED_ONE, HELPED_MANY) : '',
      explanation: {
        rule: HELPED_RULE,
        points: thanks.map(({ by, helped }) => ({
          text: helped ? fill(HELPED_WITH, by, helped) : fill(HELPED_BY, by),
          met: true
        }))
      },
      canThank: !isMine && !isThanked,
      isThanking: id === this.thankedId,
      reaches: fill(REACHES, author),
      helpedText: fill(HELPED_NAMED, author),
      editText: fill(EDIT_OF, dateInWords(writtenAt))
    };
  }
}
