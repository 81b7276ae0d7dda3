import AGENDA from '@salesforce/label/c.Caddie_Agreement_Review_Agenda';
import DATE from '@salesforce/label/c.Caddie_Agreement_Review_Date';
import DECIDED from '@salesforce/label/c.Caddie_Agreement_Review_Decided';
import DECISIONS from '@salesforce/label/c.Caddie_Agreement_Review_Decisions';
import DENIED from '@salesforce/label/c.Caddie_Agreement_Denied';
import EARLIER from '@salesforce/label/c.Caddie_Agreement_Review_Earlier';
import FAILED from '@salesforce/label/c.Caddie_Agreement_Failed';
import FROZEN from '@salesforce/label/c.Caddie_Agreement_Review_Frozen';
import HELD from '@salesforce/label/c.Caddie_Agreement_Review_Held';
import HELD_ON from '@salesforce/label/c.Caddie_Agreement_Review_Held_On';
import HOLD from '@salesforce/label/c.Caddie_Agreement_Review_Hold';
import LOADING from '@salesforce/label/c.Caddie_Agreement_Loading';
import NEXT_ON from '@salesforce/label/c.Caddie_Agreement_Review_Next_On';
import NO_AGENDA from '@salesforce/label/c.Caddie_Agreement_Review_No_Agenda';
import NO_DECISIONS from '@salesforce/label/c.Caddie_Agreement_Review_No_Decisions';
import NONE from '@salesforce/label/c.Caddie_Agreement_Review_None';
import PLAN from '@salesforce/label/c.Caddie_Agreement_Review_Plan';
import PLANNED from '@salesforce/label/c.Caddie_Agreement_Review_Planned';
import PRINT from '@salesforce/label/c.Caddie_Agreement_Review_Print';
import TRY_AGAIN from '@salesforce/label/c.Caddie_Try_Again';
import { kpiStandings, type KpiStanding } from 'c/agreementKpis';
import {
  COMMITMENTS,
  INSIGHTS,
  KPI_WEEKS,
  MOVED_TARGETS,
  nodesOf,
  REVIEWS,
  SENT_BACK,
  TARGET_VERSIONS,
  text,
  toAgreedTargets,
  toCommitments,
  toInsights,
  toKpiWeeks,
  toReviews,
  toSignals,
  toTargetRows,
  type CommitmentData,
  type InsightData,
  type KpiData,
  type Review,
  type ReviewData,
  type SignalData,
  type TargetIdData,
  type TargetVersionData
} from 'c/agreementSource';
import {
  dataOf,
  fromGraphQLErrors,
  getObjectInfo,
  graphql,
  isDuplicate,
  saveChange,
  saveNew,
  type GraphQLResult,
  type ObjectInfo
} from 'c/crm';
import { dateInWords } from 'c/dueWords';
import {
  readAgenda,
  writeAgenda,
  type Agenda,
  type CommitmentFact,
  type InsightFact,
  type Period,
  type SignalFact
} from 'c/reviewAgenda';
import { saveFailure } from 'c/saveFailure';
import type { TargetRow } from 'c/targetList';
import { fill } from 'c/text';
import { LightningElement, wire } from 'lwc';
import { kpiFacts, progressFacts, targetFacts } from './facts';
import { dayOf, holding, meetingsOf, periodOf, planning, weekAfter, type Meetings } from './meeting';

const KPI_WEEKS_BACK = 4;
const WEEK_MS = 7 * 86_400_000;

interface HeldView {
  id: string;
  title: string;
  isOpen: boolean;
  agenda: Agenda | undefined;
  decisions: string;
}

/** The weekly review of both sides: its agenda comes from the data and is frozen when the meeting is held. */
export default class WeeklyReview extends LightningElement {
  answers = new Map<string, GraphQLResult>();
  reviews: Review[] | undefined;
  period: Period | undefined;
  commitments: CommitmentFact[] | undefined;
  insights: InsightFact[] | undefined;
  signals: SignalFact[] | undefined;
  targets: TargetRow[] | undefined;
  kpis: KpiStanding[] | undefined;
  mayHold = false;

