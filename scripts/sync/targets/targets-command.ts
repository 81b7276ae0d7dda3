import { readFile } from 'node:fs/promises';
import { Failure } from '../../lib/failure.ts';
import { computedCommand } from '../run/computed-command.ts';
import type { ComputedResult } from '../run/computed-command.ts';
import type { OpenedContext } from '../run/open-context.ts';
import { computeTargets } from './compute-targets.ts';
import type { TargetDetails } from './compute-targets.ts';
import { LIST_MAPPING, parseTargetMapping } from './mapping.ts';
import type { TargetMapping } from './mapping.ts';

export interface TargetsCommandOptions {
  file: string;
  /** Without one the list has the columns of `LIST_MAPPING`. */
  mapping?: string;
  reviewed?: string;
  dryRun?: boolean;
}

/** `caddie targets import`: proposes what a list says. */
export async function targetsCommand(
  context: OpenedContext,
  { file, mapping, reviewed, dryRun = false }: TargetsCommandOptions
): Promise<{ result: ComputedResult & TargetDetails; human: string }> {
  const first = await headOf(file);
  const parsed =
    mapping === undefined ? listMapping(file, first) : parseTargetMapping(await textOf(mapping), mapping);
  return computedCommand(
    context,
    'targets',
    (opened) => computeTargets(opened, { file, mapping: parsed, reviewed }),
    {
      dryRun
    }
  );
}

/** NDJSON by the file's name; semicolons where the heading has them, as some spreadsheets write. */
function listMapping(file: string, heading: string): TargetMapping {
  if (/\.(?:ndjson|jsonl)$/i.test(file)) return { ...LIST_MAPPING, format: 'ndjson' };
  return { ...LIST_MAPPING, delimiter: heading.includes(';') && !heading.includes(',') ? ';' : ',' };
}

async function headOf(file: string): Promise<string> {
  return (await textOf(file)).split('\n', 1)[0] ?? '';
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new Failure('NO_FILE', `${file} cannot be read.`, ['Check the path.']);
  }
}
