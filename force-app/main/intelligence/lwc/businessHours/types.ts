/** The shapes of `c/businessHours`; nothing here exists at run time. */

import type { WEEKDAYS } from './businessHours.ts';

export type Weekday = (typeof WEEKDAYS)[number];

/** Opening and closing, in minutes since midnight where the hours are kept. */
export type OpenMinutes = readonly [from: number, to: number];

/** Business hours that `parseBusinessHours` has accepted. */
export interface BusinessHours {
  /** IANA name. */
  timeZone: string;
  /** By weekday, from Monday; empty on a day that is closed. In order, and no two overlap. */
  days: readonly (readonly OpenMinutes[])[];
  /** ISO dates on which it is closed. */
  holidays: ReadonlySet<string>;
}

export type HoursResult =
  { hours: BusinessHours; problems?: undefined } | { hours?: undefined; problems: string[] };