  openId = '';
  decisions = '';
  nextOn = '';
  planOn = weekAfter(new Date().toISOString().slice(0, 10));
  isSaving = false;
  failure = '';
  announcement = '';

  reviewQuery = REVIEWS;
  commitmentQuery = COMMITMENTS;
  movedQuery = MOVED_TARGETS;
  versionQuery = TARGET_VERSIONS;
  insightQuery = INSIGHTS;
  signalQuery = SENT_BACK;
  kpiQuery = KPI_WEEKS;
  dueVariables: { from: string; until: string } | undefined;
  sinceVariables: { from: string } | undefined;
  versionVariables: { accounts: string[] } | undefined;
  kpiVariables = { from: new Date(Date.now() - KPI_WEEKS_BACK * WEEK_MS).toISOString().slice(0, 10) };

  labels = {
    agenda: AGENDA,
    date: DATE,
    decided: DECIDED,
    decisions: DECISIONS,
    denied: DENIED,
    earlier: EARLIER,
    failed: FAILED,
    frozen: FROZEN,
    hold: HOLD,
    loading: LOADING,
    nextOn: NEXT_ON,
    noAgenda: NO_AGENDA,
    none: NONE,
    plan: PLAN,
    print: PRINT,
    retry: TRY_AGAIN
  };

  @wire(graphql, { query: '$reviewQuery' })
  handleReviews(answer: GraphQLResult): void {
    this.answers.set('reviews', answer);
    const data = dataOf<ReviewData>(answer);
    if (!data) {
      // An answer that has failed must show although the map is the same.
      this.answers = new Map(this.answers);
      return;
    }
    this.reviews = toReviews(data);
    // One moment for all questions, so that the points of an agenda fit together.
    this.period = periodOf(this.meetings, new Date());
    const { from, until } = this.period;
    this.dueVariables = { from, until };
    this.sinceVariables = { from };
    this.nextOn = this.meetings.planned?.nextOn ?? weekAfter(this.period.to.slice(0, 10));
  }

  @wire(graphql, { query: '$commitmentQuery', variables: '$dueVariables' })
  handleCommitments(answer: GraphQLResult): void {
    if (isAnswered(answer)) {
      this.commitments = toCommitments(dataOf<CommitmentData>(answer));
    }
  }

  @wire(graphql, { query: '$movedQuery', variables: '$sinceVariables' })
  handleMoved(answer: GraphQLResult): void {
    if (isAnswered(answer)) {
      const moved = nodesOf(dataOf<TargetIdData>(answer)?.uiapi.query.Target_Account__c);
      const accounts = [...new Set(moved.map(({ Account__c }) => text(Account__c)))].filter(Boolean);
      this.versionVariables = accounts.length > 0 ? { accounts } : undefined;
      this.targets = accounts.length > 0 ? this.targets : [];
    }
  }

  @wire(graphql, { query: '$versionQuery', variables: '$versionVariables' })
  handleVersions(answer: GraphQLResult): void {
    if (isAnswered(answer)) {
      this.targets = toTargetRows(dataOf<TargetVersionData>(answer));
    }
  }

  @wire(graphql, { query: '$insightQuery', variables: '$sinceVariables' })
  handleInsights(answer: GraphQLResult): void {
    if (isAnswered(answer)) {
      this.insights = toInsights(dataOf<InsightData>(answer));
    }
  }

  @wire(graphql, { query: '$signalQuery', variables: '$sinceVariables' })
  handleSignals(answer: GraphQLResult): void {
    if (isAnswered(answer)) {
      this.signals = toSignals(dataOf<SignalData>(answer));
    }
  }

  @wire(graphql, { query: '$kpiQuery', variables: '$kpiVariables' })
  handleKpis(answer: GraphQLResult): void {
    if (isAnswered(answer)) {
      const data = dataOf<KpiData>(answer);
      this.kpis = data ? kpiStandings(toKpiWeeks(data), toAgreedTargets(data), 'All') : [];
    }
  }

