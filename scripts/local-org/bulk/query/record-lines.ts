import type { Store } from '../../contract.ts';

/** The records that a query job has found, each as a line of CSV without its ending. */
export interface RecordLines {
  add(job: string, place: number, line: string): void;
  remove(job: string): void;
  /** The lines of these places, some at a time. */
  read(job: string, from: number, to: number): Generator<string[]>;
}

const AT_ONCE = 2000;

export function createRecordLines(store: Store): RecordLines {
  return {
    add(job, place, line) {
      store.run('INSERT INTO "_bulk_record" VALUES (?, ?, ?)', [job, place, line]);
    },
    remove(job) {
      store.run('DELETE FROM "_bulk_record" WHERE "job" = ?', [job]);
    },
    *read(job, from, to) {
      for (let place = from; place < to; place += AT_ONCE) {
        yield store
          .all(
            'SELECT "line" FROM "_bulk_record" WHERE "job" = ? AND "place" >= ? AND "place" < ? ORDER BY "place"',
            [job, place, Math.min(place + AT_ONCE, to)]
          )
          .map(({ line }) => String(line));
      }
    }
  };
}
