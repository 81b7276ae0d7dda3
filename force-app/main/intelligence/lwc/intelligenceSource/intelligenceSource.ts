import TIME_ZONE from '@salesforce/i18n/timeZone';
import USER_ID from '@salesforce/user/Id';
import { dataOf, fromGraphQLErrors, graphql, type GraphQLResult } from 'c/crm';
import { accountOf, isDenied, toView } from 'c/intelligenceFacts';
import { ACCOUNT_PLACE, DEAL_PLACE, FACTS, type FactsAnswer, type PlaceAnswer } from 'c/intelligenceQueries';
import { NO_VIEW, type IntelligenceView } from 'c/intelligenceView';
import { api, LightningElement, wire } from 'lwc';

/** How long what is closed stays in sight. */
const CLOSED_DAYS = 90;
const DAY_MS = 86_400_000;

/**
 * Reads what the org knows about an account, in two requests: the place (account, deals, people) and the facts (what is
 * agreed, sent and written). On a deal the second waits for the first, which names the account. Sends `viewchange`
 * with an `IntelligenceView` whenever an answer has come.
 */
export default class IntelligenceSource extends LightningElement {
  @api
  get recordId(): string {
    return this._recordId;
  }
  set recordId(recordId: string) {
    this._recordId = recordId;
    this.ask();
  }

  @api
  get objectApiName(): string {
    return this._objectApiName;
  }
  set objectApiName(name: string) {
    this._objectApiName = name;
    this.ask();
  }

  _recordId = '';
  _objectApiName = '';
  place: GraphQLResult | undefined;
  facts: GraphQLResult | undefined;
  placeQuery: unknown;
  placeVariables: { recordId: string } | undefined;
  factsQuery = FACTS;
  factsVariables: { accountId: string; now: string; since: string } | undefined;

  /** Reads both again, after a save or a failure. */
  @api
  async refresh(): Promise<void> {
    await Promise.all([this.place?.refresh?.(), this.facts?.refresh?.()]);
  }

  @wire(graphql, { query: '$placeQuery', variables: '$placeVariables' })
  handlePlace(answer: GraphQLResult): void {
    this.place = answer;
    const place = dataOf<PlaceAnswer>(answer);
    if (place && this.isDeal) {
      this.askFacts(accountOf(place)?.Id);
    }
    this.send();
  }

  @wire(graphql, { query: '$factsQuery', variables: '$factsVariables' })
  handleFacts(answer: GraphQLResult): void {
    this.facts = answer;
    this.send();
  }

  get isDeal(): boolean {
    return this._objectApiName === 'Opportunity';
  }

  ask(): void {
    if (!this._recordId || !this._objectApiName) {
      return;
    }
    this.place = undefined;
    this.facts = undefined;
    this.placeQuery = this.isDeal ? DEAL_PLACE : ACCOUNT_PLACE;
    this.placeVariables = { recordId: this._recordId };
    this.askFacts(this.isDeal ? undefined : this._recordId);
  }

  /** Asked once for each account: another moment would be another question, and another request. */
  askFacts(accountId: string | undefined): void {
    if (accountId === this.factsVariables?.accountId) {
      return;
    }
    const now = Date.now();
    this.facts = undefined;
    this.factsVariables = accountId
      ? {
          accountId,
          now: new Date(now).toISOString(),
          since: new Date(now - CLOSED_DAYS * DAY_MS).toISOString()
        }
      : undefined;
  }

  send(): void {
    this.dispatchEvent(new CustomEvent<IntelligenceView>('viewchange', { detail: this.toView() }));
  }

  toView(): IntelligenceView {
    const errors = [...(this.place?.errors ?? []), ...(this.facts?.errors ?? [])];
    if (errors.length > 0) {
      return { ...NO_VIEW, status: fromGraphQLErrors(errors).kind === 'denied' ? 'denied' : 'failed' };
    }
    const place = this.place && dataOf<PlaceAnswer>(this.place);
    const facts = this.facts && dataOf<FactsAnswer>(this.facts);
    if (!place || (this.factsVariables && !facts)) {
      return NO_VIEW;
    }
    if (facts && isDenied(facts)) {
      return { ...NO_VIEW, status: 'denied' };
    }
    return toView(place, facts, {
      now: new Date(),
      timeZone: TIME_ZONE,
      userId: USER_ID,
      dealId: this.isDeal ? this._recordId : undefined
    });
  }
}
