import { Command } from 'commander';
import { withExamples } from '../../lib/command-line.ts';
import type { Outcome } from '../../lib/command-line.ts';
import { concludeSync, EXIT_CODES_HELP } from '../../sync/run/exit-codes.ts';
import type { SyncCommand } from '../../sync/run/lock.ts';
import type { OpenedContext } from '../../sync/run/open-context.ts';
import type { SyncCommandOptions } from '../../sync/run/with-context.ts';
import { withSyncOptions } from './options.ts';

export interface ComputedCommandOptions extends SyncCommandOptions {
  dryRun?: boolean;
}

/** A command of the sync that works something out and keeps the org up to date with it. */
export function computedSyncCommand<Options extends ComputedCommandOptions>(
  name: SyncCommand,
  {
    description,
    examples,
    extend = (command) => command,
    load
  }: {
    description: string;
    examples: readonly string[];
    /** Adds options and arguments of its own. */
    extend?: (command: Command) => Command;
    /** Imports the work; only then, so that help comes at once. */
    load: () => Promise<(context: OpenedContext, options: Options) => Promise<Outcome>>;
  }
): Command {
  const command = extend(withSyncOptions(new Command(name).description(description)))
    .option('--dry-run', 'compute, say what would change, and write nothing')
    .addHelpText('after', EXIT_CODES_HELP)
    .action((options: Options) =>
      concludeSync(options.json, async () => {
        const [{ withContext }, work] = await Promise.all([import('../../sync/run/with-context.ts'), load()]);
        return withContext(name, options, (context) => work(context, options));
      })
    );
  return withExamples(command, examples);
}
