import COMMITMENTS from '@salesforce/label/c.Caddie_Intelligence_Commitments';
import COMMITTEE from '@salesforce/label/c.Caddie_Intelligence_Committee';
import ENGAGEMENT from '@salesforce/label/c.Caddie_Intelligence_Engagement';
import ENGAGEMENT_NONE from '@salesforce/label/c.Caddie_Intelligence_Engagement_Line_None';
import FIT from '@salesforce/label/c.Caddie_Intelligence_Fit';
import FIT_ELSEWHERE from '@salesforce/label/c.Caddie_Intelligence_Fit_Line_Elsewhere';
import FIT_NONE from '@salesforce/label/c.Caddie_Intelligence_Fit_Line_None';
import FIT_WRITTEN from '@salesforce/label/c.Caddie_Intelligence_Fit_Line';
import INSIGHTS from '@salesforce/label/c.Caddie_Intelligence_Insights';
import INSIGHTS_MANY from '@salesforce/label/c.Caddie_Intelligence_Insights_Many';
import INSIGHTS_NONE from '@salesforce/label/c.Caddie_Intelligence_Insights_Line_None';
import INSIGHTS_ONE from '@salesforce/label/c.Caddie_Intelligence_Insights_One';
import NEXT from '@salesforce/label/c.Caddie_Intelligence_Timing_Line';
import OPEN from '@salesforce/label/c.Caddie_Intelligence_Open_Line';
import OPEN_LATE from '@salesforce/label/c.Caddie_Intelligence_Open_Line_Late';
import OPEN_NONE from '@salesforce/label/c.Caddie_Intelligence_Open_Line_None';
import ROLES_FILLED from '@salesforce/label/c.Caddie_Intelligence_Roles_Filled';
import SIGNALS from '@salesforce/label/c.Caddie_Intelligence_Signals';
import SIGNALS_FRESH from '@salesforce/label/c.Caddie_Intelligence_Signals_Line';
import SIGNALS_NONE from '@salesforce/label/c.Caddie_Intelligence_Signals_Line_None';
import SIGNALS_STRONG from '@salesforce/label/c.Caddie_Intelligence_Signals_Line_Strong';
import STANDING from '@salesforce/label/c.Caddie_Intelligence_Standing';
import STANDING_DISPUTED from '@salesforce/label/c.Caddie_Intelligence_Standing_Disputed';
import STANDING_NONE from '@salesforce/label/c.Caddie_Intelligence_Standing_None';
import STANDING_OPEN from '@salesforce/label/c.Caddie_Intelligence_Standing_Open';
import STANDING_SIGNED from '@salesforce/label/c.Caddie_Intelligence_Standing_Signed';
import TIMING from '@salesforce/label/c.Caddie_Intelligence_Timing';
import TOUCHES_MANY from '@salesforce/label/c.Caddie_Intelligence_Touches_Many';
import TOUCHES_ONE from '@salesforce/label/c.Caddie_Intelligence_Touches_One';
import { dateInWords } from 'c/dueWords';
import type { Committee, IntelligenceView, Standing } from 'c/intelligenceView';
import { count, fill } from 'c/text';

/** The parts of account intelligence, in the order in which they always stand. */
export type SectionName =
  'standing' | 'signals' | 'committee' | 'engagement' | 'timing' | 'commitments' | 'insights' | 'fit';

/** One part as its folded line tells it. */
export interface SectionLine {
  name: SectionName;
  label: string;
  summary: string;
  tone: 'late' | 'soon' | 'none';
}

/** The line of each part that the person may see, in their order. */
export function sectionLines(view: IntelligenceView): SectionLine[] {
  const { standing, signals, committee, engagement, timing, commitments, insights, fit } = view;
  const lines: SectionLine[] = [];
  const add = (
    name: SectionName,
    label: string,
    summary: string,
    tone: SectionLine['tone'] = 'none'
  ): void => {
    lines.push({ name, label, summary, tone });
  };
  if (standing) {
    add('standing', STANDING, standingLine(standing));
  }
  if (signals) {
    add('signals', SIGNALS, signalLine(signals.total, strongSignals(view)));
  }
  if (committee) {
    add(
      'committee',
      COMMITTEE,
      fill(ROLES_FILLED, committee.expected - missingRoles(committee), committee.expected)
    );
  }
  if (engagement !== undefined) {
    const { touches = 0 } = engagement ?? {};
    add(
      'engagement',
      ENGAGEMENT,
      touches === 0 ? ENGAGEMENT_NONE : count(touches, TOUCHES_ONE, TOUCHES_MANY)
    );
  }
  if (timing) {
    const [next] = timing.coming;
    add('timing', TIMING, next ? fill(NEXT, dateInWords(next.on)) : '');
  }
  if (commitments) {
    const { total } = commitments.open;
    const line = view.late > 0 ? fill(OPEN_LATE, total, view.late) : fill(OPEN, total);
    add('commitments', COMMITMENTS, total === 0 ? OPEN_NONE : line, commitmentTone(view));
  }
  if (insights) {
    const { total } = insights;
    add('insights', INSIGHTS, total === 0 ? INSIGHTS_NONE : count(total, INSIGHTS_ONE, INSIGHTS_MANY));
  }
  if (fit) {
    add('fit', FIT, fit.solvedElsewhere ? FIT_ELSEWHERE : fit.problem ? FIT_WRITTEN : FIT_NONE);
  }
  return lines;
}

/** The part that a rep with ten seconds should see open. */
export function mostUrgent(view: IntelligenceView): SectionName {
  const { signals, committee, commitments, insights } = view;
  if (commitments?.open.items.some(({ state }) => state === 'late' || state === 'soon')) {
    return 'commitments';
  }
  if (strongSignals(view) > 0) {
    return 'signals';
  }
  if (committee && missingRoles(committee) > 0 && committee.deals.length > 0) {
    return 'committee';
  }
  if (signals && signals.total > 0) {
    return 'signals';
  }
  return insights ? 'insights' : 'standing';
}

/** True where nobody has decided, sent, promised or written anything. */
export function isBlank({ standing, signals, commitments, insights, engagement }: IntelligenceView): boolean {
  return (
    !standing?.id &&
    !engagement &&
    [signals?.total, commitments?.open.total, commitments?.closed.length, insights?.total].every(
      (many) => !many
    )
  );
}

function standingLine({ id, status, listVersion }: Standing): string {
  if (!id) {
    return STANDING_NONE;
  }
  if (status === 'Accepted') {
    return fill(STANDING_SIGNED, listVersion ?? 1);
  }
  return status === 'Disputed' ? STANDING_DISPUTED : STANDING_OPEN;
}

function signalLine(total: number, strong: number): string {
  if (total === 0) {
    return SIGNALS_NONE;
  }
  return strong > 0 ? fill(SIGNALS_STRONG, total, strong) : fill(SIGNALS_FRESH, total);
}

function strongSignals({ signals }: IntelligenceView): number {
  return signals?.items.filter(({ strength }) => strength === 'Strong').length ?? 0;
}

function missingRoles({ roles, expected }: Committee): number {
  return roles.slice(0, expected).filter(({ members }) => members.length === 0).length;
}

function commitmentTone({ late, commitments }: IntelligenceView): SectionLine['tone'] {
  if (late > 0) {
    return 'late';
  }
  return commitments?.open.items.some(({ state }) => state === 'soon') ? 'soon' : 'none';
}
