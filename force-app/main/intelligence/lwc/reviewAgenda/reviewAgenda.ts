/**
 * The agenda of the weekly review, from the data: what was kept together first, then what needs the two sides. It
 * names no winner and ranks nobody. Once the meeting is held it is frozen as JSON.
 */
import type { Agenda, AgendaFacts, CommitmentFact, Period, Section } from './types.ts';

export type * from './types.ts';

/** So many items of a point are named; the rest is counted. A meeting reads no more. */
export const NAMED = 25;

const SECTIONS = ['progress', 'disputes', 'missed', 'due', 'tiers', 'insights', 'kpis', 'signals'] as const;

export function writeAgenda(facts: AgendaFacts, period: Period): Agenda {
  const { commitments, targets, progress, insights, signals, kpis } = facts;
  const { from, to, until } = period;
  const isNew = (at: string | null): boolean => at !== null && at > from && at <= to;
  const fellDue = commitments.filter(({ dueAt, status }) => isNew(dueAt) && status !== 'Refused');
  const newTier = targets.filter(
    ({ status, signedAt, tier, tierBefore }) =>
      status === 'Accepted' && isNew(signedAt) && tier !== tierBefore
  );
  return {
    format: 1,
    period,
    kept: { met: fellDue.filter(({ status }) => status === 'Met').length, of: fellDue.length },
    progress: section(progress.filter(({ since }) => isNew(since))),
    // A dispute stays on the agenda until it is settled, however old it is.
    disputes: section(targets.filter(({ status }) => status === 'Disputed')),
    missed: section(fellDue.filter((one) => isMissed(one, to)).sort(byDue)),
    due: section(
      commitments.filter((one) => isOpen(one) && one.dueAt > to && one.dueAt <= until).sort(byDue)
    ),
    tiers: section(newTier),
    // What somebody keeps to themselves is not for a meeting.
    insights: section(insights.filter((one) => isNew(one.writtenAt) && one.visibility !== 'Private')),
    kpis: section(kpis),
    signals: section(signals.filter(({ at }) => isNew(at)))
  };
}

/** The text of `Agenda__c`. */
export function printAgenda(agenda: Agenda): string {
  return JSON.stringify(agenda);
}

/** The frozen agenda; `undefined` when the text is none of this format. */
export function readAgenda(text: string | null): Agenda | undefined {
  if (!text) {
    return undefined;
  }
  try {
    const agenda = JSON.parse(text) as Partial<Agenda> | null;
    const isWhole = SECTIONS.every((name) => Array.isArray(agenda?.[name]?.items));
    return agenda?.format === 1 && agenda.period && agenda.kept && isWhole ? (agenda as Agenda) : undefined;
  } catch {
    return undefined;
  }
}

function section<Item>(items: readonly Item[]): Section<Item> {
  return { items: items.slice(0, NAMED), total: items.length };
}

function isOpen({ status }: CommitmentFact): boolean {
  return status === 'Open' || status === 'Accepted';
}

/** The sync marks what is overdue; until it has run, the clock decides. */
function isMissed(commitment: CommitmentFact, now: string): boolean {
  return commitment.status === 'Missed' || (isOpen(commitment) && commitment.dueAt <= now);
}

function byDue(one: CommitmentFact, two: CommitmentFact): number {
  return one.dueAt.localeCompare(two.dueAt);
}
