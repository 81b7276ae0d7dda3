/** Business hours as one reads them on a door: "Mon to Fri 9:00 AM to 5:00 PM, Europe/Berlin". */
import SPAN from '@salesforce/label/c.Caddie_Agreement_Span';
import { parseBusinessHours } from 'c/businessHours';
import { timeOfDayInWords, weekdayInWords } from 'c/moments';
import { fill } from 'c/text';

/** Empty when the hours cannot be read. */
export function hoursInWords(businessHours: string, holidays: string): string {
  const { hours } = parseBusinessHours(businessHours, holidays);
  if (!hours) {
    return '';
  }
  const days = hours.days.map((spans) =>
    spans.map(([from, to]) => fill(SPAN, timeOfDayInWords(from), timeOfDayInWords(to))).join(', ')
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
  return weekdayInWords(day, 'short');
}
