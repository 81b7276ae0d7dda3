import COUNTED from '@salesforce/label/c.Caddie_Agreement_Preview_Counted';
import COUNTING from '@salesforce/label/c.Caddie_Agreement_Preview_Counting';
import FAILED from '@salesforce/label/c.Caddie_Agreement_Preview_Failed';
import GAINED_MANY from '@salesforce/label/c.Caddie_Agreement_Preview_Gained_Many';
import GAINED_ONE from '@salesforce/label/c.Caddie_Agreement_Preview_Gained_One';
import GAINED_NONE from '@salesforce/label/c.Caddie_Agreement_Preview_Gained_None';
import LOST_MANY from '@salesforce/label/c.Caddie_Agreement_Preview_Lost_Many';
import LOST_ONE from '@salesforce/label/c.Caddie_Agreement_Preview_Lost_One';
import LOST_NONE from '@salesforce/label/c.Caddie_Agreement_Preview_Lost_None';
import AND_MORE from '@salesforce/label/c.Caddie_Agreement_And_More';
import TITLE from '@salesforce/label/c.Caddie_Agreement_Preview_Title';
import TRUNCATED from '@salesforce/label/c.Caddie_Agreement_Preview_Truncated';
import TRY_AGAIN from '@salesforce/label/c.Caddie_Try_Again';
import UNDECIDED from '@salesforce/label/c.Caddie_Agreement_Preview_Undecided';
import {
  CANDIDATES,
  COMMITTEE_ROLES,
  toCandidates,
  toRolesFilled,
  type Candidate,
  type CandidateData,
  type CommitteeData
} from 'c/agreementSource';
import { dataOf, graphql, type GraphQLResult } from 'c/crm';
import { fill } from 'c/text';
import { api, LightningElement, wire } from 'lwc';
import { addTo, NOTHING, type Tally } from './tally';

/** So many requests of 200 accounts; a preview is an answer in seconds, not a report. */
const MOST_PAGES = 25;
const NAMED = 10;

/**
 * Counts who would qualify by a definition, beside the one in force, over the accounts that the person who looks may
 * see. Nothing is saved. Sends `counted` once it has an answer.
 */
export default class RulePreview extends LightningElement {
  /** The definition in force; blank when there is none. */
  @api current = '';

  definition = '';
  tally: Tally = NOTHING;
  pages = 0;
  isComplete = false;
  isTruncated = false;
  answer: GraphQLResult | undefined;
  candidates: Candidate[] = [];
  nextCursor: string | null = null;
  now = new Date();
  variables: { after: string | null; now: string } | undefined;
  roleVariables: { accounts: string[] } | undefined;

  candidateQuery = CANDIDATES;
  roleQuery = COMMITTEE_ROLES;
  labels = { failed: FAILED, retry: TRY_AGAIN, title: TITLE };

  /** The definition to try. */
  @api
  get criteria(): string {
    return this.definition;
  }
  set criteria(criteria: string) {
    this.definition = criteria;
    this.begin();
  }

  @wire(graphql, { query: '$candidateQuery', variables: '$variables' })
  handleCandidates(answer: GraphQLResult): void {
    this.answer = answer;
    const data = dataOf<CandidateData>(answer);
    const page = data?.uiapi.query.Account;
    if (!data || !page) {
      return;
    }
    this.candidates = toCandidates(data);
    this.nextCursor = page.pageInfo?.hasNextPage ? page.pageInfo.endCursor : null;
    if (this.candidates.length === 0) {
      this.finish();
    } else {
      this.roleVariables = { accounts: this.candidates.map(({ id }) => id) };
    }
  }

  @wire(graphql, { query: '$roleQuery', variables: '$roleVariables' })
  handleRoles(answer: GraphQLResult): void {
    const hasAnswer = answer.data !== undefined || answer.errors !== undefined;
    if (!hasAnswer || this.candidates.length === 0) {
      return;
    }
    const roles = toRolesFilled(dataOf<CommitteeData>(answer));
    this.tally = addTo(this.tally, this.candidates, roles, this.definition, this.current, this.now);
    this.candidates = [];
    this.pages += 1;
    if (this.nextCursor && this.pages < MOST_PAGES) {
      this.variables = { after: this.nextCursor, now: this.now.toISOString() };
    } else {
      this.isTruncated = this.nextCursor !== null;
      this.finish();
    }
  }

  get hasFailed(): boolean {
    return Boolean(this.answer?.errors?.length);
  }

  get isCounting(): boolean {
    return !this.hasFailed && !this.isComplete;
  }

  get countingText(): string {
    return fill(COUNTING, this.tally.counted);
  }

  get summaryText(): string {
    const { counted, gained, kept } = this.tally;
    return fill(COUNTED, gained.length + kept, counted, kept);
  }

  get gainedText(): string {
    return sayNames(this.tally.gained, GAINED_NONE, GAINED_ONE, GAINED_MANY);
  }

  get lostText(): string {
    return sayNames(this.tally.lost, LOST_NONE, LOST_ONE, LOST_MANY);
  }

  get remarks(): string[] {
    const { undecided, counted } = this.tally;
    return [
      ...(undecided > 0 ? [fill(UNDECIDED, undecided)] : []),
      ...(this.isTruncated ? [fill(TRUNCATED, counted)] : [])
    ];
  }

  handleRetry(): void {
    this.answer?.refresh?.();
  }

  begin(): void {
    this.tally = NOTHING;
    this.pages = 0;
    this.isComplete = false;
    this.isTruncated = false;
    this.candidates = [];
    // The moment is part of the question, so that a second preview is a new one.
    this.now = new Date();
    this.variables = { after: null, now: this.now.toISOString() };
  }

  finish(): void {
    this.isComplete = true;
    this.dispatchEvent(new CustomEvent('counted'));
  }
}

function sayNames(names: readonly string[], none: string, one: string, many: string): string {
  if (names.length === 0) {
    return none;
  }
  const shown = names.slice(0, NAMED).join(', ');
  const rest = names.length - NAMED;
  return fill(names.length === 1 ? one : many, names.length, rest > 0 ? fill(AND_MORE, shown, rest) : shown);
}
