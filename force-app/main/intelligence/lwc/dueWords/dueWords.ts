/** Days, and when something is due, as a colleague would say it. */
import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import DUE_DAY from '@salesforce/label/c.Caddie_Intelligence_Due_Day';
import DUE_TODAY from '@salesforce/label/c.Caddie_Intelligence_Due_Today';
import DUE_TOMORROW from '@salesforce/label/c.Caddie_Intelligence_Due_Tomorrow';
import LATE_HOUR from '@salesforce/label/c.Caddie_Intelligence_Late_Hour';
import LATE_HOURS from '@salesforce/label/c.Caddie_Intelligence_Late_Hours';
import LATE_LESS from '@salesforce/label/c.Caddie_Intelligence_Late_Less';
import LEFT_HOUR from '@salesforce/label/c.Caddie_Intelligence_Left_Hour';
import LEFT_HOURS from '@salesforce/label/c.Caddie_Intelligence_Left_Hours';
import LEFT_LESS from '@salesforce/label/c.Caddie_Intelligence_Left_Less';
import WAS_DUE from '@salesforce/label/c.Caddie_Intelligence_Was_Due';
import { dayAt, instantOf } from 'c/calendar';
import { count, fill } from 'c/text';

const HALF_A_YEAR_MS = 183 * 86_400_000;

/**
 * "due tomorrow 10:00 AM, 4 working hours left", in the reader's language and time zone. Without known business hours
 * (`hoursLeft` is null) only the day and the hour are said.
 */
export function dueInWords(dueAt: Date, now: Date, hoursLeft: number | null): string {
  const day = dayInWords(dueAt, now);
  const left = hoursLeft === null ? '' : hoursInWords(hoursLeft, dueAt < now);
  return left ? `${day}, ${left}` : day;
}

function dayInWords(dueAt: Date, now: Date): string {
  const time = format(dueAt, { timeStyle: 'short' });
  const days = dayAt(dueAt, TIME_ZONE) - dayAt(now, TIME_ZONE);
  const day = format(dueAt, { weekday: 'short', month: 'short', day: 'numeric' });
  if (dueAt < now) {
    return fill(WAS_DUE, day, time);
  }
  if (days === 0) {
    return fill(DUE_TODAY, time);
  }
  return days === 1 ? fill(DUE_TOMORROW, time) : fill(DUE_DAY, day, time);
}

/** Whole hours; what is left is never rounded up. */
function hoursInWords(hoursLeft: number, isLate: boolean): string {
  const hours = Math.floor(Math.abs(hoursLeft));
  if (isLate) {
    return hours === 0 ? LATE_LESS : count(hours, LATE_HOUR, LATE_HOURS);
  }
  return hours === 0 ? LEFT_LESS : count(hours, LEFT_HOUR, LEFT_HOURS);
}

/** "Nov 12" for an ISO date or date-time; with its year when it is more than half a year away. */
export function dateInWords(at: string, now: Date = new Date()): string {
  const instant = instantOf(at);
  const isMoment = !Number.isNaN(instant);
  const date = isMoment ? instant : Date.parse(at);
  const isFar = Math.abs(date - now.getTime()) > HALF_A_YEAR_MS;
  return new Intl.DateTimeFormat(LOCALE, {
    month: 'short',
    day: 'numeric',
    year: isFar ? 'numeric' : undefined,
    timeZone: isMoment ? TIME_ZONE : 'UTC'
  }).format(date);
}

function format(instant: Date, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(LOCALE, { ...options, timeZone: TIME_ZONE }).format(instant);
}
