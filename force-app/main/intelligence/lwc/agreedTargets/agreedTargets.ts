import AGREE from '@salesforce/label/c.Caddie_Agreement_Agree_Title';
import AGREED from '@salesforce/label/c.Caddie_Agreement_Agree_Saved';
import ALL_TIERS from '@salesforce/label/c.Caddie_Agreement_Filter_All_Tiers';
import EMPTY from '@salesforce/label/c.Caddie_Agreement_Kpis_Empty';
import ORIGIN from '@salesforce/label/c.Caddie_Agreement_Kpis_Origin';
import TIER from '@salesforce/label/c.Caddie_Agreement_Tier';
import TIER_LABEL from '@salesforce/label/c.Caddie_Agreement_Tier_Label';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import {
  kpiStandings,
  type AgreedTarget,
  type KpiStanding,
  type KpiTier,
  type KpiWeek
} from 'c/agreementKpis';
import { KPI_WEEKS, toAgreedTargets, toKpiWeeks, partStatus, type KpiData } from 'c/agreementSource';
import { dataOf, getObjectInfo, graphql, type GraphQLResult, type ObjectInfo } from 'c/crm';
import { dayFrom } from 'c/repPreferences';
import { fill } from 'c/text';
import type { PartStatus } from 'c/agreementPart';
import { LightningElement, wire } from 'lwc';

const WEEKS = 13;
const WEEK_MS = 7 * 86_400_000;

/** KPIs of the agreement by tier, each beside what both sides agreed to reach. */
export default class AgreedTargets extends LightningElement {
  answer: GraphQLResult | undefined;
  weeks: KpiWeek[] | undefined;
  targets: AgreedTarget[] = [];
  tier: KpiTier = 'All';
  mayAgree = false;
  isAgreeing = false;
  announcement = '';

  today = dayFrom(new Date(), 0, TIME_ZONE);
  kpiQuery = KPI_WEEKS;
  variables = { from: new Date(Date.now() - WEEKS * WEEK_MS).toISOString().slice(0, 10) };
  labels = {
    agree: AGREE,
    empty: EMPTY,
    origin: ORIGIN,
    tier: TIER_LABEL
  };
  tiers = [
    { label: ALL_TIERS, value: 'All' },
    ...['1', '2', '3'].map((tier) => ({ label: fill(TIER, tier), value: tier }))
  ];

  @wire(graphql, { query: '$kpiQuery', variables: '$variables' })
  handleKpis(answer: GraphQLResult): void {
    this.answer = answer;
    const data = dataOf<KpiData>(answer);
    if (data) {
      this.weeks = toKpiWeeks(data);
      this.targets = toAgreedTargets(data);
    }
  }

  @wire(getObjectInfo, { objectApiName: 'Agreed_Target__c' })
  handleInfo({ data }: { data?: Partial<ObjectInfo> & { createable?: boolean } }): void {
    this.mayAgree = data?.createable === true;
  }

  get status(): PartStatus {
    return partStatus([this.answer], this.weeks !== undefined);
  }

  get isReady(): boolean {
    return this.status === 'ready';
  }

  get standings(): KpiStanding[] {
    return kpiStandings(this.weeks ?? [], this.targets, this.tier);
  }

  get isEmpty(): boolean {
    return this.standings.length === 0;
  }

  get canAgree(): boolean {
    return this.mayAgree && !this.isAgreeing;
  }

  handleTier(event: CustomEvent<{ value: string }>): void {
    this.tier = event.detail.value as KpiTier;
  }

  handleAgree(): void {
    this.isAgreeing = true;
  }

  handleCancel(): void {
    this.isAgreeing = false;
  }

  async handleSaved(): Promise<void> {
    this.isAgreeing = false;
    this.announcement = AGREED;
    await this.answer?.refresh?.();
  }

  handleRetry(): void {
    this.answer?.refresh?.();
  }
}
