/** Business hours as one reads them on a door: "Mon to Fri 9:00 AM to 5:00 PM, Europe/Berlin". */
import LOCALE from '@salesforce/i18n/locale';
import SPAN from '@salesforce/label/c.Caddie_Agreement_Span';
import { parseBusinessHours } from 'c/businessHours';
import { fill } from 'c/text';

/** A Monday. */
const MONDAY = Date.UTC(2026, 0, 5);
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Empty when the hours cannot be read. */
export function hoursInWords(businessHours: string, holidays: string): string {
  const { hours } = parseBusinessHours(businessHours, holidays);
  if (!hours) {
    return '';
  }
  const days = hours.days.map((spans) =>
    spans.map(([from, to]) => fill(SPAN, time(from), time(to))).join(', ')
  );
  const open = runs(days).map(([first, last, spans]) => {
    const day = first === last ? weekday(first) : fill(SPAN, weekday(first), weekday(last));
    return `${day} ${spans}`;
  });
  return [...open, hours.timeZone].join(' · ');
}

/** Holidays that are still to come, as ISO dates in order. */
export function holidaysAhead(businessHours: string, holidays: string, today: string): string[] {
  const { hours } = parseBusinessHours(businessHours, holidays);
  return [...(hours?.holidays ?? [])].filter((day) => day >= today).sort();
}

/** Days in a row with the same hours, closed ones left out. */
function runs(days: readonly string[]): [first: number, last: number, spans: string][] {
  const found: [number, number, string][] = [];
  days.forEach((spans, day) => {
    const run = found.at(-1);
    if (run && run[1] === day - 1 && run[2] === spans) {
      run[1] = day;
    } else {
      found.push([day, day, spans]);
    }
  });
  return found.filter(([, , spans]) => spans !== '');
}

function weekday(day: number): string {
  return new Intl.DateTimeFormat(LOCALE, { weekday: 'short', timeZone: 'UTC' }).format(MONDAY + day * DAY_MS);
}

function time(minutes: number): string {
  return new Intl.DateTimeFormat(LOCALE, { timeStyle: 'short', timeZone: 'UTC' }).format(minutes * MINUTE_MS);
}
