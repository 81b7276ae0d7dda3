import { count } from '../../lib/count.ts';
import type { RefusedRow } from '../bulk/load-rows.ts';
import type { Change } from './changes.ts';
import { step } from './context.ts';
import type { SyncContext } from './context.ts';
import { requireEquation } from './equation.ts';
import type { RowEquation } from './equation.ts';
import { apiUseOf, runUnderLock } from './locked-run.ts';
import type { ApiUse } from './locked-run.ts';
import type { RunRecord, SyncCommand } from './lock.ts';
import type { OpenedContext } from './open-context.ts';
import { saveChange } from './save-change.ts';
import { settleJobs } from './settle-jobs.ts';

/** What a command worked out from what it read; nothing of it is in the org yet. */
export interface Computed<Details extends object = object> {
  equation: RowEquation;
  /** In the order of writing: a parent's object before its children's. */
  changes: Change[];
  /** What a person should know beside the counts, one line each. */
  says: string[];
  /** More for programs that read `--json`. */
  details: Details;
}

export interface ComputedResult {
  /** `Run_Key__c` of the run's record; null for a dry run, which has none. */
  run: string | null;
  equation: RowEquation;
  /** By object. In a dry run `saved` and `deleted` are what would be. */
  objects: ObjectCounts[];
  api: ApiUse;
}

interface ObjectCounts {
  object: string;
  computed: number;
  saved: number;
  deleted: number;
  refused: RefusedRow[];
}

interface Outcome<Details extends object> {
  result: ComputedResult & Details;
  human: string;
}

/**
 * A command that works out records from what it reads and keeps the org's up to date with them: under its lock, with
 * the row equation checked before anything is written, and only what differs written. It may be killed anywhere; the
 * next run works out the same and writes the rest. With `dryRun` it takes no lock and writes nothing.
 */
export async function computedCommand<Details extends object>(
  context: OpenedContext,
  command: SyncCommand,
  compute: (context: SyncContext) => Promise<Computed<Details>>,
  { dryRun = false }: { dryRun?: boolean }
): Promise<Outcome<Details>> {
  if (dryRun) {
    const computed = await compute(context);
    const objects = computed.changes.map(({ object, computed: all, create, update, remove }) => ({
      object,
      computed: all,
      saved: create.length + update.length,
      deleted: remove.length,
      refused: []
    }));
    return outcomeOf(context, computed, { run: null, objects, api: apiUseOf(context) });
  }
  const { result, run, api } = await runUnderLock(context, command, async (lock) => {
    const done = await computeAndSave(context, lock, compute);
    return { result: done, fields: fieldsOf(done) };
  });
  return outcomeOf(context, result.computed, { run, objects: result.objects, api });
}

interface Done<Details extends object> {
  computed: Computed<Details>;
  objects: ObjectCounts[];
}

async function computeAndSave<Details extends object>(
  context: SyncContext,
  lock: RunRecord,
  compute: (context: SyncContext) => Promise<Computed<Details>>
): Promise<Done<Details>> {
  await step(context, 'Wait for jobs of a run that was killed', () => settleJobs(context));
  const computed = await compute(context);
  requireEquation(computed.equation, 'Nothing was written.');
  const objects: ObjectCounts[] = [];
  for (const change of computed.changes) {
    await lock.requireLock();
    const saved = await saveChange(context, change);
    objects.push({ object: change.object, computed: change.computed, ...saved });
  }
  return { computed, objects };
}

function fieldsOf({
  computed: { equation },
  objects
}: Done<object>): Record<string, string | number | boolean> {
  const sum = (of: (counts: ObjectCounts) => number): number =>
    objects.reduce((total, counts) => total + of(counts), 0);
  return {
    Equation__c: equation.text,
    Equation_Holds__c: equation.holds,
    Saved_Count__c: sum(({ saved }) => saved),
    Deleted_Count__c: sum(({ deleted }) => deleted),
    Refused_Count__c: sum(({ refused }) => refused.length)
  };
}

function outcomeOf<Details extends object>(
  { logFile }: OpenedContext,
  { equation, says, details }: Computed<Details>,
  { run, objects, api }: Omit<ComputedResult, 'equation'>
): Outcome<Details> {
  const isDry = run === null;
  const human = [
    ...says,
    ...objects.flatMap((counts) => objectLines(counts, isDry)),
    `${equation.text}.`,
    `${count(api.calls, 'API request')} made${api.left === null ? '' : `, ${api.left.toLocaleString('en-US')} left today`}.`,
    isDry ? 'Dry run: nothing was written.' : `Log: ${logFile}`
  ].join('\n');
  return { result: { ...details, run, equation, objects, api }, human };
}

function objectLines({ object, computed, saved, deleted, refused }: ObjectCounts, isDry: boolean): string[] {
  const done = isDry ? ' would be' : '';
  const [first] = refused;
  return [
    `${object}: ${computed.toLocaleString('en-US')} computed, ${saved}${done} written, ${deleted}${done} deleted` +
      `${refused.length > 0 ? `, ${refused.length} refused by the org` : ''}.`,
    ...(first ? [`  The first refused is ${first.key}: ${first.error}`] : [])
  ];
}
