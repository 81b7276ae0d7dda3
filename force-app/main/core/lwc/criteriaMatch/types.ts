import type { Scalar } from 'c/criteria';

/** Field path → value; a path that is missing or `undefined` cannot be read by this person. */
export type RecordValues = Readonly<Record<string, Scalar | undefined>>;

export interface MatchContext {
  now: Date;
  /** IANA name of the person's time zone; days begin there. */
  timeZone: string;
  /** 1 is Sunday, as in `@salesforce/i18n/firstDayOfWeek`; the default. */
  firstDayOfWeek?: number;
  /** Currency of amounts whose record has no `CurrencyIsoCode`. */
  currency?: string;
  /** Units of each currency for one unit of the corporate currency. Without them currencies are not compared. */
  rates?: Readonly<Record<string, number>>;
}

export interface Matcher {
  (record: RecordValues, context: MatchContext): boolean;
  /** The items, from 1, that make the record match; `undefined` when it does not. */
  matchedItems(record: RecordValues, context: MatchContext): readonly number[] | undefined;
  /** An equality without which nothing matches, its values in lower case: lets a caller look up instead of try. */
  readonly anchor?: { readonly field: string; readonly values: readonly string[] };
}
