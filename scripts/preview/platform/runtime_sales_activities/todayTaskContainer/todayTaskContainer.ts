import { LightningElement } from 'lwc';

import { observeObject } from '../../data/changes/changes.ts';
import { listRecords } from '../../data/lists/lists.ts';
import { objectInfo } from '../../data/objects/objects.ts';
import { updateRecord } from '../../data/records/records.ts';
import type { RecordRepresentation } from '../../data/records/representation.ts';

const FIELDS = ['Subject', 'ActivityDate', 'WhatId', 'WhoId'];

interface Item {
  id: string;
  subject: string;
  when: string;
  about: string;
  label: string;
}

/** The user's open tasks that are due today or should have been. */
export default class TodayTaskContainer extends LightningElement {
  tasks: RecordRepresentation[] = [];
  private stop: (() => void) | undefined;

  override connectedCallback(): void {
    void this.read();
    this.stop = observeObject('Task', () => void this.read());
  }

  override disconnectedCallback(): void {
    this.stop?.();
  }

  get items(): Item[] {
    return this.tasks.map(({ id, fields }) => {
      const subject = String(fields.Subject?.value ?? '');
      const about = fields.What?.displayValue ?? fields.Who?.displayValue ?? '';
      return {
        id,
        subject,
        when: fields.ActivityDate?.displayValue ?? '',
        about,
        label: `Complete ${subject}`
      };
    });
  }

  get isEmpty(): boolean {
    return this.tasks.length === 0;
  }

  handleDone(event: Event): void {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    void updateRecord({ fields: { Id: id, Status: 'Completed' } });
  }

  private async read(): Promise<void> {
    const info = await objectInfo('Task');
    this.tasks = await listRecords({
      info,
      fields: FIELDS,
      where: `{ and: [
        { OwnerId: { eq: "${globalThis.caddiePreview.user.id}" } }
        { IsClosed: { eq: false } }
        { ActivityDate: { lte: { literal: TODAY } } }
      ] }`,
      orderBy: '{ ActivityDate: { order: ASC } }',
      limit: 8
    });
  }
}
