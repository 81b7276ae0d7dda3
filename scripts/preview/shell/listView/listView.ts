import { api, LightningElement } from 'lwc';
export default class ListView extends LightningElement {
  @api objectApiName = '';
}
