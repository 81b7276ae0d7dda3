import { Command } from 'commander';
import { withExamples } from '../../lib/command-line.ts';
import { concludeSync, EXIT_CODES_HELP } from '../../sync/run/exit-codes.ts';
import type { SyncCommandOptions } from '../../sync/run/with-context.ts';
import { withSyncOptions } from '../sync/options.ts';

interface Options extends SyncCommandOptions {
  mapping?: string;
  reviewed?: string;
  dryRun?: boolean;
}

const COLUMNS = `
Without --mapping the list has these columns: account, website or account id (one of them is enough), tier (1, 2 or 3),
and where they are known sales owner, marketing owner (a username or an e-mail address) and reason. An account whose
tier and owners are proposed or agreed already is left alone; any other gets a new proposal. Nothing is signed.`;

export function targetsImportCommand(): Command {
  const command = withSyncOptions(new Command('import').description('propose the tiers and owners of a list'))
    .argument('<file>', 'the list, as CSV or NDJSON')
    .option('--mapping <file>', 'a mapping for lists with other columns (docs/signals.md)')
    .option('--reviewed <file>', 'the review file of an earlier run, with the column account filled in')
    .option('--dry-run', 'say what would be proposed, and propose nothing')
    .addHelpText('after', COLUMNS)
    .addHelpText('after', EXIT_CODES_HELP)
    .action((file: string, options: Options) =>
      concludeSync(options.json, async () => {
        const [{ withContext }, { targetsCommand }] = await Promise.all([
          import('../../sync/run/with-context.ts'),
          import('../../sync/targets/targets-command.ts')
        ]);
        return withContext('targets', options, (context) => targetsCommand(context, { ...options, file }));
      })
    );
  return withExamples(command, [
    'npm run caddie -- targets import tiers.csv --target-org my-org --dry-run',
    'npm run caddie -- targets import tiers.csv --target-org my-org',
    'npm run caddie -- targets import tiers.csv --reviewed tiers.csv.review.csv'
  ]);
}
