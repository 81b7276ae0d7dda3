import { LightningElement } from 'lwc';

import { observeObject } from '../../data/changes/changes.ts';
import { listRecords } from '../../data/lists/lists.ts';
import { objectInfo } from '../../data/objects/objects.ts';
import type { RecordRepresentation } from '../../data/records/representation.ts';

const FIELDS = ['Subject', 'StartDateTime', 'WhatId', 'WhoId'];

interface Item {
  id: string;
  subject: string;
  time: string;
  about: string;
}

/** The user's events of today. */
export default class EventContainer extends LightningElement {
  events: RecordRepresentation[] = [];
  private stop: (() => void) | undefined;

  override connectedCallback(): void {
    void this.read();
    this.stop = observeObject('Event', () => void this.read());
  }

  override disconnectedCallback(): void {
    this.stop?.();
  }

  get items(): Item[] {
    return this.events.map(({ id, fields }) => ({
      id,
      subject: String(fields.Subject?.value ?? ''),
      time: (fields.StartDateTime?.displayValue ?? '').split(', ').at(-1) ?? '',
      about: fields.What?.displayValue ?? fields.Who?.displayValue ?? ''
    }));
  }

  get isEmpty(): boolean {
    return this.events.length === 0;
  }

  private async read(): Promise<void> {
    const info = await objectInfo('Event');
    this.events = await listRecords({
      info,
      fields: FIELDS,
      where: `{ and: [
        { OwnerId: { eq: "${globalThis.caddiePreview.user.id}" } }
        { StartDateTime: { eq: { literal: TODAY } } }
      ] }`,
      orderBy: '{ StartDateTime: { order: ASC } }',
      limit: 8
    });
  }
}
