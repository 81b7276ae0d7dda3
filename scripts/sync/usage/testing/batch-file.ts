import { writeFile } from 'node:fs/promises';
import { quotedLine } from '../../../lib/csv/writer.ts';
import { csvRecords } from '../../bulk/csv-records.ts';
import { BATCH_FIELDS } from '../raw-batch.ts';
import type { RawBatch } from '../raw-batch.ts';

/** A line of a file of batches, as a bulk query answers them. */
export function batchLine(batch: RawBatch): string {
  const number = (value: number | null): string => (value === null ? '' : value.toFixed(1));
  const cells = [
    batch.id,
    batch.ownerId,
    batch.createdDate,
    batch.sentAt,
    batch.timeZone,
    number(batch.formatVersion),
    number(batch.eventCount),
    number(batch.droppedCount),
    batch.isPending ? 'Pending' : 'Processed',
    batch.events
  ];
  return quotedLine(cells, ',');
}

export const BATCH_HEADER = quotedLine(BATCH_FIELDS, ',');

export async function writeBatches(file: string, batches: readonly RawBatch[]): Promise<void> {
  await writeFile(file, [BATCH_HEADER, ...batches.map(batchLine), ''].join('\n'));
}

/** Reads such a file in plain steps, one batch at a time. */
export async function* readBatches(file: string): AsyncGenerator<RawBatch> {
  let isHeader = true;
  for await (const cells of csvRecords(file)) {
    const [id = '', ownerId = '', createdDate = '', sentAt = '', timeZone = '', ...rest] = cells;
    const [formatVersion = '', eventCount = '', droppedCount = '', status = '', events = ''] = rest;
    const number = (cell: string): number | null => (cell === '' ? null : Number(cell));
    if (!isHeader) {
      yield {
        ...{ id, ownerId, createdDate, sentAt, timeZone, events },
        formatVersion: number(formatVersion),
        eventCount: number(eventCount),
        droppedCount: Number(droppedCount),
        isPending: status === 'Pending' || status === ''
      };
    }
    isHeader = false;
  }
}
