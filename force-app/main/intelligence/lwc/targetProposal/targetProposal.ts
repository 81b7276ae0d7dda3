import ACCOUNT from '@salesforce/label/c.Caddie_Agreement_Account';
import BEFORE from '@salesforce/label/c.Caddie_Agreement_Proposal_Before';
import CANCEL from '@salesforce/label/c.Caddie_Cancel';
import FIRST from '@salesforce/label/c.Caddie_Agreement_Proposal_First';
import INCOMPLETE from '@salesforce/label/c.Caddie_Agreement_Proposal_Incomplete';
import MARKETING_OWNER from '@salesforce/label/c.Caddie_Agreement_Marketing_Owner';
import PROPOSE from '@salesforce/label/c.Caddie_Agreement_Propose';
import REASON from '@salesforce/label/c.Caddie_Agreement_Reason_Tier';
import SALES_OWNER from '@salesforce/label/c.Caddie_Agreement_Sales_Owner';
import TIER from '@salesforce/label/c.Caddie_Agreement_Tier';
import TIER_LABEL from '@salesforce/label/c.Caddie_Agreement_Tier_Label';
import TITLE from '@salesforce/label/c.Caddie_Agreement_Proposal_Title';
import TITLE_CHANGE from '@salesforce/label/c.Caddie_Agreement_Proposal_Title_Change';
import USER_ID from '@salesforce/user/Id';
import { TARGET_VERSIONS, toTargetRows, type TargetVersionData } from 'c/agreementSource';
import { dataOf, graphql, saveNew, type GraphQLResult } from 'c/crm';
import { saveFailure } from 'c/saveFailure';
import { proposal, TIERS, type Person, type TargetRow, type Tier } from 'c/targetList';
import { fill } from 'c/text';
import { api, LightningElement, wire } from 'lwc';

/**
 * Proposes an account for the target list, or a change for one that is in it. Sends `saved` once the proposal is kept,
 * and `cancel`. Nothing typed is lost when the save fails.
 */
export default class TargetProposal extends LightningElement {
  chosen: Person | null = null;
  accountId: string | null = null;
  tier: Tier | '' = '';
  salesOwnerId: string | null = null;
  marketingOwnerId: string | null = null;
  reason = '';
  versions: TargetRow[] | undefined;
  variables: { accounts: string[] } | undefined;
  isSaving = false;
  failure = '';
  hadFocus = false;
  versionQuery = TARGET_VERSIONS;

  labels = {
    account: ACCOUNT,
    cancel: CANCEL,
    marketingOwner: MARKETING_OWNER,
    propose: PROPOSE,
    reason: REASON,
    salesOwner: SALES_OWNER,
    tier: TIER_LABEL
  };
  tiers = TIERS.map((tier) => ({ label: fill(TIER, tier), value: tier }));

  /** The account to change; without it one is chosen. */
  @api
  get account(): Person | null {
    return this.chosen;
  }
  set account(account: Person | null) {
    this.chosen = account;
    this.choose(account?.id ?? null);
  }

  @wire(graphql, { query: '$versionQuery', variables: '$variables' })
  handleVersions(answer: GraphQLResult): void {
    const data = dataOf<TargetVersionData>(answer);
    if (!data || !this.accountId) {
      return;
    }
    this.versions = toTargetRows(data);
    // A change begins with what stands, so that only what changes is typed.
    const last = this.last;
    if (last && !this.tier) {
      this.tier = last.tier;
      this.salesOwnerId = last.salesOwner?.id ?? null;
      this.marketingOwnerId = last.marketingOwner?.id ?? null;
    }
  }

  renderedCallback(): void {
    if (!this.hadFocus) {
      this.hadFocus = true;
      (this.refs as { heading?: HTMLElement }).heading?.focus();
    }
  }

  get title(): string {
    return this.chosen ? fill(TITLE_CHANGE, this.chosen.name) : TITLE;
  }

  get isNewAccount(): boolean {
    return this.chosen === null;
  }

  get last(): TargetRow | undefined {
    return this.versions?.[0];
  }

  get beforeText(): string {
    if (!this.versions) {
      return '';
    }
    return this.last ? fill(BEFORE, this.last.version, this.last.tier, this.last.version + 1) : FIRST;
  }

  get isIncomplete(): boolean {
    return !this.versions || !this.tier || this.reason.trim() === '';
  }

  handleAccount(event: CustomEvent<{ recordId: string | null }>): void {
    this.tier = '';
    this.choose(event.detail.recordId);
  }

  handleTier(event: CustomEvent<{ value: string }>): void {
    this.tier = event.detail.value as Tier;
  }

  handleSalesOwner(event: CustomEvent<{ recordId: string | null }>): void {
    this.salesOwnerId = event.detail.recordId;
  }

  handleMarketingOwner(event: CustomEvent<{ recordId: string | null }>): void {
    this.marketingOwnerId = event.detail.recordId;
  }

  handleReason(event: CustomEvent<{ value: string }>): void {
    this.reason = event.detail.value;
  }

  handleCancel(): void {
    this.dispatchEvent(new CustomEvent('cancel'));
  }

  async handlePropose(): Promise<void> {
    const { accountId, tier, salesOwnerId, marketingOwnerId, reason } = this;
    if (this.isIncomplete || !accountId || !tier) {
      this.failure = INCOMPLETE;
      return;
    }
    this.isSaving = true;
    this.failure = '';
    try {
      const wish = { accountId, tier, salesOwnerId, marketingOwnerId, reason };
      const at = new Date().toISOString();
      await saveNew('Target_Account__c', proposal(wish, this.last?.version ?? 0, USER_ID, at));
      this.dispatchEvent(new CustomEvent('saved'));
    } catch (error) {
      this.failure = saveFailure(error);
    }
    this.isSaving = false;
  }

  choose(accountId: string | null): void {
    this.accountId = accountId;
    this.versions = undefined;
    this.variables = accountId ? { accounts: [accountId] } : undefined;
  }
}
