import { evidenceOf } from '../matching/evidence.ts';
import type { AccountEvidence } from '../matching/outcome.ts';
import type { SourceRow } from '../sources/map-row.ts';
import type { Unmatched } from '../sources/unmatched-file.ts';
import { mapSignal } from './map-signal.ts';
import type { Signal } from './map-signal.ts';
import type { SignalMapping } from './mapping.ts';
import { readSource } from './read-source.ts';

/** A row that is a signal, of whichever account. */
export interface SignalRow {
  number: number;
  row: SourceRow;
  signal: Signal;
  evidence: AccountEvidence;
}

export interface ReadSignals {
  /** rows = signals + repeated + unreadable */
  rows: number;
  signals: SignalRow[];
  /** Rows whose id a later row has too: the later one says how things stand. */
  repeated: number;
  unreadable: Unmatched[];
  /** Signals whose address was left out. */
  badUrls: number;
}

/** Every row of a source as a signal, or with the reason why not. */
export async function readSignals(file: string, mapping: SignalMapping, now: Date): Promise<ReadSignals> {
  const signals = new Map<string, SignalRow>();
  const unreadable: Unmatched[] = [];
  let rows = 0;
  let repeated = 0;
  for await (const { number, row, reason } of readSource(file, mapping)) {
    rows += 1;
    const mapped = reason === undefined ? mapSignal(mapping, row as SourceRow, now) : { reason };
    if (mapped.reason !== undefined) {
      unreadable.push({ number, reason: mapped.reason, row });
      continue;
    }
    const { signal } = mapped;
    const evidence = evidenceOf(mapping.account, row as SourceRow);
    const key = signal.externalId.toLowerCase();
    if (signals.delete(key)) repeated += 1;
    signals.set(key, { number, row: row as SourceRow, signal, evidence });
  }
  const badUrls = [...signals.values()].filter(({ signal }) => signal.hadBadUrl).length;
  return { rows, signals: [...signals.values()], repeated, unreadable, badUrls };
}
