import type { UserContext } from './access.ts';
import type { CompoundValue, FieldValue } from './store.ts';

export interface QueryRow {
  attributes: { type: string; url?: string };
  [field: string]: FieldValue | CompoundValue | QueryRow | QueryResult | { type: string; url?: string };
}

export interface QueryResult {
  totalSize: number;
  done: boolean;
  records: QueryRow[];
  nextRecordsUrl?: string;
}

export interface QueryOptions {
  /** For the URLs in `attributes`, such as `66.0`. */
  apiVersion: string;
  includeDeleted?: boolean;
  batchSize?: number;
}

export interface Queries {
  run(user: UserContext, soql: string, options: QueryOptions): QueryResult;
  more(user: UserContext, locator: string, options: QueryOptions): QueryResult;
}
