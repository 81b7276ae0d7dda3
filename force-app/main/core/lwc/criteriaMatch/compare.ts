/** How a record's value stands to a criterion's value: one comparison for texts, numbers, amounts and dates. */
import { dayAt, dayOf, instantOf, relativeDays, type DayRange } from 'c/calendar';
import type { Scalar } from 'c/criteria';
import type { MatchContext, RecordValues } from './types';

/** A criterion's value, read once: each meaning that it can have beside a field. */
export interface Wanted {
  isBlank: boolean;
  raw: Scalar;
  /** In lower case. */
  text: string;
  number?: number;
  money?: { code: string; amount: number };
  days?: (context: MatchContext) => DayRange;
  instant?: number;
}

const REMEMBERED = 2000;
const NUMBER = /^-?\d+(\.\d+)?$/;
const MONEY = /^([A-Z]{3}) ?(-?\d+(?:\.\d+)?)$/;
const NO_ORDER = NaN;

const lowerCases = new Map<string, string>();
let lastContext: MatchContext | undefined;
let lastToday = NaN;

export function isBlank(value: Scalar): value is null | '' {
  return value === null || value === '';
}

/** Lower case, remembered: a page asks for the same few values for each piece of guidance. */
export function lowerCase(text: string): string {
  let lower = lowerCases.get(text);
  if (lower === undefined) {
    if (lowerCases.size >= REMEMBERED) {
      lowerCases.clear();
    }
    lower = text.toLowerCase();
    lowerCases.set(text, lower);
  }
  return lower;
}

/** The person's current day, worked out once for each context object. */
export function today(context: MatchContext): number {
  if (context !== lastContext) {
    lastContext = context;
    lastToday = dayAt(context.now, context.timeZone);
  }
  return lastToday;
}

export function prepare(raw: Scalar): Wanted {
  const wanted: Wanted = { raw, isBlank: isBlank(raw), text: String(raw ?? '').toLowerCase() };
  if (typeof raw === 'number') {
    return { ...wanted, number: raw };
  }
  if (typeof raw !== 'string') {
    return wanted;
  }
  const money = MONEY.exec(raw);
  const relative = relativeDays(raw);
  const instant = instantOf(raw);
  const day = dayOf(raw, 'UTC');
  if (NUMBER.test(raw)) {
    wanted.number = Number(raw);
  } else if (money) {
    wanted.money = { code: money[1], amount: Number(money[2]) };
  } else if (relative) {
    wanted.days = (context) => relative(today(context), context.firstDayOfWeek);
  } else if (!Number.isNaN(instant)) {
    wanted.instant = instant;
    wanted.days = ({ timeZone }) => [dayOf(raw, timeZone), dayOf(raw, timeZone) + 1];
  } else if (!Number.isNaN(day)) {
    wanted.days = () => [day, day + 1];
  }
  return wanted;
}

/**
 * Below zero, zero or above it as the value lies below, within or above what is wanted; NaN when the two have no order
 * (a blank field, a text beside a number); `undefined` when it cannot be known.
 */
export function compare(
  value: Scalar,
  wanted: Wanted,
  path: string,
  record: RecordValues,
  context: MatchContext
): number | undefined {
  if (value === wanted.raw) {
    return 0;
  }
  if (isBlank(value) || wanted.isBlank) {
    return isBlank(value) && wanted.isBlank ? 0 : NO_ORDER;
  }
  if (typeof value === 'number') {
    return wanted.money
      ? compareMoney(value, wanted.money, path, record, context)
      : value - (wanted.number ?? NaN);
  }
  const text = lowerCase(String(value));
  if (text === wanted.text) {
    return 0;
  }
  if (typeof value === 'boolean' || wanted.money) {
    return NO_ORDER;
  }
  if (wanted.days) {
    return compareDates(value, wanted, wanted.days, context);
  }
  if (typeof wanted.raw === 'number') {
    return NUMBER.test(value) ? Number(value) - wanted.raw : NO_ORDER;
  }
  return text < wanted.text ? -1 : 1;
}

function compareDates(
  value: string,
  { instant: wantedInstant }: Wanted,
  days: (context: MatchContext) => DayRange,
  context: MatchContext
): number {
  const instant = instantOf(value);
  if (wantedInstant !== undefined && !Number.isNaN(instant)) {
    return instant - wantedInstant;
  }
  const day = dayOf(value, context.timeZone);
  const [from, to] = days(context);
  return day < from ? -1 : day >= to ? 1 : day >= from ? 0 : NO_ORDER;
}

/** Amounts in different currencies are converted with the org's rates; without rates nobody knows. */
function compareMoney(
  value: number,
  { code, amount }: { code: string; amount: number },
  path: string,
  record: RecordValues,
  { currency, rates }: MatchContext
): number | undefined {
  const own = record[path.replace(/\w+$/, 'CurrencyIsoCode')] ?? currency;
  if (own === code) {
    return value - amount;
  }
  const from = typeof own === 'string' ? rates?.[own] : undefined;
  const to = rates?.[code];
  return from && to ? (value / from) * to - amount : undefined;
}
