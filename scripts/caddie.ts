import { Command } from 'commander';
import type { CommanderError } from 'commander';
import { contentCheckCommand } from './commands/content/check.ts';
import { contentPushCommand } from './commands/content/push.ts';
import { orgLoadCommand } from './commands/org/load.ts';
import { orgRestoreCommand } from './commands/org/restore.ts';
import { orgSnapshotCommand } from './commands/org/snapshot.ts';
import { orgStartCommand } from './commands/org/start.ts';
import { previewCommand } from './commands/preview.ts';
import { startCommand } from './commands/start.ts';
import { syncClocksCommand } from './commands/sync/clocks.ts';
import { syncCommitteeCommand } from './commands/sync/committee.ts';
import { syncEraseCommand } from './commands/sync/erase.ts';
import { syncExportCommand } from './commands/sync/export.ts';
import { syncSignalsCommand } from './commands/sync/signals.ts';
import { syncStatusCommand } from './commands/sync/status.ts';
import { syncTimingCommand } from './commands/sync/timing.ts';
import { syncUsageCommand } from './commands/sync/usage.ts';
import { targetsImportCommand } from './commands/targets/import.ts';
import { EXIT_CODES } from './lib/failure.ts';

const AFTER_HELP = `
Exit codes:
  ${EXIT_CODES.ok}  done
  ${EXIT_CODES.failed}  refused or failed; stderr says why and what to do next
  ${EXIT_CODES.wrongUsage}  wrong usage

Where a command takes --json, stdout holds one line of JSON: the result, or {"error": {"code", "message", "actions"}}.

Examples:
  $ npm start
  $ npm run caddie -- content check
  $ npm run caddie -- content push --target-org my-sandbox`;

/** The whole command line. Commands load what they need when they run, so that help comes at once. */
export function caddie(): Command {
  const program = new Command('caddie')
    .description('Guidance for sellers inside Salesforce: content, a local org, a preview.')
    .addHelpText('after', AFTER_HELP);
  program.addCommand(startCommand());
  program
    .command('org')
    .description('the local org and what is loaded into an org')
    .addCommand(orgStartCommand())
    .addCommand(orgLoadCommand())
    .addCommand(orgSnapshotCommand())
    .addCommand(orgRestoreCommand());
  program.addCommand(previewCommand());
  program
    .command('content')
    .description('pieces of guidance in Markdown')
    .addCommand(contentCheckCommand())
    .addCommand(contentPushCommand());
  program
    .command('sync')
    .description(
      'usage counted, exported, erased; account intelligence worked out from the org’s own records'
    )
    .addCommand(syncUsageCommand())
    .addCommand(syncCommitteeCommand())
    .addCommand(syncTimingCommand())
    .addCommand(syncClocksCommand())
    .addCommand(syncSignalsCommand())
    .addCommand(syncStatusCommand())
    .addCommand(syncExportCommand())
    .addCommand(syncEraseCommand());
  program
    .command('targets')
    .description('the list of accounts that sales and marketing agree on')
    .addCommand(targetsImportCommand());
  settle(program);
  return program;
}

/** How every command meets wrong usage, since subcommands do not inherit it: 1 would mean that work was refused. */
function settle(command: Command): void {
  command.showHelpAfterError('Run it with --help to see how it is used.');
  command.exitOverride((error: CommanderError) => {
    process.exit(error.exitCode === 0 ? EXIT_CODES.ok : EXIT_CODES.wrongUsage);
  });
  command.commands.forEach(settle);
}

await caddie().parseAsync();
