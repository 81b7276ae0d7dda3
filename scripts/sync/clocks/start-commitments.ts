import { businessClock } from '../../../force-app/main/intelligence/lwc/businessClock/businessClock.ts';
import { parseBusinessHours } from '../../../force-app/main/intelligence/lwc/businessHours/businessHours.ts';
import { isFresh } from '../../../force-app/main/intelligence/lwc/qualificationFacts/qualificationFacts.ts';
import type { FieldValues } from '../org/rest.ts';
import type { Judged } from './judge-accounts.ts';
import type { Agreement, Commitment, Level, Target } from './types.ts';

/** Something that happened at an account and starts what is owed then. */
interface Trigger {
  /** What tells it from others: the Id of a record, or those of a rule and the account that met it. */
  id: string;
  accountId: string;
  at: string;
  /** In words. */
  what: string;
  responsible?: string | null;
}

export interface Started {
  commitments: (Commitment & { fields: FieldValues })[];
  /** Levels whose hours cannot be read, and why. */
  problems: string[];
}

const LONGEST_TEXT = 255;

/**
 * The commitments that active service levels start, and that are not there yet. Only accounts whose tier both sides have
 * signed start anything, and only what happened since the level's last signature: nobody is late for what was not
 * promised yet.
 */
export function startCommitments(agreement: Agreement, judged: readonly Judged[], now: Date): Started {
  const result: Started = { commitments: [], problems: [] };
  const accepted = new Map(
    agreement.targets.filter(({ isAccepted }) => isAccepted).map((target) => [target.accountId, target])
  );
  const known = new Set(agreement.commitments.map(({ key }) => key));
  for (const level of agreement.levels) {
    const { hours, problems } = parseBusinessHours(level.businessHours, level.holidays);
    if (!hours) {
      result.problems.push(`${level.key} starts nothing: ${problems.join(' ')}`);
      continue;
    }
    const clock = businessClock(hours);
    for (const trigger of triggersOf(level, agreement, judged, now)) {
      const key = `${level.key}:${trigger.id}`;
      const target = accepted.get(trigger.accountId);
      const isInTime =
        Date.parse(trigger.at) >= Date.parse(level.since) && Date.parse(trigger.at) <= now.getTime();
      if (!target || known.has(key) || !isInTime) continue;
      const due = clock.dueAt(new Date(trigger.at), level.hours).toISOString();
      result.commitments.push(commitmentOf(key, level, target, trigger, due));
    }
  }
  return result;
}

function triggersOf(level: Level, agreement: Agreement, judged: readonly Judged[], now: Date): Trigger[] {
  switch (level.startsWhen) {
    case 'MQA reached':
      return reached('MQA', agreement, judged);
    case 'SQA reached':
      return reached('SQA', agreement, judged);
    case 'Strong signal':
      return [...agreement.signals.values()]
        .flat()
        .filter((signal) => signal.strength === 'Strong' && isFresh(signal, now))
        .map(({ id, accountId, createdAt, what }) => ({
          id,
          accountId,
          at: createdAt,
          what: `Strong signal: ${what}`
        }));
    case 'Target accepted':
      return agreement.targets.flatMap(({ id, accountId, acceptedAt, tier }) =>
        acceptedAt === null ? [] : [{ id, accountId, at: acceptedAt, what: `Both sides signed tier ${tier}` }]
      );
    case 'Handed over':
      return agreement.commitments.flatMap(({ id, accountId, handedOverAt, what, responsible, levelId }) =>
        // A commitment that a hand-over started does not start the next one of its own level.
        handedOverAt === null || levelId === level.id
          ? []
          : [{ id, accountId, at: handedOverAt, what: `Handed over: ${what}`, responsible }]
      );
    default:
      return [];
  }
}

/** A new version of a rule does not make an account reach again what an older version had found. */
function reached(kind: 'MQA' | 'SQA', { verdicts }: Agreement, judged: readonly Judged[]): Trigger[] {
  const met = Map.groupBy(
    verdicts.filter((verdict) => verdict.kind === kind && verdict.isMet),
    ({ accountId }) => accountId
  );
  return judged
    .filter((one) => one.kind === kind && one.isMet === true)
    .filter((one) => (met.get(one.accountId) ?? []).every(({ key }) => key === one.key))
    .map(({ accountId, decidedAt, rule }) => ({
      id: `${rule.id}-${accountId}`,
      accountId,
      at: decidedAt,
      what: `${kind} reached by rule ${rule.key}`
    }));
}

function commitmentOf(
  key: string,
  level: Level,
  { accountId, owners }: Target,
  trigger: Trigger,
  dueAt: string
): Commitment & { fields: FieldValues } {
  const what = level.promise.slice(0, LONGEST_TEXT);
  const responsible = trigger.responsible ?? owners[level.owedBy] ?? level.responsible;
  return {
    id: '',
    key,
    accountId,
    levelId: level.id,
    what,
    status: 'Open',
    responsible,
    dueAt,
    doneAt: null,
    handedOverAt: null,
    escalatedAt: null,
    fields: {
      Commitment_Key__c: key,
      Account__c: accountId,
      Service_Level__c: level.id,
      Owed_By__c: level.owedBy,
      What__c: what,
      Responsible__c: responsible,
      Started_At__c: trigger.at,
      Due_At__c: dueAt,
      Started_By__c: trigger.what.slice(0, LONGEST_TEXT)
    }
  };
}
