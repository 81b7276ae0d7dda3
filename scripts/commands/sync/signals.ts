import { Command, Option } from 'commander';
import { withExamples } from '../../lib/command-line.ts';
import { Failure } from '../../lib/failure.ts';
import { concludeSync, EXIT_CODES_HELP } from '../../sync/run/exit-codes.ts';
import type { SyncCommandOptions } from '../../sync/run/with-context.ts';
import { wholeNumber, withSyncOptions } from './options.ts';

interface Options extends SyncCommandOptions {
  mapping?: string;
  reviewed?: string;
  out?: string;
  feedback?: string;
  purgeAfterDays?: number;
  dryRun?: boolean;
}

export function syncSignalsCommand(): Command {
  const command = withSyncOptions(
    new Command('signals').description('take in what other tools noticed about accounts')
  )
    .argument('[source]', 'a CSV, NDJSON or JSON file, or an https address that answers JSON')
    .option('--mapping <file>', 'the mapping that explains the source (docs/signals.md)')
    .option('--reviewed <file>', 'the review file of an earlier run, with the column account filled in')
    .option(
      '--out <dir>',
      'folder for the rows that were left out or are to be reviewed (default: beside the file)'
    )
    .option('--feedback <dir>', 'add what sellers found not useful to a file a source')
    .addOption(
      new Option('--purge-after-days <days>', 'delete signals that were over so many days ago').argParser(
        wholeNumber
      )
    )
    .option('--dry-run', 'say what would change, and change nothing in the org')
    .addHelpText('after', EXIT_CODES_HELP)
    .action((source: string | undefined, options: Options) =>
      concludeSync(options.json, async () => {
        requireWork(source, options);
        const [{ withContext }, { signalsCommand }] = await Promise.all([
          import('../../sync/run/with-context.ts'),
          import('../../sync/signals/signals-command.ts')
        ]);
        return withContext('signals', options, (context) => signalsCommand(context, { ...options, source }));
      })
    );
  return withExamples(command, [
    'npm run caddie -- sync signals intent.csv --mapping intent.yaml --target-org my-org --dry-run',
    'npm run caddie -- sync signals intent.csv --mapping intent.yaml --reviewed intent.csv.review.csv',
    'npm run caddie -- sync signals https://intent.example/v1/surges --mapping intent.yaml --out signals',
    'npm run caddie -- sync signals --feedback feedback --purge-after-days 90'
  ]);
}

function requireWork(
  source: string | undefined,
  { mapping, reviewed, feedback, purgeAfterDays }: Options
): void {
  if ((source === undefined) !== (mapping === undefined)) {
    throw new Failure('BAD_OPTIONS', 'A source and --mapping belong together.', [
      'docs/signals.md says how to write a mapping; scripts/sync/signals/examples has some to start from.'
    ]);
  }
  if (
    source === undefined &&
    (reviewed !== undefined || (feedback === undefined && purgeAfterDays === undefined))
  ) {
    throw new Failure('BAD_OPTIONS', 'There is nothing to do.', [
      'Give a source and its mapping, --feedback with a folder, or --purge-after-days.'
    ]);
  }
}
