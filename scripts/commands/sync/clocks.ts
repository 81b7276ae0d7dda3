import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import { computedSyncCommand } from './computed.ts';
import type { ComputedCommandOptions } from './computed.ts';

interface Options extends ComputedCommandOptions {
  now?: Date;
}

export function syncClocksCommand(): Command {
  return computedSyncCommand<Options>('clocks', {
    description: 'give verdicts, move journeys, start and stop what is owed, and count the KPIs of the week',
    examples: [
      'npm run caddie -- sync clocks --target-org my-org --dry-run',
      'npm run caddie -- sync clocks --json',
      'npm run caddie -- sync clocks --dry-run --now 2026-11-30T09:00:00Z'
    ],
    extend: (command) =>
      command.option(
        '--now <moment>',
        'what the clocks show, as an ISO date-time (default: now)',
        parseMoment
      ),
    load: async () => (await import('../../sync/clocks/clocks-command.ts')).clocksCommand
  });
}

function parseMoment(text: string): Date {
  const moment = new Date(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)$/.test(text) ? text : NaN);
  if (Number.isNaN(moment.getTime())) {
    throw new InvalidArgumentError('It is a moment with its zone, such as 2026-11-30T09:00:00Z.');
  }
  return moment;
}
