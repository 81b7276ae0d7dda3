import { api, LightningElement } from 'lwc';

/** Stands where something can't be shown, and says why. */
export default class Problem extends LightningElement {
  @api message = '';
}
