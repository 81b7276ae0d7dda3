import { addDays, daysBetween } from '../lib/days.ts';
import type { SampleValue } from './sample-files.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}:\d{2}\.\d{3}Z)$/;

/**
 * By how many days the sample is moved: the Monday on which its dates were written becomes the Monday of this week.
 * Whole weeks, so that no meeting falls on a Sunday.
 */
export function daysToMove(writtenOn: string, today: string): number {
  const daysSinceMonday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  return daysBetween(writtenOn, addDays(today, -daysSinceMonday));
}

/** Moves a date or date-time; any other value stays what it is. */
export function moveDate(value: SampleValue, days: number): SampleValue {
  if (typeof value !== 'string') {
    return value;
  }
  if (DAY.test(value)) {
    return addDays(value, days);
  }
  const moment = MOMENT.exec(value);
  return moment ? `${addDays(moment[1]!, days)}${moment[2]}` : value;
}
