import EXPORT_DAYS from '@salesforce/label/c.Caddie_Footprint_Export_Days';
import EXPORT_EVENTS from '@salesforce/label/c.Caddie_Footprint_Export_Events';
import { csvHref, csvText } from 'c/csvFile';
import type { Footprint, FootprintDay } from 'c/footprint';

export interface Download {
  /** Name of the file. */
  name: string;
  label: string;
  href: string;
}

const EVENT_COLUMNS = [
  'at',
  'type',
  'guidance',
  'version',
  'surface',
  'object',
  'recordId',
  'stage',
  'id'
] as const;
const DAY_COLUMNS = ['day', 'pieces', 'shown', 'opened', 'completed', 'events'] as const;

/** Everything that is recorded, as files; headings are the names in which it is stored. */
export function downloadsOf(
  { events }: Footprint,
  days: readonly FootprintDay[],
  titles: ReadonlyMap<string, string>,
  today: string
): Download[] {
  const eventRows = events.map((event) => [
    ...EVENT_COLUMNS.map((column) => event[column]),
    titles.get(event.guidance)
  ]);
  const dayRows = days.map((day) => DAY_COLUMNS.map((column) => day[column]));
  return [
    {
      name: `caddie-events-${today}.csv`,
      label: EXPORT_EVENTS,
      rows: [[...EVENT_COLUMNS, 'title'], ...eventRows]
    },
    { name: `caddie-days-${today}.csv`, label: EXPORT_DAYS, rows: [[...DAY_COLUMNS], ...dayRows] }
  ]
    .filter(({ rows }) => rows.length > 1)
    .map(({ name, label, rows }) => ({ name, label, href: csvHref(csvText(rows)) }));
}
