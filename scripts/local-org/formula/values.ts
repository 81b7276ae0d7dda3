import type { FieldSchema, FieldValue } from '../contract.ts';

const DAY = 86_400_000;

/** A date or a moment inside a formula; arithmetic on it counts in days. */
export class DateValue {
  readonly time: number;
  readonly hasTime: boolean;

  private constructor(time: number, hasTime: boolean) {
    this.time = time;
    this.hasTime = hasTime;
  }

  static day(date: Date): DateValue {
    return new DateValue(Math.floor(date.getTime() / DAY) * DAY, false);
  }

  /** The day that it is in a time zone. */
  static today(now: Date, timeZone: string): DateValue {
    const parts = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now);
    return DateValue.day(new Date(`${parts}T00:00:00Z`));
  }

  static moment(date: Date): DateValue {
    return new DateValue(date.getTime(), true);
  }

  plus(days: number): DateValue {
    return new DateValue(this.time + days * DAY, this.hasTime);
  }

  daysSince(other: DateValue): number {
    return (this.time - other.time) / DAY;
  }

  toString(): string {
    const iso = new Date(this.time).toISOString();
    return this.hasTime ? iso : iso.slice(0, 10);
  }
}

export type Value = string | number | boolean | null | DateValue;

/**
 * A stored value as formulas see it: dates as dates, empty text as blank, 20 percent as 0.2.
 * https://help.salesforce.com/s/articleView?id=sf.tips_on_building_formulas.htm
 */
export function formulaValue(field: FieldSchema, value: FieldValue | undefined): Value {
  if (value === null || value === undefined) return null;
  if (field.type === 'date') return DateValue.day(new Date(`${value}T00:00:00Z`));
  if (field.type === 'datetime') return DateValue.moment(new Date(String(value)));
  if (field.type === 'percent') return Number(value) / 100;
  return field.type === 'boolean' ? value === true || value === 1 : value;
}
