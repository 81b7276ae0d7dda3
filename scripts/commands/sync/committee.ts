import type { Command } from 'commander';
import { computedSyncCommand } from './computed.ts';

export function syncCommitteeCommand(): Command {
  return computedSyncCommand('committee', {
    description: 'count which roles won and lost deals had, by industry and over all',
    examples: [
      'npm run caddie -- sync committee --target-org my-org --dry-run',
      'npm run caddie -- sync committee --json'
    ],
    load: async () => (await import('../../sync/committee/committee-command.ts')).committeeCommand
  });
}
