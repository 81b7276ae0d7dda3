import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import { instanceUrl, json, targetOrg } from '../options.ts';

/** The options that all commands of the sync share. */
export function withSyncOptions(command: Command): Command {
  return command
    .addOption(targetOrg())
    .addOption(instanceUrl())
    .addOption(
      new Option('--state-dir <dir>', 'folder for the log and for jobs that outlive a run').default(
        '.caddie/sync'
      )
    )
    .addOption(
      new Option('--api-reserve <requests>', 'daily API requests of the org that are left to others')
        .argParser(wholeNumber)
        .default(500)
    )
    .addOption(new Option('-v, --verbose', 'write the log to stderr as well'))
    .addOption(json());
}

export function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0) {
    throw new InvalidArgumentError('It is a whole number, 0 or more.');
  }
  return number;
}

/** Batches are needed to compute their days again, so a week is the least. */
export function parseRetention(text: string): number {
  const days = wholeNumber(text);
  if (days < 7) throw new InvalidArgumentError('It is a whole number of days, 7 or more.');
  return days;
}
