import { readFile } from 'node:fs/promises';
import { count } from '../../lib/count.ts';
import { Failure } from '../../lib/failure.ts';
import { saveUsageReaders } from '../access/usage-readers.ts';
import { importFile } from '../sources/import-file.ts';
import type { ImportResult } from '../sources/import-file.ts';
import { parseMapping } from '../sources/mapping.ts';
import type { UsageOptions } from '../usage/sync-usage.ts';
import { step } from './context.ts';
import type { OpenedContext } from './open-context.ts';
import { dryRunUsage, runUsage } from './run-usage.ts';
import type { UsageResult } from './run-usage.ts';
import { summarise } from './summary.ts';

export interface UsageCommandOptions extends UsageOptions {
  dryRun?: boolean;
  /** Another tool's log or export, and the mapping that explains it. */
  from?: string;
  map?: string;
}

export interface UsageCommandResult extends UsageResult {
  imported?: ImportResult & { unmatchedFile: string };
}

/** `caddie sync usage`: takes in another tool's file where one is given, counts, and says who could query usage. */
export async function usageCommand(
  context: OpenedContext,
  options: UsageCommandOptions
): Promise<{ result: UsageCommandResult; human: string }> {
  const { from, map, dryRun = false } = options;
  const imported = from === undefined ? undefined : await importSource(context, from, map, dryRun);
  const counted = await (dryRun ? dryRunUsage : runUsage)(context, options);
  if (!dryRun) await sayWhoCouldQuery(context);
  const human = summarise(counted, context.logFile);
  return imported
    ? { result: { ...counted, imported }, human: `${importSummary(imported)}\n${human}` }
    : { result: counted, human };
}

async function importSource(
  context: OpenedContext,
  file: string,
  map: string | undefined,
  dryRun: boolean
): Promise<ImportResult & { unmatchedFile: string }> {
  const mapping = parseMapping(await textOf(map ?? ''), map ?? '');
  const unmatchedFile = `${file}.unmatched.ndjson`;
  const { client } = context;
  const result = await step(context, `Take in ${file}`, () =>
    importFile({ client, mapping, file, unmatchedFile, dryRun })
  );
  return { ...result, unmatchedFile };
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new Failure('NO_FILE', `${file} cannot be read.`, ['Check the path.']);
  }
}

/** Numbers that are counted are worth more than this list, so a refusal is told and the run has succeeded. */
async function sayWhoCouldQuery(context: OpenedContext): Promise<void> {
  try {
    await step(context, 'Say who could query usage', () => saveUsageReaders(context.client));
  } catch (error) {
    context.log.line(`Who could query usage is not known: ${(error as Error).message}`);
  }
}

export function importSummary(imported: NonNullable<UsageCommandResult['imported']>): string {
  const { rows, events, people, repeated, unmatched, paused, newBatches, unmatchedFile } = imported;
  return [
    `${count(rows, 'row')}: ${count(events, 'event')} of ${count(people, 'person', 'people')}, ` +
      `${repeated} repeated, ${unmatched} unmatched, ${paused} while recording was paused; ` +
      `${count(newBatches, 'new batch', 'new batches')}.`,
    ...(unmatched > 0 ? [`What is unmatched, and why: ${unmatchedFile}`] : [])
  ].join('\n');
}
