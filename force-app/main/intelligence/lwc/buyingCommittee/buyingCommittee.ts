import ADD from '@salesforce/label/c.Caddie_Intelligence_Role_Add';
import CONTACTS_OF from '@salesforce/label/c.Caddie_Intelligence_Contacts_Of';
import DEAL from '@salesforce/label/c.Caddie_Intelligence_Role_Deal';
import DEFAULT_RULE from '@salesforce/label/c.Caddie_Intelligence_Committee_Default';
import FILLED from '@salesforce/label/c.Caddie_Intelligence_Roles_Filled';
import NO_DEAL from '@salesforce/label/c.Caddie_Intelligence_Role_No_Deal';
import NO_PEOPLE from '@salesforce/label/c.Caddie_Intelligence_Role_No_People';
import OTHER_ROLE from '@salesforce/label/c.Caddie_Intelligence_Role_Other';
import PATTERN_RULE from '@salesforce/label/c.Caddie_Intelligence_Committee_Rule';
import PERSON from '@salesforce/label/c.Caddie_Intelligence_Role_Person';
import ROLE from '@salesforce/label/c.Caddie_Intelligence_Role';
import SAVE from '@salesforce/label/c.Caddie_Save';
import CANCEL from '@salesforce/label/c.Caddie_Cancel';
import SAVED from '@salesforce/label/c.Caddie_Intelligence_Role_Saved';
import WITHOUT_ROLE_MANY from '@salesforce/label/c.Caddie_Intelligence_Without_Role_Many';
import WITHOUT_ROLE_ONE from '@salesforce/label/c.Caddie_Intelligence_Without_Role_One';
import WON_BASIS from '@salesforce/label/c.Caddie_Intelligence_Won_Basis';
import { saveNew } from 'c/crm';
import type { Committee, Explanation } from 'c/intelligenceView';
import { saveFailure } from 'c/saveFailure';
import { count, fill } from 'c/text';
import { api, LightningElement } from 'lwc';
import { isFilled, seatsOf, type Seat } from './seats';

interface Option {
  label: string;
  value: string;
}

/** Who fills which role, who is missing, and when each was last in touch. Sends `saved` after a role was added. */
export default class BuyingCommittee extends LightningElement {
  @api committee!: Committee;

  /** The role that is being added; null while none is. */
  role: string | null = null;
  contactId = '';
  chosenDealId = '';
  isSaving = false;
  failure = '';
  announcement = '';
  /** Which element takes the keyboard after the next rendering. */
  focusNext: 'form' | 'button' | null = null;

  labels = {
    add: ADD,
    save: SAVE,
    cancel: CANCEL,
    person: PERSON,
    role: ROLE,
    deal: DEAL,
    noDeal: NO_DEAL,
    noPeople: NO_PEOPLE,
    otherRole: OTHER_ROLE
  };

  renderedCallback(): void {
    if (this.focusNext) {
      const { form, button } = this.refs as { form?: HTMLElement; button?: HTMLElement };
      (this.focusNext === 'form' ? form : button)?.focus();
      this.focusNext = null;
    }
  }

  get filledText(): string {
    const filled = this.committee.roles.slice(0, this.committee.expected).filter(isFilled).length;
    return fill(FILLED, filled, this.committee.expected);
  }

  get explanation(): Explanation {
    const { segment, won, computedAt, roles } = this.committee;
    return {
      rule: segment ? fill(PATTERN_RULE, segment) : DEFAULT_RULE,
      basis: fill(WON_BASIS, won),
      computedAt,
      records: roles.flatMap(({ role, patternId }) => {
        return patternId ? [{ id: patternId, object: 'Committee_Pattern__c', name: role }] : [];
      })
    };
  }

  get seats(): Seat[] {
    return seatsOf(this.committee);
  }

  get othersText(): string {
    const { total } = this.committee.others;
    return total === 0 ? '' : count(total, WITHOUT_ROLE_ONE, WITHOUT_ROLE_MANY);
  }

  get capText(): string {
    const { items, total } = this.committee.others;
    return total > items.length ? fill(CONTACTS_OF, items.length, total) : '';
  }

  get isAdding(): boolean {
    return this.role !== null;
  }

  get hasDeal(): boolean {
    return this.committee.deals.length > 0;
  }

  get needsDeal(): boolean {
    return this.committee.deals.length > 1;
  }

  get dealId(): string {
    return this.chosenDealId || this.committee.deals[0]?.id || '';
  }

  get dealOptions(): Option[] {
    return this.committee.deals.map(({ id, name }) => ({ label: name, value: id }));
  }

  get roleOptions(): Option[] {
    return this.committee.roles.map(({ role }) => ({ label: role, value: role }));
  }

  /** Everyone known here: first those without a role, as they are likelier. */
  get personOptions(): Option[] {
    const filling = this.committee.roles.flatMap(({ members }) => members);
    const people = new Map([...this.committee.others.items, ...filling].map((one) => [one.contactId, one]));
    return [...people.values()].map(({ contactId, name, title }) => ({
      label: title ? `${name}, ${title}` : name,
      value: contactId
    }));
  }

  get hasPeople(): boolean {
    return this.personOptions.length > 0;
  }

  get isBlocked(): boolean {
    return this.isSaving || !this.role || !this.contactId || !this.dealId;
  }

  handleAdd(event: Event): void {
    this.role = (event.currentTarget as HTMLElement).dataset.role ?? '';
    this.contactId = '';
    this.failure = '';
    this.focusNext = 'form';
  }

  handleRole(event: CustomEvent<{ value: string }>): void {
    this.role = event.detail.value;
  }

  handlePerson(event: CustomEvent<{ value: string }>): void {
    this.contactId = event.detail.value;
  }

  handleDeal(event: CustomEvent<{ value: string }>): void {
    this.chosenDealId = event.detail.value;
  }

  handleCancel(): void {
    this.role = null;
    this.focusNext = 'button';
  }

  async handleSave(): Promise<void> {
    const person = this.personOptions.find(({ value }) => value === this.contactId)?.label ?? '';
    this.isSaving = true;
    this.failure = '';
    try {
      await saveNew('OpportunityContactRole', {
        OpportunityId: this.dealId,
        ContactId: this.contactId,
        Role: this.role
      });
      this.announcement = fill(SAVED, person, this.role ?? '');
      this.role = null;
      this.focusNext = 'button';
      this.dispatchEvent(new CustomEvent('saved'));
    } catch (error) {
      this.failure = saveFailure(error);
    }
    this.isSaving = false;
  }
}
