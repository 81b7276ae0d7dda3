import FEWER from '@salesforce/label/c.Caddie_Intelligence_Fewer';
import FRESH_MANY from '@salesforce/label/c.Caddie_Intelligence_Signals_Many';
import FRESH_ONE from '@salesforce/label/c.Caddie_Intelligence_Signals_One';
import FRESH_UNTIL from '@salesforce/label/c.Caddie_Intelligence_Fresh_Until';
import FROM_LINK from '@salesforce/label/c.Caddie_Intelligence_Signal_Link';
import MORE from '@salesforce/label/c.Caddie_Intelligence_More';
import NEWEST_OF from '@salesforce/label/c.Caddie_Intelligence_Newest_Of';
import NONE from '@salesforce/label/c.Caddie_Intelligence_Signals_None';
import NOT_USEFUL from '@salesforce/label/c.Caddie_Intelligence_Not_Useful';
import NOT_USEFUL_GONE from '@salesforce/label/c.Caddie_Intelligence_Not_Useful_Gone';
import NOT_USEFUL_ABOUT from '@salesforce/label/c.Caddie_Intelligence_Not_Useful_About';
import NOT_USEFUL_WHY from '@salesforce/label/c.Caddie_Intelligence_Not_Useful_Why';
import REACHES from '@salesforce/label/c.Caddie_Intelligence_Reaches';
import REACHES_SOURCE from '@salesforce/label/c.Caddie_Intelligence_Reaches_Source';
import SEND from '@salesforce/label/c.Caddie_Intelligence_Send';
import SIGNALS_RULE from '@salesforce/label/c.Caddie_Intelligence_Signals_Rule';
import MATCHED_DOMAIN from '@salesforce/label/c.Caddie_Intelligence_Signal_Matched_Domain';
import MATCHED_EXTERNAL_ID from '@salesforce/label/c.Caddie_Intelligence_Signal_Matched_External_Id';
import MATCHED_ID from '@salesforce/label/c.Caddie_Intelligence_Signal_Matched_Id';
import MATCHED_NAME from '@salesforce/label/c.Caddie_Intelligence_Signal_Matched_Name';
import MATCHED_REVIEWED from '@salesforce/label/c.Caddie_Intelligence_Signal_Matched_Reviewed';
import STRENGTH_MEDIUM from '@salesforce/label/c.Caddie_Intelligence_Strength_Medium';
import STRENGTH_STRONG from '@salesforce/label/c.Caddie_Intelligence_Strength_Strong';
import STRENGTH_WEAK from '@salesforce/label/c.Caddie_Intelligence_Strength_Weak';
import USER_ID from '@salesforce/user/Id';
import { saveChange } from 'c/crm';
import { dateInWords } from 'c/dueWords';
import type { Excerpt, Explanation, Signal } from 'c/intelligenceView';
import { saveFailure } from 'c/saveFailure';
import { count, fill } from 'c/text';
import { api, LightningElement } from 'lwc';

/** How the sync found the account, by the words that it stores. */
const MATCHED: Readonly<Record<string, string>> = {
  Domain: MATCHED_DOMAIN,
  'External id': MATCHED_EXTERNAL_ID,
  Id: MATCHED_ID,
  Name: MATCHED_NAME,
  Reviewed: MATCHED_REVIEWED
};
/** Shown before the rep asks for the rest. */
const FIRST = 4;

const STRENGTHS: Record<string, { bars: number; word: string }> = {
  Strong: { bars: 3, word: STRENGTH_STRONG },
  Medium: { bars: 2, word: STRENGTH_MEDIUM },
  Weak: { bars: 1, word: STRENGTH_WEAK }
};

interface SignalView extends Signal {
  strengthWord: string;
  /** One to three bars, so that strength has a shape as well. */
  bars: { key: number; className: string }[];
  facts: string;
  linkText: string;
  notUsefulText: string;
  isAsked: boolean;
  hint: string;
}

