import { count } from '../lib/count.ts';
import type { Tally } from './create-missing.ts';
import type { LoadResult } from './load.ts';

/** More than this many rows are counted instead of listed. */
const MOST_LISTED = 10;

/** What was loaded, for a person. */
export function summarise(result: LoadResult): string {
  const rows: [Tally, string, string?][] = [
    [result.managers, 'manager'],
    [result.reps, 'rep'],
    [result.accounts, 'account'],
    [result.contacts, 'contact'],
    [result.products, 'product'],
    [result.opportunities, 'opportunity', 'opportunities'],
    [result.lineItems, 'line item']
  ];
  const lines = rows.map(
    ([{ total, created }, one, many]) =>
      `${count(total, one, many)}: ${created.toLocaleString('en-US')} created`
  );
  lines.push(
    result.shiftedByDays === 0
      ? `Dates are as in the files; the last deal closed on ${result.dataEnds}.`
      : `Dates are moved by ${count(result.shiftedByDays, 'day')}; the last deal closed on ${result.dataEnds} in the files.`
  );
  if (result.leftOut.length > 0) {
    lines.push(`${count(result.leftOut.length, 'row')} left out:`);
    for (const { file, line, reason } of result.leftOut.slice(0, MOST_LISTED)) {
      lines.push(`  ${file}:${line}: ${reason}`);
    }
    if (result.leftOut.length > MOST_LISTED) {
      lines.push(`  and ${result.leftOut.length - MOST_LISTED} more`);
    }
  }
  return lines.join('\n');
}
