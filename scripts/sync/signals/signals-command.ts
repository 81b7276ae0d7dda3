import { access, mkdir, readFile } from 'node:fs/promises';
import type { Dispatcher } from 'undici';
import { count } from '../../lib/count.ts';
import { Failure } from '../../lib/failure.ts';
import type { Change } from '../run/changes.ts';
import { computedCommand } from '../run/computed-command.ts';
import type { Computed, ComputedResult } from '../run/computed-command.ts';
import { step } from '../run/context.ts';
import type { SyncContext } from '../run/context.ts';
import { rowEquation } from '../run/equation.ts';
import type { OpenedContext } from '../run/open-context.ts';
import { computeSignals } from './compute-signals.ts';
import type { SignalDetails } from './compute-signals.ts';
import { writeFeedback } from './feedback.ts';
import type { FeedbackFile } from './feedback.ts';
import { isAddress } from './fetch-source.ts';
import { parseSignalMapping } from './mapping.ts';
import { readExpired } from './stored-signals.ts';

export interface SignalsCommandOptions {
  /** A file or an https address; without one only feedback and purge are done. */
  source?: string | undefined;
  mapping?: string;
  reviewed?: string;
  /** Folder for the files of rows that were left out or wait for a decision; the source's own without it. */
  out?: string;
  feedback?: string;
  purgeAfterDays?: number;
  dryRun?: boolean;
  dispatcher?: Dispatcher;
}

export interface SignalsDetails extends Partial<SignalDetails> {
  feedback: FeedbackFile[];
  purged: number;
}

/** `caddie sync signals`: takes a source in, hands feedback out, deletes what is long over. */
export function signalsCommand(
  context: OpenedContext,
  options: SignalsCommandOptions
): Promise<{ result: ComputedResult & SignalsDetails; human: string }> {
  return computedCommand(context, 'signals', (opened) => compute(opened, options), options);
}

async function compute(
  context: SyncContext,
  options: SignalsCommandOptions
): Promise<Computed<SignalsDetails>> {
  const computed = await computeSource(context, options);
  const { feedback: folder, purgeAfterDays, dryRun = false } = options;
  const feedback =
    folder === undefined || dryRun
      ? []
      : await step(context, 'Write what was not useful', () => writeFeedback(context.client, folder));
  const expired =
    purgeAfterDays === undefined
      ? []
      : await step(context, 'Find signals that are long over', () =>
          readExpired(context.client, purgeAfterDays)
        );
  const change = withPurged(computed.changes[0], expired);
  return {
    ...computed,
    changes: [change],
    says: [
      ...computed.says,
      ...feedback.map(({ file, added }) => `${count(added, 'signal')} not found useful added to ${file}`)
    ],
    details: { ...computed.details, feedback, purged: expired.length }
  };
}

async function computeSource(
  context: SyncContext,
  { source, mapping = '', reviewed, out, dispatcher }: SignalsCommandOptions
): Promise<Computed<Partial<SignalDetails>>> {
  if (source === undefined)
    return { equation: rowEquation(0, 'rows', { matched: 0 }), changes: [], says: [], details: {} };
  const parsed = parseSignalMapping(await textOf(mapping), mapping);
  if (!isAddress(source)) await requireFile(source);
  if (out !== undefined) await mkdir(out, { recursive: true });
  return computeSignals(context, {
    source,
    mapping: parsed,
    reviewed,
    dispatcher,
    base: baseOf(source, parsed.name, out)
  });
}

/** Beside the file, or named by the source where that is an address or another folder is asked for. */
function baseOf(source: string, name: string, out: string | undefined): string {
  if (!isAddress(source) && out === undefined) return source;
  return `${out ?? '.'}/${name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}`;
}

function withPurged(change: Change | undefined, expired: readonly string[]): Change {
  const known = change ?? {
    object: 'Account_Signal__c',
    key: 'External_Id__c',
    computed: 0,
    create: [],
    update: [],
    remove: []
  };
  return { ...known, remove: [...new Set([...known.remove, ...expired])] };
}

async function textOf(file: string): Promise<string> {
  await requireFile(file);
  return readFile(file, 'utf8');
}

async function requireFile(file: string): Promise<void> {
  await access(file).catch(() => {
    throw new Failure('NO_FILE', `${file} cannot be read.`, ['Check the path.']);
  });
}
