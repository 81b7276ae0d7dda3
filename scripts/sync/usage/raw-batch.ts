/** A `Usage_Batch__c` as it is stored. */
export interface RawBatch {
  id: string;
  ownerId: string;
  createdDate: string;
  sentAt: string;
  /** By which it was counted before; empty when it never was. */
  timeZone: string;
  formatVersion: number | null;
  /** How many events it says it has; null when it does not say. */
  eventCount: number | null;
  droppedCount: number;
  isPending: boolean;
  events: string;
}

/** In the order in which `sql/read-batches.sql` reads them. */
export const BATCH_FIELDS = [
  'Id',
  'OwnerId',
  'CreatedDate',
  'Sent_At__c',
  'Time_Zone__c',
  'Format_Version__c',
  'Event_Count__c',
  'Dropped_Count__c',
  'Status__c',
  'Events__c'
] as const;
