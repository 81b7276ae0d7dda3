import { api, LightningElement } from 'lwc';

import { objectInfo } from '../../data/objects/objects.ts';

/** Shown elsewhere on a record page: activities, and what only reports are made of. */
const ELSEWHERE = new Set(['Task', 'Event', 'OpportunityHistory']);

/** All related lists of a record. */
export default class RelatedListContainer extends LightningElement {
  @api recordId = '';
  @api objectApiName = '';

  lists: string[] = [];

  override connectedCallback(): void {
    void objectInfo(this.objectApiName).then(({ childRelationships }) => {
      const shown = childRelationships.filter(({ childObjectApiName }) => !ELSEWHERE.has(childObjectApiName));
      this.lists = shown.flatMap(({ relationshipName }) => relationshipName ?? []);
    });
  }
}
