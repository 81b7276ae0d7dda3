import { Command, Option } from 'commander';
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
    .addHelpText('after', EXIT_CODES_HELP)
    .action((options: Options) =>
      concludeSync(options.json, async () => {
        const [{ withContext }, { dryRunUsage, runUsage }, { summarise }] = await Promise.all([
          import('../../sync/run/with-context.ts'),
          import('../../sync/run/run-usage.ts'),
          import('../../sync/run/summary.ts')
        ]);
        return withContext(options, async (context) => {
          const result = await (options.dryRun ? dryRunUsage : runUsage)(context, options);
          return { result, human: summarise(result, context.logFile) };
        });
      })
    );
  return withExamples(command, [
    'npm run caddie -- sync usage --target-org my-org --dry-run',
    'npm run caddie -- sync usage --json',
    'npm run caddie -- sync usage --target-org my-org --day 2026-11-18'
  ]);
}
