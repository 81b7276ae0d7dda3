import type { SaveResult } from '../../contract.ts';
import { COLUMN_DELIMITERS, LINE_ENDINGS } from '../../../lib/csv/dialect.ts';
import { quotedLine } from '../../../lib/csv/writer.ts';
import type { IngestJob } from '../jobs/job.ts';
import { rowError } from './row-error.ts';

/** The lines that some records add to a job's results. */
export interface ResultLines {
  /** `results` of the rows, in their order. */
  add(rows: readonly (readonly string[])[], results: readonly SaveResult[]): void;
  successes(): string;
  failures(): string;
  /** How many failed. */
  failed(): number;
}

export function createResultLines({ columnDelimiter, lineEnding }: IngestJob): ResultLines {
  const delimiter = COLUMN_DELIMITERS[columnDelimiter];
  const ending = LINE_ENDINGS[lineEnding];
  // Pieces of text, put together only when all are there.
  const successes: string[] = [];
  const failures: string[] = [];
  let failed = 0;

  function write(pieces: string[], added: readonly string[], cells: readonly string[]): void {
    pieces.push(quotedLine(added, delimiter), delimiter, quotedLine(cells, delimiter), ending);
  }

  return {
    add(rows, results) {
      results.forEach(({ id, success, created, errors }, index) => {
        if (success) {
          write(successes, [id ?? '', String(created === true)], rows[index]);
        } else {
          write(failures, [id ?? '', rowError(errors)], rows[index]);
          failed += 1;
        }
      });
    },
    successes: () => successes.join(''),
    failures: () => failures.join(''),
    failed: () => failed
  };
}
