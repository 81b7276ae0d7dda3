import type { Command } from 'commander';
import { computedSyncCommand } from './computed.ts';

export function syncTimingCommand(): Command {
  return computedSyncCommand('timing', {
    description: 'count touches by week, and answers by weekday and hour, of accounts',
    examples: [
      'npm run caddie -- sync timing --target-org my-org --dry-run',
      'npm run caddie -- sync timing --json'
    ],
    load: async () => (await import('../../sync/timing/timing-command.ts')).timingCommand
  });
}
