import CLEAR from '@salesforce/label/c.Caddie_Agreement_Filter_Clear';
import EMPTY from '@salesforce/label/c.Caddie_Agreement_Targets_Empty';
import EMPTY_FILTERED from '@salesforce/label/c.Caddie_Agreement_Targets_Empty_Filtered';
import LIST from '@salesforce/label/c.Caddie_Agreement_Targets_List';
import NEXT from '@salesforce/label/c.Caddie_Agreement_Next';
import PREVIOUS from '@salesforce/label/c.Caddie_Agreement_Previous';
import PROPOSE_ACCOUNT from '@salesforce/label/c.Caddie_Agreement_Propose_Account';
import PROPOSED from '@salesforce/label/c.Caddie_Agreement_Proposed';
import SIGN_ALL_MARKETING from '@salesforce/label/c.Caddie_Agreement_Sign_All_Marketing';
import SIGN_ALL_SALES from '@salesforce/label/c.Caddie_Agreement_Sign_All_Sales';
import SIGNED_MANY from '@salesforce/label/c.Caddie_Agreement_Signed_Many';
import SIGNED_ONE from '@salesforce/label/c.Caddie_Agreement_Signed_One';
import USER_ID from '@salesforce/user/Id';
import { mySignatories } from 'c/agreementRights';
import {
  named,
  PEOPLE,
  TARGET_PAGE,
  TARGET_SUMMARY,
  TARGET_VERSIONS,
  toTargetRows,
  toTargetSummary,
  partStatus,
  type SellerData,
  type TargetPageData,
  type TargetSummary,
  type TargetSummaryData,
  type TargetVersionData
} from 'c/agreementSource';
import { dataOf, getObjectInfo, graphql, saveChange, type GraphQLResult } from 'c/crm';
import { nodesOf, text } from 'c/graphqlAnswer';
import { saveFailure } from 'c/saveFailure';
import {
  capacities,
  dispute,
  signableSides,
  type Capacity,
  type Person,
  type Side,
  type TargetRow
} from 'c/targetList';
import type { EntryRights } from 'c/targetEntry';
import type { Filters } from 'c/targetFilters';
import { count, fill } from 'c/text';
import type { PartStatus } from 'c/agreementPart';
import { LightningElement, wire } from 'lwc';
import { signTarget } from './signTarget';
import { rangeInWords, summaryInWords } from './summary';
import { NO_FILTERS, whereOf } from './where';

/** Accounts on one page. */
const PAGE = 25;

interface ObjectRights {
  createable?: boolean;
  fields: Record<string, { updateable: boolean } | undefined>;
}

interface Page {
  ids: string[];
  /** How many rows stand before it. */
  from: number;
  /** How many rows there are on all pages. */
  total: number;
  /** Where the next page begins. */
  cursor: string | null;
}

interface EntryView {
  row: TargetRow;
  versions: TargetRow[];
  rights: EntryRights;
  isSaving: boolean;
  failure: string;
}

/** The target list: the accounts that both sides have agreed on or still talk about, one page at a time. */
export default class TargetAccounts extends LightningElement {
  pageAnswer: GraphQLResult | undefined;
  versionAnswer: GraphQLResult | undefined;
  summaryAnswer: GraphQLResult | undefined;
  /** The page in view, and the one that is asked for. */
  page: Page | undefined;
  next: Page | undefined;
  rows: TargetRow[] | undefined;
  summary: TargetSummary | undefined;
  people: Person[] = [];
  rights: ObjectRights | undefined;

  filters: Filters = NO_FILTERS;
  /** Where the pages before this one began; the last is this page's own beginning. */
  cursors: (string | null)[] = [null];
  pageVariables: { where: unknown; first: number; after: string | null } = {
    where: whereOf(NO_FILTERS),
    first: PAGE,
    after: null
  };
  versionVariables: { accounts: string[] } | undefined;
  peopleVariables: { ids: string[] } | undefined;

  /** Whose proposal form is open: an account's, or a new one's. */
  proposing: { account: Person | null } | null = null;
  savingId = '';
  failures: Record<string, string> = {};
  announcement = '';

  pageQuery = TARGET_PAGE;
  versionQuery = TARGET_VERSIONS;
  summaryQuery = TARGET_SUMMARY;
  peopleQuery = PEOPLE;
  signs: Side[] = mySignatories().filter((party) => party !== 'finance');

