import { Command } from 'commander';
import { withExamples } from '../../lib/command-line.ts';
import { concludeSync } from '../../sync/run/exit-codes.ts';
import type { SyncCommandOptions } from '../../sync/run/with-context.ts';
import { withSyncOptions } from './options.ts';

export function syncStatusCommand(): Command {
  const command = withSyncOptions(
    new Command('status').description('say what waits, what is quarantined, and how the last runs went')
  ).action((options: SyncCommandOptions) =>
    concludeSync(options.json, async () => {
      const [{ withContext }, { readStatus, statusText }] = await Promise.all([
        import('../../sync/run/with-context.ts'),
        import('../../sync/run/status.ts')
      ]);
      const result = await withContext(options, ({ client }) => readStatus(client));
      return { result, human: statusText(result) };
    })
  );
  return withExamples(command, ['npm run caddie -- sync status --target-org my-org']);
}
