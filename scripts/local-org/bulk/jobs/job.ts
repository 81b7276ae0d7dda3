import type { BulkOperation } from '../../contract.ts';
import type { CsvDialect, LineEnding } from '../../../lib/csv/dialect.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/job_states.htm */
export type JobState = 'Open' | 'UploadComplete' | 'InProgress' | 'JobComplete' | 'Aborted' | 'Failed';

/** What ingest and query jobs have in common. */
export interface Job extends CsvDialect {
  id: string;
  /** Who created it, and in whose name it works. */
  userId: string;
  /** `66.0` */
  apiVersion: string;
  createdDate: string;
  systemModstamp: string;
  state: JobState;
  object: string;
  /** Records that were worked on, well or badly. */
  processed: number;
  /** Milliseconds of work. */
  activeTime: number;
  /** Why it failed: `InvalidBatch : Field name not found : Nam`. */
  errorMessage: string | null;
}

/** The data of an ingest job, once it has come whole. */
export interface Upload {
  /** Under which it is kept. */
  kind: `upload ${string}`;
  characters: number;
  lineEndings: LineEnding[];
}

export interface IngestJob extends Job {
  operation: BulkOperation;
  externalIdFieldName: string | null;
  upload: Upload | null;
  failed: number;
  /** Up to where in the data, in characters, records have been worked on; 0 before the first. */
  position: number;
}

export interface QueryJob extends Job {
  operation: 'query' | 'queryAll';
  query: string;
  /** The columns of its results: `Name`, `Account.Name`. */
  header: string[];
}

export type NewJob<Kind extends Job> = Omit<
  Kind,
  'id' | 'createdDate' | 'systemModstamp' | 'processed' | 'activeTime' | 'errorMessage'
>;

/** Nothing will happen to such a job any more. */
export function isOver({ state }: Job): boolean {
  return state === 'JobComplete' || state === 'Aborted' || state === 'Failed';
}
