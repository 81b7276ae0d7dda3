/** Days and moments as the person reads them: their language, their time zone. */
import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import { instantOf } from 'c/calendar';

/** Of January 1970. */
const FIRST_MONDAY = 5;

/** `Nov 20, 2026, 8:30 AM` for an ISO date-time; the text itself when it is none. */
export function momentInWords(at: string): string {
  const instant = instantOf(at);
  return Number.isNaN(instant)
    ? at
    : new Intl.DateTimeFormat(LOCALE, {
        dateStyle: 'medium',
        timeStyle: 'short',
        timeZone: TIME_ZONE
      }).format(instant);
}

/** `Nov 20` for `2026-11-20`. */
export function dayInWords(day: string): string {
  return new Intl.DateTimeFormat(LOCALE, { month: 'short', day: 'numeric', timeZone: 'UTC' }).format(
    Date.parse(day)
  );
}

/** `Monday` or `Mon`, for the number of days since a Monday. */
export function weekdayInWords(weekday: number, style: 'long' | 'short'): string {
  return new Intl.DateTimeFormat(LOCALE, { weekday: style, timeZone: 'UTC' }).format(
    Date.UTC(1970, 0, FIRST_MONDAY + weekday)
  );
}

/** `9:30 AM`, for minutes since midnight on whatever clock is meant. */
export function timeOfDayInWords(minutes: number): string {
  return new Intl.DateTimeFormat(LOCALE, { timeStyle: 'short', timeZone: 'UTC' }).format(
    Date.UTC(1970, 0, 1, 0, minutes)
  );
}
