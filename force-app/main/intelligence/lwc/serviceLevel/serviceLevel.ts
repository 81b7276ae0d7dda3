import ATTAINED from '@salesforce/label/c.Caddie_Agreement_Level_Attained';
import ATTAINED_FEW from '@salesforce/label/c.Caddie_Agreement_Level_Attained_Few';
import ATTAINED_NONE from '@salesforce/label/c.Caddie_Agreement_Level_Attained_None';
import CHANGE from '@salesforce/label/c.Caddie_Agreement_Level_Change';
import DUE_NOW from '@salesforce/label/c.Caddie_Agreement_Level_Due_Now';
import ESCALATES from '@salesforce/label/c.Caddie_Agreement_Level_Escalates';
import HOLIDAYS from '@salesforce/label/c.Caddie_Agreement_Level_Holidays';
import HOURS_BAD from '@salesforce/label/c.Caddie_Agreement_Level_Hours_Bad';
import MARKETING from '@salesforce/label/c.Caddie_Agreement_Party_Marketing';
import FINANCE from '@salesforce/label/c.Caddie_Agreement_Party_Finance';
import NOBODY from '@salesforce/label/c.Caddie_Agreement_Nobody';
import RESPONSIBLE from '@salesforce/label/c.Caddie_Agreement_Level_Responsible';
import SALES from '@salesforce/label/c.Caddie_Agreement_Party_Sales';
import SIGN_FINANCE from '@salesforce/label/c.Caddie_Agreement_Sign_Finance';
import SIGN_MARKETING from '@salesforce/label/c.Caddie_Agreement_Sign_Marketing';
import SIGN_SALES from '@salesforce/label/c.Caddie_Agreement_Sign_Sales';
import SIGNED from '@salesforce/label/c.Caddie_Agreement_Level_Signed';
import STARTS from '@salesforce/label/c.Caddie_Agreement_Level_Starts';
import STATUS_ACTIVE from '@salesforce/label/c.Caddie_Agreement_Level_Active';
import STATUS_DRAFT from '@salesforce/label/c.Caddie_Agreement_Level_Draft';
import STATUS_RETIRED from '@salesforce/label/c.Caddie_Agreement_Level_Retired';
import WAITS from '@salesforce/label/c.Caddie_Agreement_Level_Waits';
import WITHIN from '@salesforce/label/c.Caddie_Agreement_Level_Within';
import LOCALE from '@salesforce/i18n/locale';
import { shareOf } from 'c/agreementKpis';
import { SIGNATORIES, type Signatory } from 'c/agreementRights';
import type { ServiceLevel as Level } from 'c/agreementSource';
import { businessClock } from 'c/businessClock';
import { parseBusinessHours } from 'c/businessHours';
import { dateInWords, dueInWords } from 'c/dueWords';
import { fill } from 'c/text';
import { api, LightningElement } from 'lwc';
import { holidaysAhead, hoursInWords } from './hoursInWords';

/** Commitments that must have ended before a percentage is said. */
const FEWEST = 10;

const PARTIES: Record<Signatory, string> = { sales: SALES, marketing: MARKETING, finance: FINANCE };
const SIGN_LABELS: Record<Signatory, string> = {
  sales: SIGN_SALES,
  marketing: SIGN_MARKETING,
  finance: SIGN_FINANCE
};
const STATUSES: Record<string, string> = {
  Active: STATUS_ACTIVE,
  Draft: STATUS_DRAFT,
  Retired: STATUS_RETIRED
};

/**
 * One version of a promise. Sends `sign` with the party and `change`; whoever placed it saves, and says whether that
 * has failed.
 */
export default class ServiceLevel extends LightningElement {
  @api level!: Level;
  /** Kept and ended so far; `null` when the person who looks may not see commitments. */
  @api attainment: { met: number; of: number } | null = null;
  /** Parties for which the person who looks can sign this version now. */
  @api signs: Signatory[] = [];
  @api mayChange = false;
  @api isSaving = false;
  @api failure = '';

  labels = { change: CHANGE };

  get isRetired(): boolean {
    return this.level.status === 'Retired';
  }

  get isActive(): boolean {
    return this.level.status === 'Active';
  }

  get statusText(): string {
    return fill(STATUSES[this.level.status] ?? this.level.status, this.level.version);
  }

  get terms(): string[] {
    const { startsWhen, hours, percent, responsible, escalateTo, escalateAfter } = this.level;
    return [
      fill(STARTS, startsWhen),
      fill(WITHIN, number(hours), number(percent)),
      this.hoursText,
      ...this.holidayTexts,
      fill(RESPONSIBLE, responsible?.name ?? NOBODY),
      fill(ESCALATES, number(escalateAfter), escalateTo?.name ?? NOBODY)
    ];
  }

  get hoursText(): string {
    const { businessHours, holidays } = this.level;
    return hoursInWords(businessHours, holidays) || HOURS_BAD;
  }

  get holidayTexts(): string[] {
    const { businessHours, holidays } = this.level;
    const ahead = holidaysAhead(businessHours, holidays, new Date().toISOString().slice(0, 10));
    const list = new Intl.ListFormat(LOCALE, { type: 'conjunction' });
    return ahead.length > 0
      ? [fill(HOLIDAYS, list.format(ahead.slice(0, 4).map((day) => dateInWords(day))))]
      : [];
  }

  /** When something would be due that starts now: the clock that both sides read. */
  get dueText(): string {
    const { businessHours, holidays, hours } = this.level;
    const parsed = parseBusinessHours(businessHours, holidays).hours;
    if (!parsed || hours === null || this.isRetired) {
      return '';
    }
    const now = new Date();
    return fill(DUE_NOW, dueInWords(businessClock(parsed).dueAt(now, hours), now, null));
  }

  get attainmentText(): string {
    if (!this.isActive || !this.attainment) {
      return '';
    }
    const { met, of } = this.attainment;
    if (of === 0) {
      return ATTAINED_NONE;
    }
    const share = shareOf(met, of, FEWEST);
    return share.kind === 'few'
      ? fill(ATTAINED_FEW, met, of, FEWEST)
      : fill(ATTAINED, met, of, share.percent, share.from, share.to, number(this.level.percent));
  }

  get signatures(): { party: Signatory; text: string; icon: string }[] {
    return SIGNATORIES.map((party) => {
      const signature = this.level.signatures[party];
      return signature
        ? {
            party,
            text: fill(SIGNED, PARTIES[party], signature.who.name, dateInWords(signature.at)),
            icon: 'utility:success'
          }
        : { party, text: fill(WAITS, PARTIES[party]), icon: 'utility:clock' };
    });
  }

  get signButtons(): { party: Signatory; label: string }[] {
    return this.signs.map((party) => ({ party, label: SIGN_LABELS[party] }));
  }

  handleSign(event: Event): void {
    const party = (event.currentTarget as HTMLElement).dataset.party as Signatory;
    this.dispatchEvent(new CustomEvent('sign', { detail: { id: this.level.id, party } }));
  }

  handleChange(): void {
    this.dispatchEvent(new CustomEvent('change', { detail: { id: this.level.id } }));
  }
}

function number(value: number | null): string {
  return value === null ? '?' : new Intl.NumberFormat(LOCALE).format(value);
}
