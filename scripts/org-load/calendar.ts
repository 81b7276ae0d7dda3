import { addDays, daysBetween } from '../lib/days.ts';
import type { DealRow } from './csv-folder.ts';
import { drawFrom } from './draw.ts';

/** Days before and after the end of the data within which an open deal is expected to close. */
const OPEN_FROM = -14;
const OPEN_TO = 120;

export interface Calendar {
  /** The last closing of the data, as it is in the files. */
  dataEnds: string;
  /** Whole weeks, so that nothing closes on a Sunday that closed on a Friday. */
  shiftedByDays: number;
  /** When the deal was engaged, shifted; null where the data does not say. A day after the data's end counts as its end. */
  engaged(deal: DealRow): string | null;
  /** A won or lost deal's closing, shifted; an open deal's expected one, drawn from its id. */
  closes(deal: DealRow): string;
  /** Days from engagement to the end of the data; 0 where the data does not say. */
  age(deal: DealRow): number;
}

/**
 * Dates as they are, or moved so that the data ends in the seven days up to `asOf` (`YYYY-MM-DD`). A file without a
 * closed deal ends on `today`.
 */
export function makeCalendar(deals: readonly DealRow[], today: string, asOf?: string): Calendar {
  const closings = deals.map(({ close_date }) => close_date).filter((date) => date !== '');
  const dataEnds = closings.toSorted().at(-1) ?? today;
  const shiftedByDays = asOf === undefined ? 0 : Math.floor(daysBetween(dataEnds, asOf) / 7) * 7;
  const engagedInData = ({ engage_date }: DealRow): string | null => {
    if (engage_date === '') {
      return null;
    }
    return engage_date > dataEnds ? dataEnds : engage_date;
  };
  return {
    dataEnds,
    shiftedByDays,
    engaged(deal) {
      const date = engagedInData(deal);
      return date === null ? null : addDays(date, shiftedByDays);
    },
    closes(deal) {
      const date = deal.close_date || addDays(dataEnds, drawFrom(deal.opportunity_id, OPEN_FROM, OPEN_TO));
      return addDays(date, shiftedByDays);
    },
    age(deal) {
      const date = engagedInData(deal);
      return date === null ? 0 : daysBetween(date, dataEnds);
    }
  };
}
