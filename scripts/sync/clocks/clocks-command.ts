import { weekOf } from '../../../force-app/main/intelligence/lwc/engagement/engagement.ts';
import { count } from '../../lib/count.ts';
import type { FieldValues } from '../org/rest.ts';
import { changesFor } from '../run/changes.ts';
import type { Change, Stored } from '../run/changes.ts';
import { computedCommand } from '../run/computed-command.ts';
import type { Computed } from '../run/computed-command.ts';
import { step } from '../run/context.ts';
import type { SyncContext } from '../run/context.ts';
import { rowEquation } from '../run/equation.ts';
import type { RowEquation } from '../run/equation.ts';
import type { OpenedContext } from '../run/open-context.ts';
import { countKpis } from './count-kpis.ts';
import { judgeAccounts } from './judge-accounts.ts';
import type { Judged } from './judge-accounts.ts';
import { loadJudge } from './judge.ts';
import { moveJourneys } from './move-journeys.ts';
import type { Placed } from './move-journeys.ts';
import { readAccounts, readEngagements, readSignals } from './read-accounts.ts';
import { readDeals } from './read-deals.ts';
import { readCommitments, readKpis, readVerdicts } from './read-results.ts';
import { readLevels, readRules } from './read-rules.ts';
import { readTargets } from './read-targets.ts';
import { runClocks } from './run-clocks.ts';
import type { Clocked } from './run-clocks.ts';
import { startCommitments } from './start-commitments.ts';
import type { Started } from './start-commitments.ts';
import { sayChanges } from './say-changes.ts';
import type { ClockChanges } from './say-changes.ts';
import type { Agreement, Commitment } from './types.ts';

export interface ClocksOptions {
  dryRun?: boolean;
  /** The moment that the clocks show; the machine's own without it. */
  now?: Date;
}

/** `caddie sync clocks`: verdicts, journeys, commitments with their clocks, and the KPIs of the week. */
export async function clocksCommand(context: OpenedContext, { dryRun, now }: ClocksOptions) {
  return computedCommand(
    context,
    'clocks',
    (running) => computeClocks(running, now ?? running.client.clock.now()),
    { ...(dryRun !== undefined && { dryRun }) }
  );
}

async function computeClocks(context: SyncContext, now: Date): Promise<Computed<ClockChanges>> {
  const judge = await loadJudge();
  const agreement = await readAgreement(context, now);
  const kpis = await step(context, 'Read KPIs of the week', () =>
    readKpis(context.client, weekOf(now.toISOString().slice(0, 10)))
  );
  const { judged, computed: verdicts, problems } = judgeAccounts(agreement, judge, now);
  const placed = moveJourneys(agreement, judged, now);
  const started = startCommitments(agreement, judged, now);
  const clocked = runClocks([...agreement.commitments, ...started.commitments], agreement.levels, now);
  const changes = sayChanges(agreement, judged, placed, started, clocked);
  return {
    equation: equationOf(agreement, judged, started, clocked),
    changes: [
      changesFor({
        object: 'Qualification__c',
        key: 'Qualification_Key__c',
        computed: verdicts,
        stored: agreement.verdicts.map(({ stored }) => stored),
        fixed: ['Account__c']
      }),
      journeyChange(placed),
      commitmentChange(clocked, started, now),
      kpiChange(countKpis(agreement, placed, judged, now), kpis)
    ],
    says: [
      `${count(agreement.targets.length, 'target account')} at ${now.toISOString()}.`,
      ...problems,
      ...started.problems,
      ...changes.says
    ],
    details: changes.details
  };
}

async function readAgreement(context: SyncContext, now: Date): Promise<Agreement> {
  const { client } = context;
  const targets = await step(context, 'Read the target list', () => readTargets(client));
  const rules = await step(context, 'Read rules and service levels', () => readRules(client, now));
  const levels = await readLevels(client);
  const accounts = await step(context, 'Read accounts', () => readAccounts(client, rules));
  const signals = await step(context, 'Read signals and engagement', () => readSignals(client, now));
  const engagements = await readEngagements(client);
  const deals = await step(context, 'Read deals', () => readDeals(context, now));
  const verdicts = await step(context, 'Read verdicts and commitments', () => readVerdicts(client));
  const commitments = await readCommitments(client);
  return { targets, rules, levels, accounts, signals, engagements, deals, verdicts, commitments };
}

function journeyChange(placed: readonly Placed[]): Change {
  const update = placed
    .filter(({ isWritten }) => isWritten)
    .map(({ target, place, since }) => ({
      Target_Key__c: target.key,
      Journey__c: place,
      Journey_Since__c: since
    }));
  const computed = placed.length;
  return { object: 'Target_Account__c', key: 'Target_Key__c', computed, create: [], update, remove: [] };
}

/** New ones whole; of those that are there only what the clock decides, since people change the rest meanwhile. */
function commitmentChange(clocked: readonly Clocked[], { commitments }: Started, now: Date): Change {
  const isNew = new Map(commitments.map(({ key, fields }) => [key, fields]));
  const records = clocked.map((one): [Clocked, FieldValues] => [one, decided(one, now)]);
  return {
    object: 'Commitment__c',
    key: 'Commitment_Key__c',
    computed: clocked.length,
    create: records.flatMap(([{ commitment }, fields]) => {
      const first = isNew.get(commitment.key);
      return first ? [{ ...first, ...fields }] : [];
    }),
    update: records.flatMap(([{ commitment, status, escalateTo }, fields]) =>
      !isNew.has(commitment.key) && (status !== commitment.status || escalateTo !== null) ? [fields] : []
    ),
    remove: []
  };
}

function decided({ commitment, status, escalateTo }: Clocked, now: Date): FieldValues {
  return {
    Commitment_Key__c: commitment.key,
    Status__c: status,
    ...(escalateTo !== null && { Escalated_To__c: escalateTo, Escalated_At__c: now.toISOString() })
  };
}

function kpiChange(computed: readonly FieldValues[], stored: readonly Stored[]): Change {
  return changesFor({
    object: 'Kpi_Week__c',
    key: 'Kpi_Key__c',
    computed,
    stored,
    stamps: ['Computed_At__c'],
    isWhole: true
  });
}

/** Every account is judged once by each rule that can be read, and every commitment is somewhere. */
function equationOf(
  agreement: Agreement,
  judged: readonly Judged[],
  { commitments }: Started,
  clocked: readonly Clocked<Commitment>[]
): RowEquation {
  const rules = new Set(judged.map(({ rule }) => rule.key)).size;
  const verdicts = (isMet: boolean | null): number => judged.filter((one) => one.isMet === isMet).length;
  const withStatus = (wanted: string): number => clocked.filter(({ status }) => status === wanted).length;
  return rowEquation(
    agreement.targets.length * rules + agreement.commitments.length + commitments.length,
    'verdicts and commitments',
    {
      met: verdicts(true),
      'not met': verdicts(false),
      undecided: verdicts(null),
      open: withStatus('Open'),
      accepted: withStatus('Accepted'),
      kept: withStatus('Met'),
      missed: withStatus('Missed'),
      refused: withStatus('Refused')
    }
  );
}