  @wire(getObjectInfo, { objectApiName: 'Alignment_Review__c' })
  handleInfo({ data }: { data?: Partial<ObjectInfo> & { createable?: boolean } }): void {
    this.mayHold = data?.createable === true;
  }

  get errorKind(): string | undefined {
    const errors = this.answers.get('reviews')?.errors;
    return errors?.length ? fromGraphQLErrors(errors).kind : undefined;
  }

  get isDenied(): boolean {
    return this.errorKind === 'denied';
  }

  get hasFailed(): boolean {
    return this.errorKind !== undefined && !this.isDenied;
  }

  get isLoading(): boolean {
    return !this.errorKind && !this.agenda;
  }

  get meetings(): Meetings {
    return meetingsOf(this.reviews ?? []);
  }

  get agenda(): Agenda | undefined {
    const { period, commitments, insights, signals, targets, kpis } = this;
    if (!period || !commitments || !insights || !signals || !targets || !kpis) {
      return undefined;
    }
    return writeAgenda(
      {
        commitments,
        targets: targetFacts(targets),
        progress: progressFacts(targets),
        insights,
        signals,
        kpis: kpiFacts(kpis)
      },
      period
    );
  }

  get plannedText(): string {
    const { planned } = this.meetings;
    return planned ? fill(PLANNED, dateInWords(dayOf(planned))) : NONE;
  }

  get mayRecord(): boolean {
    return this.mayHold && this.meetings.planned !== undefined;
  }

  get mayPlan(): boolean {
    return this.mayHold && this.meetings.planned === undefined;
  }

  get held(): HeldView[] {
    return this.meetings.held.map((review) => ({
      id: review.id,
      title: fill(HELD_ON, dateInWords(dayOf(review))),
      isOpen: this.openId === review.id,
      agenda: readAgenda(review.agenda),
      decisions: review.decisions || NO_DECISIONS
    }));
  }

  get hasHeld(): boolean {
    return this.held.length > 0;
  }

  handleDecisions(event: CustomEvent<{ value: string }>): void {
    this.decisions = event.detail.value;
  }

  handleNextOn(event: CustomEvent<{ value: string }>): void {
    this.nextOn = event.detail.value;
  }

  handlePlanOn(event: CustomEvent<{ value: string }>): void {
    this.planOn = event.detail.value;
  }

  handleToggle(event: Event): void {
    const { id = '' } = (event.currentTarget as HTMLElement).dataset;
    this.openId = this.openId === id ? '' : id;
  }

  handlePrint(): void {
    window.print();
  }

  async handleHold(): Promise<void> {
    const { agenda, decisions, nextOn } = this;
    const { planned } = this.meetings;
    if (!agenda || !planned) {
      return;
    }
    const today = agenda.period.to.slice(0, 10);
    const isSaved = await this.save(async () => {
      await saveChange(planned.id, holding(agenda, decisions, nextOn, today));
      await plan(nextOn);
    });
    if (isSaved) {
      this.announcement = HELD;
      this.decisions = '';
      this.openId = planned.id;
    }
  }

  async handlePlan(): Promise<void> {
    await this.save(() => plan(this.planOn));
  }

  async handleRetry(): Promise<void> {
    await this.answers.get('reviews')?.refresh?.();
  }

  async save(saving: () => Promise<void>): Promise<boolean> {
    this.isSaving = true;
    this.failure = '';
    try {
      await saving();
      return true;
    } catch (error) {
      this.failure = saveFailure(error);
      return false;
    } finally {
      this.isSaving = false;
      await this.answers.get('reviews')?.refresh?.();
    }
  }
}

function isAnswered({ data, errors }: GraphQLResult): boolean {
  return data !== undefined || errors !== undefined;
}

/** Plans the next review; one that is planned for that day already is as good. */
async function plan(day: string): Promise<void> {
  if (!day) {
    return;
  }
  try {
    await saveNew('Alignment_Review__c', planning(day));
  } catch (error) {
    if (!isDuplicate(error)) {
      throw error;
    }
  }
}
