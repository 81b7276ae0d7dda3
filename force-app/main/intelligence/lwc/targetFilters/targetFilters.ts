import ALL_OWNERS from '@salesforce/label/c.Caddie_Agreement_Filter_All_Owners';
import ALL_STATUSES from '@salesforce/label/c.Caddie_Agreement_Filter_All_Statuses';
import ALL_TIERS from '@salesforce/label/c.Caddie_Agreement_Filter_All_Tiers';
import NAME from '@salesforce/label/c.Caddie_Agreement_Filter_Name';
import OWNER from '@salesforce/label/c.Caddie_Agreement_Filter_Owner';
import STATUS from '@salesforce/label/c.Caddie_Agreement_Filter_Status';
import STATUS_ACCEPTED from '@salesforce/label/c.Caddie_Agreement_Status_Accepted';
import STATUS_DISPUTED from '@salesforce/label/c.Caddie_Agreement_Status_Disputed';
import STATUS_PROPOSED from '@salesforce/label/c.Caddie_Agreement_Status_Proposed';
import TIER from '@salesforce/label/c.Caddie_Agreement_Tier';
import TIER_LABEL from '@salesforce/label/c.Caddie_Agreement_Tier_Label';
import { TIERS, type Person } from 'c/targetList';
import { fill } from 'c/text';
import { api, LightningElement } from 'lwc';

/** What somebody looks for; blank is everything. */
export interface Filters {
  tier: string;
  status: string;
  ownerId: string;
  /** Part of the account's name. */
  name: string;
}

interface Option {
  label: string;
  value: string;
}

/** Asks what to look for in the target list. Sends `filterchange` with the filters; who placed it keeps them. */
export default class TargetFilters extends LightningElement {
  @api filters: Filters = { tier: '', status: '', ownerId: '', name: '' };
  /** Those whose accounts one can look for. */
  @api people: Person[] = [];

  labels = { name: NAME, owner: OWNER, status: STATUS, tier: TIER_LABEL };
  tiers: Option[] = [
    { label: ALL_TIERS, value: '' },
    ...TIERS.map((tier) => ({ label: fill(TIER, tier), value: tier }))
  ];
  statuses: Option[] = [
    { label: ALL_STATUSES, value: '' },
    { label: STATUS_ACCEPTED, value: 'Accepted' },
    { label: STATUS_PROPOSED, value: 'Proposed' },
    { label: STATUS_DISPUTED, value: 'Disputed' }
  ];

  get owners(): Option[] {
    const people = this.people.map(({ id, name }) => ({ label: name, value: id }));
    return [{ label: ALL_OWNERS, value: '' }, ...people];
  }

  handleChange(event: CustomEvent<{ value: string }>): void {
    const name = (event.currentTarget as HTMLElement).dataset.name as keyof Filters;
    const detail: Filters = { ...this.filters, [name]: event.detail.value };
    this.dispatchEvent(new CustomEvent<Filters>('filterchange', { detail }));
  }
}
