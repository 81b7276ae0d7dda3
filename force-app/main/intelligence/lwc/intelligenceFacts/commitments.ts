import { businessClock } from 'c/businessClock';
import { parseBusinessHours } from 'c/businessHours';
import { instantOf } from 'c/calendar';
import { dueInWords } from 'c/dueWords';
import { nameOf, nodesOf, orNull, text, totalOf, type Connection } from 'c/graphqlAnswer';
import { type CommitmentNode } from 'c/intelligenceQueries';
import type { ClockState, Commitment, Commitments } from 'c/intelligenceView';

/** What is due within so many days counts as a thing due. */
export const DUE_SOON_DAYS = 7;
/** A working day. */
const SOON_HOURS = 8;
/** The same without known business hours. */
const SOON_MS = 86_400_000;

const CLOSED_STATES: Record<string, ClockState> = { Met: 'met', Refused: 'refused' };

export function commitmentsOf(
  open: Connection<CommitmentNode>,
  closed: Connection<CommitmentNode> | undefined,
  now: Date
): Commitments {
  return {
    open: { items: nodesOf(open).map((node) => commitmentOf(node, now)), total: totalOf(open) },
    closed: nodesOf(closed).map((node) => commitmentOf(node, now))
  };
}

function commitmentOf(node: CommitmentNode, now: Date): Commitment {
  const dueAt = orNull(node.Due_At__c);
  const due = dueAt === null ? null : new Date(instantOf(dueAt));
  const left = due && hoursLeft(node.Service_Level__r, due, now);
  const level = node.Service_Level__r;
  return {
    id: node.Id,
    what: text(node.What__c),
    owedBy: text(node.Owed_By__c),
    responsible: node.Responsible__r
      ? { id: node.Responsible__r.Id, name: text(node.Responsible__r.Name) }
      : null,
    status: text(node.Status__c),
    state: stateOf(node, due, left, now),
    due: due ? dueInWords(due, now, left) : '',
    dueAt: due && due.toISOString(),
    startedAt: orNull(node.Started_At__c),
    startedBy: text(node.Started_By__c),
    doneAt: orNull(node.Done_At__c),
    refusalReason: text(node.Refusal_Reason__c),
    handedOverFrom: nameOf(node.Handed_Over_From__r),
    escalatedTo: nameOf(node.Escalated_To__r),
    level: level
      ? {
          name: text(level.Name),
          version: orNull(level.Version__c),
          promise: text(level.Promise__c),
          hours: orNull(level.Target_Hours__c)
        }
      : null
  };
}

/** Missed and not done is late, and can still be done. */
function stateOf(node: CommitmentNode, due: Date | null, left: number | null, now: Date): ClockState {
  const status = text(node.Status__c);
  if (CLOSED_STATES[status]) {
    return CLOSED_STATES[status];
  }
  if (status === 'Missed' && orNull(node.Done_At__c)) {
    return 'missed';
  }
  if (!due) {
    return 'open';
  }
  if (due < now || status === 'Missed') {
    return 'late';
  }
  const isSoon = left === null ? due.getTime() - now.getTime() <= SOON_MS : left <= SOON_HOURS;
  return isSoon ? 'soon' : 'open';
}

/** Null where no business hours were agreed, or may be read. */
function hoursLeft(level: CommitmentNode['Service_Level__r'], due: Date, now: Date): number | null {
  const { hours } = parseBusinessHours(text(level?.Business_Hours__c), text(level?.Holidays__c));
  return hours ? businessClock(hours).hoursLeft(now, due) : null;
}
