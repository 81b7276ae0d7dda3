import { api, LightningElement } from 'lwc';

import type { ComponentModel } from '../../flexipage/model.ts';

/** The components of a region, one below the other. */
export default class Region extends LightningElement {
  @api components: readonly ComponentModel[] = [];
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;
}
