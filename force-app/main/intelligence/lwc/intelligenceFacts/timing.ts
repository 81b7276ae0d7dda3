import { bestTime, countAnswers, LEAST_ANSWERS, parseAnswers } from 'c/answerTimes';
import { dayAt, dayOf, relativeDays } from 'c/calendar';
import { momentumOf, parseWeeks } from 'c/engagement';
import { orNull, text } from 'c/graphqlAnswer';
import { type DealNode, type EngagementNode } from 'c/intelligenceQueries';
import type { ComingUp, Commitment, Engagement, Timing } from 'c/intelligenceView';

const WEEKS_SHOWN = 13;
/** Of each kind; what is further away can wait. */
const COMING_EACH = 3;
const DAY_MS = 86_400_000;

export function engagementOf(node: EngagementNode): Engagement {
  const weeks = parseWeeks(text(node.Weeks__c));
  return {
    id: node.Id,
    weeks: weeks.slice(-WEEKS_SHOWN),
    touches: orNull(node.Touches_13_Weeks__c) ?? 0,
    people: orNull(node.People_13_Weeks__c) ?? 0,
    median: weeks.length > WEEKS_SHOWN ? orNull(node.Median_Week__c) : null,
    momentum: momentumOf(weeks),
    lastTouchOn: orNull(node.Last_Touch_On__c),
    computedAt: orNull(node.Computed_At__c)
  };
}

/** Answers are known by the account's own hours only where its time zone is. */
export function timingOf(
  node: EngagementNode | undefined,
  accountTimeZone: string,
  coming: ComingUp[]
): Timing {
  const cells = parseAnswers(text(node?.Answers__c));
  return {
    id: node?.Id ?? null,
    best: bestTime(cells),
    cells,
    answers: countAnswers(cells),
    minimum: LEAST_ANSWERS,
    timeZone: orNull(node?.Time_Zone__c) || accountTimeZone || null,
    coming,
    computedAt: orNull(node?.Computed_At__c)
  };
}

/** What is due, what is to close, and the end of the quarter: the soonest first. */
export function comingOf(
  open: Commitment[],
  deals: DealNode[],
  { now, timeZone }: { now: Date; timeZone: string }
): ComingUp[] {
  const today = dayAt(now, timeZone);
  const dated = (kind: ComingUp['kind'], day: number, name: string): ComingUp & { day: number } => ({
    kind,
    day,
    on: new Date(day * DAY_MS).toISOString().slice(0, 10),
    text: name
  });
  const soonest = (events: (ComingUp & { day: number })[]): (ComingUp & { day: number })[] =>
    events
      .filter(({ day }) => day >= today)
      .sort((one, other) => one.day - other.day)
      .slice(0, COMING_EACH);
  const due = open
    .filter(({ dueAt, state }) => dueAt && state !== 'late')
    .map(({ dueAt, what }) => dated('commitment', dayOf(dueAt!, timeZone), what));
  const closing = deals
    .filter(({ CloseDate }) => CloseDate?.value)
    .map(({ CloseDate, Name }) => dated('close', dayOf(text(CloseDate), timeZone), text(Name)));
  const [, nextQuarter] = relativeDays('THIS_QUARTER')!(today);
  return [...soonest(due), ...soonest(closing), dated('quarter', nextQuarter - 1, '')]
    .sort((one, other) => one.day - other.day)
    .map(({ kind, on, text: words }) => ({ kind, on, text: words }));
}
