/** Reviews: the last one, the next one, and what holding one changes. */
import type { Review } from 'c/agreementSource';
import type { Fields } from 'c/crm';
import { printAgenda, type Agenda, type Period } from 'c/reviewAgenda';

const DAY_MS = 86_400_000;
const WEEK_DAYS = 7;

export interface Meetings {
  /** The earliest one that is planned. */
  planned: Review | undefined;
  /** Newest first. */
  held: Review[];
}

export function meetingsOf(reviews: readonly Review[]): Meetings {
  const held = reviews.filter(({ status }) => status === 'Held');
  const planned = reviews.filter(({ status }) => status === 'Planned');
  return {
    planned: planned.toSorted((one, two) => one.key.localeCompare(two.key))[0],
    held: held.toSorted((one, two) => dayOf(two).localeCompare(dayOf(one)))
  };
}

/** From the last review until now, and on to the next; a week where there is none. */
export function periodOf({ planned, held }: Meetings, now: Date): Period {
  const frozen = held[0] ? toFrozen(held[0]) : undefined;
  const from = frozen && frozen < now.toISOString() ? frozen : plusDays(now, -WEEK_DAYS).toISOString();
  const next = planned?.nextOn ? Date.parse(planned.nextOn) + DAY_MS : 0;
  const until = next > now.getTime() ? new Date(next) : plusDays(now, WEEK_DAYS);
  return { from, to: now.toISOString(), until: until.toISOString() };
}

/** What holding a review changes: its agenda is frozen as it was shown. */
export function holding(agenda: Agenda, decisions: string, nextOn: string, today: string): Fields {
  return {
    Status__c: 'Held',
    Held_On__c: today,
    Agenda__c: printAgenda(agenda),
    Decisions__c: decisions.trim(),
    Next_On__c: nextOn || null
  };
}

/** A review that is planned. */
export function planning(day: string): Fields {
  return { Review_Key__c: day, Held_On__c: day, Status__c: 'Planned', Next_On__c: weekAfter(day) };
}

export function weekAfter(day: string): string {
  return plusDays(new Date(day), WEEK_DAYS).toISOString().slice(0, 10);
}

export function dayOf({ heldOn, key }: Review): string {
  return heldOn ?? key;
}

/** When its agenda was frozen; the end of its day where nobody knows. */
function toFrozen(review: Review): string | undefined {
  const at = /"to":"([^"]+)"/.exec(review.agenda ?? '')?.[1] ?? `${dayOf(review)}T23:59:59.000Z`;
  return Number.isNaN(Date.parse(at)) ? undefined : at;
}

function plusDays(date: Date, days: number): Date {
  return new Date(date.getTime() + days * DAY_MS);
}
