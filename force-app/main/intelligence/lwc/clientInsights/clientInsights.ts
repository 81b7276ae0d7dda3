import ADD from '@salesforce/label/c.Caddie_Intelligence_Insight_Add';
import CANCEL from '@salesforce/label/c.Caddie_Cancel';
import EDIT from '@salesforce/label/c.Caddie_Intelligence_Insight_Edit';
import FEWER from '@salesforce/label/c.Caddie_Intelligence_Fewer';
import HELPED from '@salesforce/label/c.Caddie_Intelligence_Helped';
import HELPED_HOW from '@salesforce/label/c.Caddie_Intelligence_Helped_How';
import HELPED_SENT from '@salesforce/label/c.Caddie_Intelligence_Helped_Sent';
import MORE from '@salesforce/label/c.Caddie_Intelligence_More';
import NEWEST_OF from '@salesforce/label/c.Caddie_Intelligence_Newest_Of';
import NONE from '@salesforce/label/c.Caddie_Intelligence_Insights_None';
import SAVE from '@salesforce/label/c.Caddie_Save';
import SAVED from '@salesforce/label/c.Caddie_Intelligence_Insight_Saved';
import SEND from '@salesforce/label/c.Caddie_Intelligence_Send';
import TEXT from '@salesforce/label/c.Caddie_Intelligence_Insight_Text';
import VISIBILITY from '@salesforce/label/c.Caddie_Intelligence_Visibility';
import USER_ID from '@salesforce/user/Id';
import { isDuplicate, saveChange, saveNew } from 'c/crm';
import type { Excerpt, Insight } from 'c/intelligenceView';
import { saveFailure } from 'c/saveFailure';
import { fill } from 'c/text';
import { api, LightningElement } from 'lwc';
import { insightView, VISIBILITIES, type InsightView } from './insightView';

/** Shown before the rep asks for the rest. */
const FIRST = 3;

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
  /** Which element takes the keyboard after the next rendering. */
  focusNext: 'form' | 'button' | null = null;

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

  renderedCallback(): void {
    if (this.focusNext) {
      const { form, button } = this.refs as { form?: HTMLElement; button?: HTMLElement };
      (this.focusNext === 'form' ? form : button)?.focus();
      this.focusNext = null;
    }
  }

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
    return (this.showAll ? items : items.slice(0, FIRST)).map((insight) =>
      insightView(insight, this.thankedId)
    );
  }

  get isBlocked(): boolean {
    return this.isSaving || !this.draft?.text.trim();
  }

  handleAdd(): void {
    this.draft = { id: null, text: '', visibility: 'Team' };
    this.focusNext = 'form';
    this.failure = '';
  }

  handleEdit(event: Event): void {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    const mine = this.insights.items.find((insight) => insight.id === id);
    this.draft = mine ? { id: mine.id, text: mine.text, visibility: mine.visibility } : null;
    this.failure = '';
    this.focusNext = 'form';
  }

  handleText(event: CustomEvent<{ value: string }>): void {
    this.draft = { ...this.draft!, text: event.detail.value };
  }

  handleVisibility(event: CustomEvent<{ value: string }>): void {
    this.draft = { ...this.draft!, visibility: event.detail.value };
  }

  handleCancel(): void {
    this.draft = null;
    this.focusNext = 'button';
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
      this.focusNext = 'button';
      this.thankedId = '';
      this.announcement = announcement;
      this.dispatchEvent(new CustomEvent('saved'));
    } catch (error) {
      this.failure = saveFailure(error);
    }
    this.isSaving = false;
  }
}
