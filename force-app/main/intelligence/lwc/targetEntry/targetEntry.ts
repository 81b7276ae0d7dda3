import DISPUTE from '@salesforce/label/c.Caddie_Agreement_Dispute';
import DISPUTE_HINT from '@salesforce/label/c.Caddie_Agreement_Dispute_Hint';
import DISPUTE_WHY from '@salesforce/label/c.Caddie_Agreement_Dispute_Why';
import HISTORY from '@salesforce/label/c.Caddie_Agreement_History';
import HISTORY_HIDE from '@salesforce/label/c.Caddie_Agreement_History_Hide';
import PROPOSE_CHANGE from '@salesforce/label/c.Caddie_Agreement_Propose_Change';
import SIGN_MARKETING from '@salesforce/label/c.Caddie_Agreement_Sign_Marketing';
import SIGN_SALES from '@salesforce/label/c.Caddie_Agreement_Sign_Sales';
import { isDisputable, type Side, type TargetRow } from 'c/targetList';
import { api, LightningElement } from 'lwc';
import {
  actsInWords,
  journeyInWords,
  ownersInWords,
  statusInWords,
  tierInWords,
  versionInWords,
  type VersionWords
} from './words';

/** What a person may do with the row; what they may not is not there. */
export interface EntryRights {
  signs: Side[];
  mayDispute: boolean;
  mayPropose: boolean;
}

const SIGN_LABELS: Record<Side, string> = { sales: SIGN_SALES, marketing: SIGN_MARKETING };

const STATUS_ICONS: Record<string, string> = {
  Accepted: 'utility:success',
  Disputed: 'utility:comments',
  Proposed: 'utility:clock'
};

/**
 * One decision of the target list. Sends `sign` with the side, `dispute` with the reason and `propose`; whoever placed
 * it saves, and says whether that has failed.
 */
export default class TargetEntry extends LightningElement {
  @api row!: TargetRow;
  /** All versions of the account's row, newest first. */
  @api versions: TargetRow[] = [];
  @api rights: EntryRights = { signs: [], mayDispute: false, mayPropose: false };
  @api isSaving = false;
  @api failure = '';

  isHistoryShown = false;
  isDisputing = false;

  labels = {
    dispute: DISPUTE,
    disputeHint: DISPUTE_HINT,
    disputeWhy: DISPUTE_WHY,
    propose: PROPOSE_CHANGE
  };

  get url(): string {
    return `/lightning/r/Account/${encodeURIComponent(this.row.account.id)}/view`;
  }

  get tierText(): string {
    return tierInWords(this.row, this.versions);
  }

  get statusText(): string {
    return statusInWords(this.row);
  }

  get statusIcon(): string {
    return STATUS_ICONS[this.row.status] ?? 'utility:info';
  }

  get ownersText(): string {
    return ownersInWords(this.row);
  }

  get journeyText(): string {
    return journeyInWords(this.row);
  }

  get acts(): { key: string; text: string }[] {
    return actsInWords(this.row);
  }

  get signButtons(): { side: Side; label: string }[] {
    return this.rights.signs.map((side) => ({ side, label: SIGN_LABELS[side] }));
  }

  get mayDispute(): boolean {
    return this.rights.mayDispute && !this.isDisputing && isDisputable(this.row);
  }

  get hasHistory(): boolean {
    return this.versions.length > 1;
  }

  get historyLabel(): string {
    return this.isHistoryShown ? HISTORY_HIDE : HISTORY;
  }

  get history(): VersionWords[] {
    return this.versions.map((row) => versionInWords(row, this.versions));
  }

  handleSign(event: Event): void {
    const side = (event.currentTarget as HTMLElement).dataset.side as Side;
    this.dispatchEvent(new CustomEvent('sign', { detail: { id: this.row.id, side } }));
  }

  handleAskDispute(): void {
    this.isDisputing = true;
  }

  handleCancelDispute(): void {
    this.isDisputing = false;
  }

  handleDispute(event: CustomEvent<{ text: string }>): void {
    this.dispatchEvent(
      new CustomEvent('dispute', { detail: { id: this.row.id, reason: event.detail.text } })
    );
  }

  handlePropose(): void {
    this.dispatchEvent(new CustomEvent('propose', { detail: { account: this.row.account } }));
  }

  handleHistory(): void {
    this.isHistoryShown = !this.isHistoryShown;
  }
}
