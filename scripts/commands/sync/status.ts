import { Command, Option } from 'commander';
import { withExamples } from '../../lib/command-line.ts';
import { concludeSync } from '../../sync/run/exit-codes.ts';
import type { SyncCommandOptions } from '../../sync/run/with-context.ts';
import type { PlatformSourceName } from '../../sync/platform/platform-usage.ts';
import { withSyncOptions } from './options.ts';

const SOURCES: readonly PlatformSourceName[] = ['logins', 'pages', 'prompts'];

interface Options extends SyncCommandOptions {
  platform?: PlatformSourceName[];
}

export function syncStatusCommand(): Command {
  const command = withSyncOptions(
    new Command('status').description('say what waits, what is quarantined, and how the last runs went')
  )
    .addOption(
      new Option('--platform <source...>', 'print what Salesforce itself counts as well').choices(SOURCES)
    )
    .action((options: Options) =>
      concludeSync(options.json, async () => {
        const [{ withContext }, { readStatus, statusText }, { platformUsage }] = await Promise.all([
          import('../../sync/run/with-context.ts'),
          import('../../sync/run/status.ts'),
          import('../../sync/platform/platform-usage.ts')
        ]);
        return withContext('usage', options, async ({ client }) => {
          const status = await readStatus(client);
          const platform = await platformUsage(client, options.platform ?? []);
          const result = options.platform ? { ...status, platform } : status;
          return { result, human: [statusText(status), ...platform].join('\n') };
        });
      })
    );
  return withExamples(command, [
    'npm run caddie -- sync status --target-org my-org',
    'npm run caddie -- sync status --platform logins prompts'
  ]);
}