  labels = {
    clear: CLEAR,
    list: LIST,
    next: NEXT,
    previous: PREVIOUS,
    propose: PROPOSE_ACCOUNT
  };

  @wire(graphql, { query: '$pageQuery', variables: '$pageVariables' })
  handlePage(answer: GraphQLResult): void {
    this.pageAnswer = answer;
    const page = dataOf<TargetPageData>(answer)?.uiapi.query.Target_Account__c;
    if (page) {
      const nodes = nodesOf(page);
      const cursor = page.pageInfo?.hasNextPage ? page.pageInfo.endCursor : null;
      const from = (this.cursors.length - 1) * PAGE;
      this.next = { ids: nodes.map(({ Id }) => Id), from, total: page.totalCount ?? nodes.length, cursor };
      const accounts = [...new Set(nodes.map(({ Account__c }) => text(Account__c)))].filter(Boolean);
      this.versionVariables = accounts.length > 0 ? { accounts } : undefined;
      // A page is turned when its rows are there, so that nothing is seen half.
      if (this.next.ids.every((id) => this.rows?.some((row) => row.id === id))) {
        this.page = this.next;
        this.rows ??= [];
      }
    }
  }

  @wire(graphql, { query: '$versionQuery', variables: '$versionVariables' })
  handleVersions(answer: GraphQLResult): void {
    this.versionAnswer = answer;
    const data = dataOf<TargetVersionData>(answer);
    if (data) {
      this.rows = toTargetRows(data);
      this.page = this.next;
    }
  }

  @wire(graphql, { query: '$summaryQuery' })
  handleSummary(answer: GraphQLResult): void {
    this.summaryAnswer = answer;
    const data = dataOf<TargetSummaryData>(answer);
    if (data) {
      this.summary = toTargetSummary(data);
      const ids = [...new Set(this.summary.counts.map(({ sellerId }) => sellerId))].filter(Boolean);
      this.peopleVariables = { ids: [...new Set([...ids, USER_ID])].sort() };
    }
  }

  @wire(graphql, { query: '$peopleQuery', variables: '$peopleVariables' })
  handlePeople(answer: GraphQLResult): void {
    const people = dataOf<SellerData>(answer)?.uiapi.query.User;
    this.people = nodesOf(people).flatMap((node) => named(node) ?? []);
  }

  @wire(getObjectInfo, { objectApiName: 'Target_Account__c' })
  handleInfo({ data }: { data?: ObjectRights }): void {
    this.rights = data;
  }

  get status(): PartStatus {
    return partStatus([this.pageAnswer, this.versionAnswer], this.page !== undefined);
  }

  get isReady(): boolean {
    return this.status === 'ready';
  }

  get mayPropose(): boolean {
    return this.rights?.createable === true;
  }

  get mayDispute(): boolean {
    return this.rights?.fields.Dispute_Reason__c?.updateable === true;
  }

  get canAskProposal(): boolean {
    return this.mayPropose && this.proposing === null;
  }

  get summaryText(): string {
    return summaryInWords(this.summary);
  }

  get capacities(): Capacity[] {
    return this.summary ? capacities(this.summary.counts, this.summary.capacities) : [];
  }

  get names(): Map<string, string> {
    return new Map(this.people.map(({ id, name }) => [id, name]));
  }

  get isFiltered(): boolean {
    return Object.values(this.filters).some(Boolean);
  }

  get isEmpty(): boolean {
    return this.page?.ids.length === 0;
  }

  get emptyText(): string {
    return this.isFiltered ? EMPTY_FILTERED : EMPTY;
  }

  get entries(): EntryView[] {
    const rows = this.rows ?? [];
    return (this.page?.ids ?? []).flatMap((id) => {
      const row = rows.find((one) => one.id === id);
      if (!row) {
        return [];
      }
      const rights = {
        // Which version of the list a signature makes is known with the summary.
        signs: this.summary ? signableSides(row, USER_ID, this.signs) : [],
        mayDispute: this.mayDispute,
        mayPropose: this.mayPropose
      };
      return [
        {
          row,
          versions: this.versionsOf(row),
          rights,
          isSaving: this.savingId === id,
          failure: this.failures[id] ?? ''
        }
      ];
    });
  }

