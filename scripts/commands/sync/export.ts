import { Command } from 'commander';
import { withExamples } from '../../lib/command-line.ts';
import { concludeSync } from '../../sync/run/exit-codes.ts';
import type { SyncCommandOptions } from '../../sync/run/with-context.ts';
import { withSyncOptions } from './options.ts';

interface Options extends SyncCommandOptions {
  user: string;
  out?: string;
}

export function syncExportCommand(): Command {
  const command = withSyncOptions(
    new Command('export').description('write everything that is recorded about a person into a file')
  )
    .requiredOption('--user <user>', 'username, e-mail address, federation id or Id')
    .option('--out <file>', 'the file to write (default: caddie-usage-<username>.json)')
    .action((options: Options) =>
      concludeSync(options.json, async () => {
        const [{ withContext }, { findUser }, { exportPerson }, { count }] = await Promise.all([
          import('../../sync/run/with-context.ts'),
          import('../../sync/people/find-user.ts'),
          import('../../sync/people/export-person.ts'),
          import('../../lib/count.ts')
        ]);
        const result = await withContext('usage', options, async (context) => {
          const user = await findUser(context.client, options.user);
          return exportPerson(context, user, options.out ?? `caddie-usage-${user.Username}.json`);
        });
        const { user, file, batches, days } = result;
        const what = `${count(batches, 'batch', 'batches')} and ${count(days, 'day')}`;
        return { result, human: `${what} of ${user.Name} are in ${file}. It holds personal data.` };
      })
    );
  return withExamples(command, [
    'npm run caddie -- sync export --user rep@example.com --target-org my-org --out robin.json'
  ]);
}
