import { Command } from 'commander';
import { withExamples } from '../../lib/command-line.ts';
import { Failure } from '../../lib/failure.ts';
import { concludeSync, EXIT_CODES_HELP } from '../../sync/run/exit-codes.ts';
import type { SyncCommandOptions } from '../../sync/run/with-context.ts';
import { withSyncOptions } from './options.ts';

interface Options extends SyncCommandOptions {
  user: string;
  yes?: boolean;
  receipt?: string;
}

export function syncEraseCommand(): Command {
  const command = withSyncOptions(
    new Command('erase').description('erase what is recorded about a person, and write a receipt')
  )
    .requiredOption('--user <user>', 'username, e-mail address, federation id or Id')
    .option('--yes', 'erase; without it nothing is done')
    .option('--receipt <file>', 'the file for the receipt (default: caddie-erasure-<username>.json)')
    .addHelpText('after', EXIT_CODES_HELP)
    .action((options: Options) =>
      concludeSync(options.json, async () => {
        const [{ withContext }, { findUser }, { erasePerson }, { count }] = await Promise.all([
          import('../../sync/run/with-context.ts'),
          import('../../sync/people/find-user.ts'),
          import('../../sync/people/erase-person.ts'),
          import('../../lib/count.ts')
        ]);
        return withContext('usage', options, async (context) => {
          const user = await findUser(context.client, options.user);
          if (!options.yes) {
            throw new Failure('NOT_CONFIRMED', `Nothing was erased of ${user.Name} (${user.Username}).`, [
              'Erased usage cannot be had back. Export it first if it is wanted, then add --yes.'
            ]);
          }
          const file = options.receipt ?? `caddie-erasure-${user.Username}.json`;
          const result = await erasePerson(context, user, file);
          const human =
            `${count(result.batches, 'batch', 'batches')} and ${count(result.days, 'day')} of ${user.Name} were erased. ` +
            `The receipt is in ${file}.`;
          return { result, human };
        });
      })
    );
  return withExamples(command, [
    'npm run caddie -- sync erase --user rep@example.com --target-org my-org --yes'
  ]);
}
