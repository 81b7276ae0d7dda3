import { addDays, daysBetween } from '../lib/days.ts';
import type { SampleValue } from './sample-files.ts';

/** A day, or that of a moment, which is the whole text, stands in quotes as in JSON, or is the last part of a key. */
const DAY = /(?<=^|["|])\d{4}-\d{2}-\d{2}(?=(?:T\d{2}:\d{2}:\d{2}\.\d{3}Z)?(?:$|"))/g;

/**
 * By how many days the sample is moved: the Monday on which its dates were written becomes the Monday of this week.
 * Whole weeks, so that no meeting falls on a Sunday.
 */
export function daysToMove(writtenOn: string, today: string): number {
  const daysSinceMonday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  return daysBetween(writtenOn, addDays(today, -daysSinceMonday));
}

/** Moves a date or date-time, alone, in JSON or at the end of a key; any other value stays what it is. */
export function moveDate(value: SampleValue, days: number): SampleValue {
  return typeof value === 'string' ? value.replace(DAY, (day) => addDays(day, days)) : value;
}
