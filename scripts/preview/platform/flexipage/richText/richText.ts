import { api, LightningElement } from 'lwc';

/** Rich text that an administrator wrote into a page. */
export default class RichText extends LightningElement {
  @api richTextValue = '';
  @api decorate = 'true';

  get boxClass(): string {
    return String(this.decorate) === 'false' ? '' : 'slds-card slds-p-around_small';
  }
}