/** What is happening at an account, newest first. Sends `saved` after one was marked as not useful. */
export default class AccountSignals extends LightningElement {
  @api signals: Excerpt<Signal> = { items: [], total: 0 };

  showAll = false;
  /** The signal whose "not useful" form is open. */
  askedId = '';
  isSaving = false;
  failure = '';
  announcement = '';
  /** Marked here and not read again yet. */
  goneIds = new Set<string>();

  labels = { none: NONE, notUseful: NOT_USEFUL, why: NOT_USEFUL_WHY, send: SEND };

  get left(): Signal[] {
    return this.signals.items.filter(({ id }) => !this.goneIds.has(id));
  }

  get total(): number {
    return this.signals.total - (this.signals.items.length - this.left.length);
  }

  get isEmpty(): boolean {
    return this.left.length === 0;
  }

  get countText(): string {
    return count(this.total, FRESH_ONE, FRESH_MANY);
  }

  get explanation(): Explanation {
    return {
      rule: SIGNALS_RULE,
      basis: count(this.total, FRESH_ONE, FRESH_MANY),
      records: this.left.map(({ id, what }) => ({ id, object: 'Account_Signal__c', name: what }))
    };
  }

  get capText(): string {
    return this.total > this.left.length ? fill(NEWEST_OF, this.left.length, this.total) : '';
  }

  get moreText(): string {
    const hidden = this.left.length - FIRST;
    if (hidden <= 0) {
      return '';
    }
    return this.showAll ? FEWER : fill(MORE, hidden);
  }

  get shown(): SignalView[] {
    return (this.showAll ? this.left : this.left.slice(0, FIRST)).map((signal) => {
      const { bars, word } = STRENGTHS[signal.strength] ?? { bars: 0, word: signal.strength };
      return {
        ...signal,
        strengthWord: word,
        bars: [1, 2, 3].map((key) => ({ key, className: key <= bars ? 'bar bar_on' : 'bar' })),
        facts: factsOf(signal),
        linkText: fill(FROM_LINK, signal.what),
        notUsefulText: fill(NOT_USEFUL_ABOUT, signal.what),
        isAsked: signal.id === this.askedId,
        hint: signal.sentBy ? fill(REACHES, signal.sentBy) : fill(REACHES_SOURCE, signal.source)
      };
    });
  }

  handleNotUseful(event: Event): void {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    this.askedId = this.askedId === id ? '' : (id ?? '');
    this.failure = '';
  }

  handleCancel(): void {
    this.askedId = '';
  }

  handleMore(): void {
    this.showAll = !this.showAll;
  }

  async handleReason(event: CustomEvent<{ text: string }>): Promise<void> {
    const signal = this.left.find(({ id }) => id === this.askedId);
    if (!signal) {
      return;
    }
    this.isSaving = true;
    this.failure = '';
    try {
      await saveChange(signal.id, {
        Not_Useful_At__c: new Date().toISOString(),
        Not_Useful_By__c: USER_ID,
        Not_Useful_Reason__c: event.detail.text
      });
      this.goneIds = new Set([...this.goneIds, signal.id]);
      this.askedId = '';
      this.announcement = fill(NOT_USEFUL_GONE, signal.sentBy ?? signal.source);
      this.dispatchEvent(new CustomEvent('saved'));
    } catch (error) {
      this.failure = saveFailure(error);
    }
    this.isSaving = false;
  }
}

/** "Web visit · Northbeam Intent · Nov 20 · fresh until Dec 4 · matched by domain" */
function factsOf({ type, source, occurredAt, expiresAt, matchedBy }: Signal): string {
  return [
    type,
    source,
    dateInWords(occurredAt),
    expiresAt ? fill(FRESH_UNTIL, dateInWords(expiresAt)) : '',
    MATCHED[matchedBy ?? ''] ?? ''
  ]
    .filter(Boolean)
    .join(' · ');
}
