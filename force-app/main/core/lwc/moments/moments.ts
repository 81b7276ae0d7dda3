/** Days and moments as the person reads them: their language, their time zone. */
import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import { instantOf } from 'c/calendar';

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
