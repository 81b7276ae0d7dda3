import DENIED from '@salesforce/label/c.Caddie_Agreement_Denied';
import FAILED from '@salesforce/label/c.Caddie_Agreement_Failed';
import LOADING from '@salesforce/label/c.Caddie_Agreement_Loading';
import TRY_AGAIN from '@salesforce/label/c.Caddie_Try_Again';
import { api, LightningElement } from 'lwc';

export type PartStatus = 'loading' | 'failed' | 'denied' | 'ready';

/** One part of the agreement around its content, which stands there once it is ready. Sends `retry`. */
export default class AgreementPart extends LightningElement {
  @api status: PartStatus = 'loading';
  /** Said politely, for those who do not see what has changed. */
  @api announcement = '';

  labels = { denied: DENIED, failed: FAILED, loading: LOADING, retry: TRY_AGAIN };

  get isLoading(): boolean {
    return this.status === 'loading';
  }

  get hasFailed(): boolean {
    return this.status === 'failed';
  }

  get isDenied(): boolean {
    return this.status === 'denied';
  }

  handleRetry(): void {
    this.dispatchEvent(new CustomEvent('retry'));
  }
}
