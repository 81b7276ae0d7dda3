import TIME_ZONE from '@salesforce/i18n/timeZone';
import DISMISSED from '@salesforce/label/c.Caddie_Dismissed';
import SNOOZED from '@salesforce/label/c.Caddie_Snoozed';
import type { Guidance } from 'c/guidanceContent';
import { dayFrom, dismiss, snooze, type Change } from 'c/repPreferences';
import { fill } from 'c/text';

export type PutAway = 'dismiss' | 'snoozeTomorrow' | 'snoozeNextWeek' | 'snoozeRecord';

/** Further away than any deal lasts: "this record only" has no end of its own. */
const NO_END = '9999-12-31';

/** What putting a piece away changes, what the rep is told, and what is recorded. */
export function putAway(
  how: PutAway,
  { key, version, title }: Guidance,
  recordId: string,
  now: Date
): { change: Change; text: string; usage: 'dismissed' | 'snoozed' } {
  const snoozed = (until: string, onlyOn?: string) => ({
    change: snooze(key, until, onlyOn),
    text: fill(SNOOZED, title),
    usage: 'snoozed' as const
  });
  switch (how) {
    case 'snoozeTomorrow':
      return snoozed(dayFrom(now, 1, TIME_ZONE));
    case 'snoozeNextWeek':
      return snoozed(dayFrom(now, 7, TIME_ZONE));
    case 'snoozeRecord':
      return snoozed(NO_END, recordId);
    default:
      return { change: dismiss(key, version, now), text: fill(DISMISSED, title), usage: 'dismissed' };
  }
}
