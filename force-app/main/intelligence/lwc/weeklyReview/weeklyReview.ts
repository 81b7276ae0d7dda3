import AGENDA from '@salesforce/label/c.Caddie_Agreement_Review_Agenda';
import DATE from '@salesforce/label/c.Caddie_Agreement_Review_Date';
import DECIDED from '@salesforce/label/c.Caddie_Agreement_Review_Decided';
import DECISIONS from '@salesforce/label/c.Caddie_Agreement_Review_Decisions';
import EARLIER from '@salesforce/label/c.Caddie_Agreement_Review_Earlier';
import FROZEN from '@salesforce/label/c.Caddie_Agreement_Review_Frozen';
import HELD from '@salesforce/label/c.Caddie_Agreement_Review_Held';
import HELD_ON from '@salesforce/label/c.Caddie_Agreement_Review_Held_On';
import HOLD from '@salesforce/label/c.Caddie_Agreement_Review_Hold';
import NEXT_ON from '@salesforce/label/c.Caddie_Agreement_Review_Next_On';
import NO_AGENDA from '@salesforce/label/c.Caddie_Agreement_Review_No_Agenda';
import NO_DECISIONS from '@salesforce/label/c.Caddie_Agreement_Review_No_Decisions';
import NONE from '@salesforce/label/c.Caddie_Agreement_Review_None';
import PLAN from '@salesforce/label/c.Caddie_Agreement_Review_Plan';
import PLANNED from '@salesforce/label/c.Caddie_Agreement_Review_Planned';
import PRINT from '@salesforce/label/c.Caddie_Agreement_Review_Print';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import { REVIEWS, toReviews, partStatus, type Review, type ReviewData } from 'c/agreementSource';
import type { AgendaChange } from 'c/agendaSource';
import type { PointName } from 'c/agendaView';
import {
  dataOf,
  getObjectInfo,
  graphql,
  isDuplicate,
  saveChange,
  saveNew,
  type GraphQLResult,
  type ObjectInfo
} from 'c/crm';
import { dateInWords } from 'c/dueWords';
import { readAgenda, type Agenda, type Period } from 'c/reviewAgenda';
import { dayFrom } from 'c/repPreferences';
import { saveFailure } from 'c/saveFailure';
import { fill } from 'c/text';
import type { PartStatus } from 'c/agreementPart';
import { LightningElement, wire } from 'lwc';
import { dayOf, holding, meetingsOf, periodOf, planning, weekAfter, type Meetings } from './meeting';

interface HeldView {
  id: string;
  title: string;
  isOpen: boolean;
  agenda: Agenda | undefined;
  decisions: string;
}

/** The weekly review of both sides: its agenda comes from the data and is frozen when the meeting is held. */
export default class WeeklyReview extends LightningElement {
  answer: GraphQLResult | undefined;
  reviews: Review[] | undefined;
  period: Period | undefined;
  agenda: Agenda | undefined;
  unseen: PointName[] = [];
  mayHold = false;

  openId = '';
  decisions = '';
  nextOn = '';
  planOn = weekAfter(dayFrom(new Date(), 0, TIME_ZONE));
  isSaving = false;
  failure = '';
  announcement = '';

  reviewQuery = REVIEWS;
  labels = {
    agenda: AGENDA,
    date: DATE,
    decided: DECIDED,
    decisions: DECISIONS,
    earlier: EARLIER,
    frozen: FROZEN,
    hold: HOLD,
    nextOn: NEXT_ON,
    noAgenda: NO_AGENDA,
    none: NONE,
    plan: PLAN,
    print: PRINT
  };

  @wire(graphql, { query: '$reviewQuery' })
  handleReviews(answer: GraphQLResult): void {
    this.answer = answer;
    const data = dataOf<ReviewData>(answer);
    if (data) {
      this.reviews = toReviews(data);
      // One moment for all questions, so that the points of an agenda fit together.
      this.period = periodOf(this.meetings, new Date());
      this.nextOn =
        this.meetings.planned?.nextOn ?? weekAfter(dayFrom(new Date(this.period.to), 0, TIME_ZONE));
    }
  }

  @wire(getObjectInfo, { objectApiName: 'Alignment_Review__c' })
  handleInfo({ data }: { data?: Partial<ObjectInfo> & { createable?: boolean } }): void {
    this.mayHold = data?.createable === true;
  }

  get status(): PartStatus {
    return partStatus([this.answer], this.agenda !== undefined);
  }

  get isReady(): boolean {
    return this.status === 'ready';
  }

  get meetings(): Meetings {
    return meetingsOf(this.reviews ?? []);
  }

  get plannedText(): string {
    const { planned } = this.meetings;
    return planned ? fill(PLANNED, dateInWords(dayOf(planned))) : NONE;
  }

  get mayRecord(): boolean {
    // What somebody sees only in part, they cannot freeze for everyone.
    return this.mayHold && this.meetings.planned !== undefined && this.unseen.length === 0;
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

  handleAgenda(event: CustomEvent<AgendaChange>): void {
    this.agenda = event.detail.agenda;
    this.unseen = event.detail.unseen;
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
    const today = dayFrom(new Date(agenda.period.to), 0, TIME_ZONE);
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
    await this.answer?.refresh?.();
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
      await this.answer?.refresh?.();
    }
  }
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
