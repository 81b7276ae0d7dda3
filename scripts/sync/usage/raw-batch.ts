import { columnsOf, csvRecords } from '../bulk/csv-records.ts';

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

/** Reads the batches of a bulk query's files, one at a time. */
export async function* batchesOf(files: readonly string[]): AsyncGenerator<RawBatch> {
  for (const file of files) {
    let at: Record<(typeof BATCH_FIELDS)[number], number> | undefined;
    for await (const cells of csvRecords(file)) {
      if (at === undefined) at = columnsOf(cells, BATCH_FIELDS);
      else {
        const status = cells[at.Status__c] ?? '';
        yield {
          id: cells[at.Id] ?? '',
          ownerId: cells[at.OwnerId] ?? '',
          createdDate: cells[at.CreatedDate] ?? '',
          sentAt: cells[at.Sent_At__c] ?? '',
          timeZone: cells[at.Time_Zone__c] ?? '',
          formatVersion: numberOf(cells[at.Format_Version__c]),
          eventCount: numberOf(cells[at.Event_Count__c]),
          droppedCount: numberOf(cells[at.Dropped_Count__c]) ?? 0,
          isPending: status === '' || status === 'Pending',
          events: cells[at.Events__c] ?? ''
        };
      }
    }
  }
}

function numberOf(cell: string | undefined): number | null {
  return cell === undefined || cell === '' ? null : Number(cell);
}
