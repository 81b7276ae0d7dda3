import DAYS_MANY from '@salesforce/label/c.Caddie_Footprint_Days_Many';
import DAYS_ONE from '@salesforce/label/c.Caddie_Footprint_Days_One';
import DROPPED_MANY from '@salesforce/label/c.Caddie_Footprint_Dropped_Many';
import DROPPED_ONE from '@salesforce/label/c.Caddie_Footprint_Dropped_One';
import EMPTY from '@salesforce/label/c.Caddie_Footprint_Empty';
import EVENTS_MANY from '@salesforce/label/c.Caddie_Footprint_Events_Many';
import EVENTS_ONE from '@salesforce/label/c.Caddie_Footprint_Events_One';
import SUMMARY from '@salesforce/label/c.Caddie_Footprint_Summary';
import TRUNCATED from '@salesforce/label/c.Caddie_Footprint_Truncated';
import UNREADABLE_MANY from '@salesforce/label/c.Caddie_Footprint_Unreadable_Many';
import UNREADABLE_ONE from '@salesforce/label/c.Caddie_Footprint_Unreadable_One';
import UNSENT_MANY from '@salesforce/label/c.Caddie_Footprint_Unsent_Many';
import UNSENT_ONE from '@salesforce/label/c.Caddie_Footprint_Unsent_One';
import RECORDING_PAUSED from '@salesforce/label/c.Caddie_Recording_Paused';
import type { Footprint, FootprintDay } from 'c/footprint';
import { dayInWords, momentInWords } from 'c/moments';
import type { Preference } from 'c/repPreferences';
import { count, fill } from 'c/text';

/** The answer in one line: how much, over how long, and the last of it. */
export function summaryOf({ events }: Footprint, days: readonly FootprintDay[]): string {
  if (days.length === 0) {
    return EMPTY;
  }
  const total = days.reduce((sum, day) => sum + day.events, 0);
  const last = events.length > 0 ? momentInWords(events[0].at) : dayInWords(days[0].day);
  return fill(SUMMARY, count(total, EVENTS_ONE, EVENTS_MANY), count(days.length, DAYS_ONE, DAYS_MANY), last);
}

/** What else is true of it; only what applies. */
export function remarksOf(
  { unreadable, dropped }: Footprint,
  unsent: number,
  truncatedAt: number,
  { recordingPaused, recordingPausedAt }: Preference
): string[] {
  return [
    recordingPaused && recordingPausedAt && fill(RECORDING_PAUSED, momentInWords(recordingPausedAt)),
    unsent > 0 && count(unsent, UNSENT_ONE, UNSENT_MANY),
    truncatedAt > 0 && fill(TRUNCATED, truncatedAt),
    unreadable > 0 && count(unreadable, UNREADABLE_ONE, UNREADABLE_MANY),
    dropped > 0 && count(dropped, DROPPED_ONE, DROPPED_MANY)
  ].filter((remark) => typeof remark === 'string');
}
