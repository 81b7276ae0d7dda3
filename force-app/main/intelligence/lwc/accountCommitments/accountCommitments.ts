import ACCEPT from '@salesforce/label/c.Caddie_Intelligence_Accept';
import ACCEPTED from '@salesforce/label/c.Caddie_Intelligence_Accepted';
import ACTION_ON from '@salesforce/label/c.Caddie_Intelligence_Action_On';
import CANCEL from '@salesforce/label/c.Caddie_Cancel';
import CLOSED_HIDE from '@salesforce/label/c.Caddie_Intelligence_Closed_Hide';
import CLOSED_LATELY from '@salesforce/label/c.Caddie_Intelligence_Closed_Lately';
import CLOSED_SHOW from '@salesforce/label/c.Caddie_Intelligence_Closed_Show';
import DONE from '@salesforce/label/c.Caddie_Intelligence_Done';
import FIRST_OF from '@salesforce/label/c.Caddie_Intelligence_First_Of';
import HAND_OVER from '@salesforce/label/c.Caddie_Intelligence_Hand_Over';
import HAND_OVER_TO from '@salesforce/label/c.Caddie_Intelligence_Hand_Over_To';
import MARKETING_OWES from '@salesforce/label/c.Caddie_Intelligence_Marketing_Owes';
import NONE from '@salesforce/label/c.Caddie_Intelligence_Commitments_None';
import NOTHING_OWED from '@salesforce/label/c.Caddie_Intelligence_Nothing_Owed';
import REFUSE from '@salesforce/label/c.Caddie_Intelligence_Refuse';
import REFUSE_HINT from '@salesforce/label/c.Caddie_Intelligence_Refuse_Hint';
import REFUSE_WHY from '@salesforce/label/c.Caddie_Intelligence_Refuse_Why';
import SALES_OWES from '@salesforce/label/c.Caddie_Intelligence_Sales_Owes';
import SAVED from '@salesforce/label/c.Caddie_Intelligence_Commitment_Saved';
import USER_ID from '@salesforce/user/Id';
import { instantOf } from 'c/calendar';
import { saveChange, type Fields } from 'c/crm';
import type { Commitment, Commitments } from 'c/intelligenceView';
import { saveFailure } from 'c/saveFailure';
import { fill } from 'c/text';
import { api, LightningElement } from 'lwc';
import { commitmentView, type Action, type CommitmentView } from './commitmentView';

const EMPTY: Commitments = { open: { items: [], total: 0 }, closed: [] };

interface Side {
  key: string;
  title: string;
  items: CommitmentView[];
  isEmpty: boolean;
}

/** What marketing owes an account and what sales owes, each with its clock. Sends `saved` after a change. */
export default class AccountCommitments extends LightningElement {
  @api commitments: Commitments = EMPTY;

  /** The commitment whose form is open, and which of the two. */
  asked: { id: string; action: Action } | null = null;
  newOwnerId: string | null = null;
  showClosed = false;
  isSaving = false;
  failure = '';
  failedId = '';
  announcement = '';

  labels = {
    none: NONE,
    nothingOwed: NOTHING_OWED,
    accept: ACCEPT,
    accepted: ACCEPTED,
    done: DONE,
    handOver: HAND_OVER,
    handOverTo: HAND_OVER_TO,
    refuse: REFUSE,
    refuseWhy: REFUSE_WHY,
    refuseHint: REFUSE_HINT,
    cancel: CANCEL
  };

  get isEmpty(): boolean {
    const { open, closed } = this.commitments;
    return open.items.length === 0 && closed.length === 0;
  }

  get sides(): Side[] {
    const side = (key: string, title: string): Side => {
      const items = this.commitments.open.items
        .filter(({ owedBy }) => owedBy === key)
        .map((commitment) => this.viewOf(commitment));
      return { key, title, items, isEmpty: items.length === 0 };
    };
    return [side('Marketing', MARKETING_OWES), side('Sales', SALES_OWES), ...this.closed];
  }

  get capText(): string {
    const { items, total } = this.commitments.open;
    return total > items.length ? fill(FIRST_OF, items.length, total) : '';
  }

  /** A list of its own, once somebody asks for it. */
  get closed(): Side[] {
    const items = this.commitments.closed.map((commitment) => this.viewOf(commitment));
    return this.showClosed ? [{ key: 'closed', title: CLOSED_LATELY, items, isEmpty: false }] : [];
  }

  get closedText(): string {
    const { length } = this.commitments.closed;
    if (length === 0) {
      return '';
    }
    return this.showClosed ? CLOSED_HIDE : fill(CLOSED_SHOW, length);
  }

  get isHandOverBlocked(): boolean {
    return this.isSaving || !this.newOwnerId;
  }

  handleClosed(): void {
    this.showClosed = !this.showClosed;
  }

  handleAction(event: Event): void {
    const { id = '', action } = (event.currentTarget as HTMLElement).dataset as {
      id?: string;
      action: Action;
    };
    this.failure = '';
    if (action === 'refuse' || action === 'handOver') {
      this.asked = this.asked?.id === id && this.asked.action === action ? null : { id, action };
      this.newOwnerId = null;
      return;
    }
    const now = new Date();
    const dueAt = this.find(id)?.dueAt;
    const isLate = Boolean(dueAt) && instantOf(dueAt!) < now.getTime();
    const fields: Fields =
      action === 'accept'
        ? { Status__c: 'Accepted', Accepted_At__c: now.toISOString() }
        : { Status__c: isLate ? 'Missed' : 'Met', Done_At__c: now.toISOString() };
    this.save(id, fields);
  }

  handleRefuse(event: CustomEvent<{ text: string }>): void {
    this.save(this.asked?.id ?? '', {
      Status__c: 'Refused',
      Refused_At__c: new Date().toISOString(),
      Refusal_Reason__c: event.detail.text
    });
  }

  handleNewOwner(event: CustomEvent<{ recordId: string | null }>): void {
    this.newOwnerId = event.detail.recordId;
  }

  handleHandOver(): void {
    const id = this.asked?.id ?? '';
    this.save(id, {
      Responsible__c: this.newOwnerId,
      Handed_Over_From__c: this.find(id)?.responsible?.id ?? USER_ID,
      Handed_Over_At__c: new Date().toISOString()
    });
  }

  handleCancel(): void {
    this.asked = null;
  }

  async save(id: string, fields: Fields): Promise<void> {
    const what = this.find(id)?.what ?? '';
    this.isSaving = true;
    this.failure = '';
    try {
      await saveChange(id, fields);
      this.asked = null;
      this.announcement = fill(SAVED, what);
      this.dispatchEvent(new CustomEvent('saved'));
    } catch (error) {
      this.failure = saveFailure(error);
      this.failedId = id;
    }
    this.isSaving = false;
  }

  find(id: string): Commitment | undefined {
    return this.commitments.open.items.find((commitment) => commitment.id === id);
  }

  viewOf(commitment: Commitment): CommitmentView {
    const action = this.asked?.id === commitment.id ? this.asked.action : undefined;
    const failure = this.failedId === commitment.id ? this.failure : '';
    return commitmentView(commitment, {
      action,
      failure,
      naming: (verb) => fill(ACTION_ON, verb, commitment.what)
    });
  }
}
