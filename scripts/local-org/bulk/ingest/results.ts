import { COLUMN_DELIMITERS, LINE_ENDINGS } from '../../../lib/csv/dialect.ts';
import { CsvProblem } from '../../../lib/csv/reader.ts';
import { quotedLine } from '../../../lib/csv/writer.ts';
import type { IngestJob } from '../jobs/job.ts';
import type { JobText } from '../jobs/job-text.ts';
import { openData } from './data.ts';

/** Which of its records a job tells: `successfulResults`, `failedResults` or `unprocessedrecords`. */
export type ResultKind = 'successes' | 'failures' | 'unprocessed';

/** What stands before a job's own columns, which are repeated as they were sent. */
const ADDED_COLUMNS = { successes: ['sf__Id', 'sf__Created'], failures: ['sf__Id', 'sf__Error'] };

/**
 * The results of a job that is over as a CSV file, piece by piece.
 * https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/get_job_failed_results.htm
 */
export function* readResults(text: JobText, job: IngestJob, kind: ResultKind): Generator<string> {
  const { id, position, upload } = job;
  const rest = upload ? text.from(id, upload.kind, position) : [];
  if (kind === 'unprocessed' && position === 0) {
    yield* rest;
    return;
  }
  const ending = LINE_ENDINGS[job.lineEnding];
  const own = headerLine(text, job);
  if (kind === 'unprocessed') {
    yield own + ending;
    yield* rest;
    return;
  }
  const delimiter = COLUMN_DELIMITERS[job.columnDelimiter];
  const added = quotedLine(ADDED_COLUMNS[kind], delimiter);
  yield (own === '' ? added : added + delimiter + own) + ending;
  yield* text.from(id, kind, 0);
}

/** Empty when there is none that can be read. */
function headerLine(text: JobText, job: IngestJob): string {
  try {
    return openData(text, job).headerLine;
  } catch (error) {
    if (error instanceof CsvProblem) return '';
    throw error;
  }
}
