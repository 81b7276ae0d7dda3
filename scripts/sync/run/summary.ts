import { count } from '../../lib/count.ts';
import type { UsageResult } from './run-usage.ts';

/** What a run did, for people. */
export function summarise(result: UsageResult, logFile: string): string {
  const { batches, quarantined, days, weeks, purged, dropped, equation, erased, api, run } = result;
  const isDry = run === null;
  const either = (done: string, would: string): string => (isDry ? would : done);
  return [
    `${count(batches, 'batch', 'batches')} waited; ` +
      `${either(`${result.processed} counted, ${quarantined} quarantined`, `${quarantined} cannot be read whole`)}.`,
    `${count(days.computed, 'day')} computed, ${days.saved} ${either('written', 'would be written')}` +
      `${days.refused > 0 ? `, ${days.refused} refused by the org` : ''}.`,
    ...(isDry ? [] : [`${count(weeks.computed, 'week')} of groups computed, ${weeks.saved} written.`]),
    ...(purged > 0 ? [`${count(purged, 'batch', 'batches')} deleted after the retention period.`] : []),
    ...(dropped > 0 ? [`Browsers report ${count(dropped, 'event')} that they had to drop.`] : []),
    ...erased.map(
      ({ userId, batches: gone, days: lost }) =>
        `Erased of ${userId}: ${count(gone, 'batch', 'batches')}, ${count(lost, 'day')}.`
    ),
    `${equation.text}.`,
    `${count(api.calls, 'API request')} made${api.left === null ? '' : `, ${api.left.toLocaleString('en-US')} left today`}.`,
    ...(isDry ? ['Dry run: nothing was written.'] : [`Log: ${logFile}`])
  ].join('\n');
}