  /** What can be signed on this page in one go, by side. */
  get signAll(): { side: Side; label: string }[] {
    return this.signs.flatMap((side) => {
      const waiting = this.waitingFor(side).length;
      return waiting > 1
        ? [{ side, label: fill(side === 'sales' ? SIGN_ALL_SALES : SIGN_ALL_MARKETING, waiting) }]
        : [];
    });
  }

  get isBusy(): boolean {
    return this.savingId !== '';
  }

  get rangeText(): string {
    const { from, ids, total } = this.page ?? { from: 0, ids: [], total: 0 };
    return rangeInWords(from, ids.length, total);
  }

  get hasPrevious(): boolean {
    return this.cursors.length > 1;
  }

  get hasNext(): boolean {
    return typeof this.page?.cursor === 'string';
  }

  handleFilter(event: CustomEvent<Filters>): void {
    this.filter(event.detail);
  }

  handleClear(): void {
    this.filter(NO_FILTERS);
  }

  handleNext(): void {
    this.turnTo([...this.cursors, this.page?.cursor ?? null]);
  }

  handlePrevious(): void {
    this.turnTo(this.cursors.slice(0, -1));
  }

  handleAskProposal(): void {
    this.proposing = { account: null };
  }

  handlePropose(event: CustomEvent<{ account: Person }>): void {
    this.proposing = { account: event.detail.account };
  }

  handleCancelProposal(): void {
    this.proposing = null;
  }

  async handleProposed(): Promise<void> {
    this.proposing = null;
    this.announcement = PROPOSED;
    await this.refresh();
  }

  async handleSign(event: CustomEvent<{ id: string; side: Side }>): Promise<void> {
    const { id, side } = event.detail;
    await this.signEach([id], side);
  }

  async handleSignAll(event: Event): Promise<void> {
    const side = (event.currentTarget as HTMLElement).dataset.side as Side;
    await this.signEach(
      this.waitingFor(side).map(({ id }) => id),
      side
    );
  }

  async handleDispute(event: CustomEvent<{ id: string; reason: string }>): Promise<void> {
    const { id, reason } = event.detail;
    const isSaved = await this.save(id, () =>
      saveChange(id, dispute(reason, USER_ID, new Date().toISOString()))
    );
    if (isSaved) {
      await this.refresh();
    }
  }

  async handleRetry(): Promise<void> {
    await this.refresh();
  }

  async signEach(ids: readonly string[], side: Side): Promise<void> {
    // One list, one number: what is agreed in one go enters the same version of the list.
    const listVersion = (this.summary?.listVersion ?? 0) + 1;
    // One after the other: a failure stands beside its own row, and the org is not flooded.
    const signed = await ids.reduce(async (before, id) => {
      const sofar = await before;
      return (
        sofar + ((await this.save(id, () => signTarget(id, side, this.rows ?? [], listVersion))) ? 1 : 0)
      );
    }, Promise.resolve(0));
    this.announcement = signed > 0 ? count(signed, SIGNED_ONE, SIGNED_MANY) : '';
    await this.refresh();
  }

  /** True when it was saved; else the row says why not. */
  async save(id: string, saving: () => Promise<void>): Promise<boolean> {
    this.savingId = id;
    this.failures = { ...this.failures, [id]: '' };
    try {
      await saving();
      return true;
    } catch (error) {
      this.failures = { ...this.failures, [id]: saveFailure(error) };
      return false;
    } finally {
      this.savingId = '';
    }
  }

  filter(filters: Filters): void {
    this.filters = filters;
    this.turnTo([null]);
  }

  turnTo(cursors: (string | null)[]): void {
    this.cursors = cursors;
    this.pageVariables = { where: whereOf(this.filters), first: PAGE, after: cursors.at(-1) ?? null };
  }

  waitingFor(side: Side): TargetRow[] {
    return this.entries.filter(({ rights }) => rights.signs.includes(side)).map(({ row }) => row);
  }

  versionsOf({ account }: TargetRow): TargetRow[] {
    return (this.rows ?? []).filter((row) => row.account.id === account.id);
  }

  async refresh(): Promise<void> {
    await Promise.all(
      [this.pageAnswer, this.versionAnswer, this.summaryAnswer].map((answer) => answer?.refresh?.())
    );
  }
}
