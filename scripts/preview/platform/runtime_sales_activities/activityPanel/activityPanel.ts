import { api, LightningElement } from 'lwc';

import { objectInfo } from '../../data/objects/objects.ts';
import type { RecordRepresentation } from '../../data/records/representation.ts';
import { observeRelatedList } from '../../data/relatedLists/relatedLists.ts';
import { eventActivity, sortActivities, taskActivity, type Activity } from './timeline.ts';

const FIELDS: Readonly<Record<string, string[]>> = {
  Task: ['Subject', 'ActivityDate', 'TaskSubtype', 'IsClosed', 'Description'],
  Event: ['Subject', 'StartDateTime', 'ActivityDate', 'Description']
};
const MOST = 50;

interface Item extends Activity {
  className: string;
}

interface Making {
  object: string;
  heading: string;
  presets: Record<string, string>;
}

/** What was done and is to do about a record, and the buttons to add to it. */
export default class ActivityPanel extends LightningElement {
  @api recordId = '';
  @api objectApiName = '';

  making: Making | null = null;
  private records: Record<string, RecordRepresentation[]> = {};
  private parentFields: Record<string, string> = {};
  private stops: (() => void)[] = [];

  override connectedCallback(): void {
    void this.prepare();
  }

  override disconnectedCallback(): void {
    this.stops.forEach((stop) => stop());
  }

  get groups(): { key: string; label: string; items: Item[]; isEmpty: boolean; nothing: string }[] {
    const now = new Date().toISOString();
    const activities = [
      ...(this.records.Task ?? []).map((record) => taskActivity(record, now.slice(0, 10))),
      ...(this.records.Event ?? []).map((record) => eventActivity(record, now))
    ];
    const { upcoming, past } = sortActivities(activities);
    return [
      this.group('Upcoming & Overdue', upcoming, 'No activities to show. Log a call or plan a task.'),
      this.group('Past', past, 'No past activity.')
    ];
  }

  handleCall(): void {
    this.make('Task', 'Call', { Subject: 'Call', TaskSubtype: 'Call', Status: 'Completed' });
  }

  handleTask(): void {
    this.make('Task', 'Task', {});
  }

  handleEvent(): void {
    this.make('Event', 'Event', {});
  }

  handleClose(): void {
    this.making = null;
  }

  private make(object: string, heading: string, presets: Record<string, string>): void {
    const parentField = this.parentFields[object];
    this.making = {
      object,
      heading,
      presets: parentField ? { ...presets, [parentField]: this.recordId } : presets
    };
  }

  private group(label: string, activities: Activity[], nothing: string) {
    const items = activities.map((activity) => ({
      ...activity,
      className: activity.isOverdue ? 'slds-text-color_error' : 'slds-timeline__date'
    }));
    return { key: label, label, items, isEmpty: items.length === 0, nothing };
  }

  private async prepare(): Promise<void> {
    const { childRelationships } = await objectInfo(this.objectApiName);
    for (const { childObjectApiName: child, relationshipName, fieldName } of childRelationships) {
      if (child in FIELDS && relationshipName) {
        this.parentFields[child] = fieldName;
        const request = {
          parentRecordId: this.recordId,
          relatedListId: relationshipName,
          fields: [],
          optionalFields: FIELDS[child].map((name) => `${child}.${name}`),
          sortBy: [],
          pageSize: MOST
        };
        const stop = observeRelatedList(request, ({ data }) => {
          this.records = { ...this.records, [child]: data?.records ?? [] };
        });
        this.stops.push(stop);
      }
    }
  }
}
