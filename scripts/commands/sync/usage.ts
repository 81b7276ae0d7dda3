import { Command, Option } from 'commander';
import { Failure } from '../../lib/failure.ts';
import { withExamples } from '../../lib/command-line.ts';
import type { SyncCommandOptions } from '../../sync/run/with-context.ts';
import { parseDay } from '../options.ts';
import { parseRetention, withSyncOptions } from './options.ts';
import { concludeSync, EXIT_CODES_HELP } from '../../sync/run/exit-codes.ts';

interface Options extends SyncCommandOptions {
  dryRun?: boolean;
  day?: string;
  since?: string;
  retentionDays: number;
  from?: string;
  map?: string;
}

export function syncUsageCommand(): Command {
  const command = withSyncOptions(
    new Command('usage').description('count waiting usage into days of people and weeks of groups')
  )
    .option('--dry-run', 'compute, say what would change, and write nothing')
    .addOption(new Option('--day <day>', 'compute this day again for everybody as well').argParser(parseDay))
    .addOption(
      new Option('--since <day>', 'compute every day from this one on again for everybody as well').argParser(
        parseDay
      )
    )
    .addOption(
      new Option('--retention-days <days>', 'delete counted batches after so many days')
        .argParser(parseRetention)
        .default(35)
    )
    .option('--from <file>', 'take in the log or export of another tool first; needs --map')
    .option('--map <file>', 'the mapping that explains it (docs/sources.md)')
    .addHelpText('after', EXIT_CODES_HELP)
    .action((options: Options) =>
      concludeSync(options.json, async () => {
        requirePair(options);
        const [{ withContext }, { usageCommand }] = await Promise.all([
          import('../../sync/run/with-context.ts'),
          import('../../sync/run/usage-command.ts')
        ]);
        return withContext('usage', options, (context) => usageCommand(context, options));
      })
    );
  return withExamples(command, [
    'npm run caddie -- sync usage --target-org my-org --dry-run',
    'npm run caddie -- sync usage --json',
    'npm run caddie -- sync usage --target-org my-org --day 2026-11-18',
    'npm run caddie -- sync usage --target-org my-org --from mail.log --map mail-tool.yaml'
  ]);
}

function requirePair({ from, map }: Options): void {
  if ((from === undefined) !== (map === undefined)) {
    throw new Failure('BAD_OPTIONS', '--from and --map belong together.', [
      'docs/sources.md says how to write a mapping; scripts/sync/sources/examples has three to start from.'
    ]);
  }
}
