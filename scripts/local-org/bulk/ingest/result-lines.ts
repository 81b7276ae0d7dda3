import type { SaveResult } from '../../contract.ts';
import { COLUMN_DELIMITERS, LINE_ENDINGS } from '../csv/dialect.ts';
import { quotedLine } from '../csv/writer.ts';
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
  let successes = '';
  let failures = '';
  let failed = 0;

  function line(first: string, second: string, cells: readonly string[]): string {
    const own = cells.length > 0 ? delimiter + quotedLine(cells, delimiter) : '';
    return `${quotedLine([first, second], delimiter)}${own}${ending}`;
  }

  return {
    add(rows, results) {
      results.forEach(({ id, success, created, errors }, index) => {
        if (success) {
          successes += line(id ?? '', String(created === true), rows[index]);
        } else {
          failures += line(id ?? '', rowError(errors), rows[index]);
          failed += 1;
        }
      });
    },
    successes: () => successes,
    failures: () => failures,
    failed: () => failed
  };
}
