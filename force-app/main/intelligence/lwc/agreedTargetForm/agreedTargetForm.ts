import CANCEL from '@salesforce/label/c.Caddie_Cancel';
import FROM from '@salesforce/label/c.Caddie_Agreement_Agree_From';
import INCOMPLETE from '@salesforce/label/c.Caddie_Agreement_Agree_Incomplete';
import KPI from '@salesforce/label/c.Caddie_Agreement_Agree_Kpi';
import REASON from '@salesforce/label/c.Caddie_Agreement_Agree_Reason';
import SAVE from '@salesforce/label/c.Caddie_Agreement_Agree_Save';
import TAKEN from '@salesforce/label/c.Caddie_Agreement_Agree_Taken';
import TITLE from '@salesforce/label/c.Caddie_Agreement_Agree_Title';
import VALUE from '@salesforce/label/c.Caddie_Agreement_Agree_Value';
import { KPIS, type Kpi, type KpiTier } from 'c/agreementKpis';
import { isDuplicate, saveNew } from 'c/crm';
import { kpiName } from 'c/kpiWords';
import { saveFailure } from 'c/saveFailure';
import { api, LightningElement } from 'lwc';

/** Agrees what a KPI is to reach from a day on. Sends `saved` and `cancel`. */
export default class AgreedTargetForm extends LightningElement {
  @api tier: KpiTier = 'All';
  /** The first day that is offered, `YYYY-MM-DD`. */
  @api today = '';

  kpi: Kpi = 'Coverage';
  from = '';
  value = '';
  reason = '';
  isSaving = false;
  failure = '';
  hadFocus = false;

  labels = {
    cancel: CANCEL,
    from: FROM,
    kpi: KPI,
    reason: REASON,
    save: SAVE,
    title: TITLE,
    value: VALUE
  };
  kpis = KPIS.map((kpi) => ({ label: kpiName(kpi), value: kpi }));

  connectedCallback(): void {
    this.from = this.today;
  }

  renderedCallback(): void {
    if (!this.hadFocus) {
      this.hadFocus = true;
      (this.refs as { heading?: HTMLElement }).heading?.focus();
    }
  }

  handleKpi(event: CustomEvent<{ value: string }>): void {
    this.kpi = event.detail.value as Kpi;
  }

  handleFrom(event: CustomEvent<{ value: string }>): void {
    this.from = event.detail.value;
  }

  handleValue(event: CustomEvent<{ value: string }>): void {
    this.value = event.detail.value;
  }

  handleReason(event: CustomEvent<{ value: string }>): void {
    this.reason = event.detail.value;
  }

  handleCancel(): void {
    this.dispatchEvent(new CustomEvent('cancel'));
  }

  async handleSave(): Promise<void> {
    const { kpi, tier, from, reason } = this;
    const value = Number(this.value);
    if (!from || this.value.trim() === '' || !Number.isFinite(value) || !reason.trim()) {
      this.failure = INCOMPLETE;
      return;
    }
    this.isSaving = true;
    this.failure = '';
    try {
      await saveNew('Agreed_Target__c', {
        Agreed_Key__c: `${kpi}|${tier}|${from}`,
        Kpi__c: kpi,
        Tier__c: tier,
        From__c: from,
        Value__c: value,
        Reason__c: reason.trim()
      });
      this.dispatchEvent(new CustomEvent('saved'));
    } catch (error) {
      this.failure = isDuplicate(error) ? TAKEN : saveFailure(error);
    }
    this.isSaving = false;
  }
}
