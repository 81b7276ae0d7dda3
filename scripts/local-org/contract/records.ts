import type { UserContext } from './access.ts';
import type { RecordValues } from './store.ts';

/** As the REST API answers: https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/errorcodes.htm */
export interface ApiError {
  errorCode: string;
  message: string;
  fields?: string[];
}

export interface SaveResult {
  id: string | null;
  success: boolean;
  errors: ApiError[];
  /** For an upsert: true when no record had the external id, also when making a new one failed. */
  created?: boolean;
}

/** Thrown by any service; the http layer turns it into `[{message, errorCode, fields?}]` with this status. */
export interface OrgErrorShape {
  status: number;
  errors: ApiError[];
}

export type BulkOperation = 'insert' | 'update' | 'upsert' | 'delete' | 'hardDelete';

/** One operation on many records of one object, whose values come as the cells of a table. */
export interface BulkRequest {
  operation: BulkOperation;
  object: string;
  /** For an upsert: the field that tells records apart. */
  externalIdField?: string;
  /** What the cells of a row hold: `Name`, `AccountId`, `Account.Code__c`, `Lead:Who.Email`. */
  columns: readonly string[];
}

/** Lives as long as nobody else changes anything: through one transaction. */
export interface BulkSaver {
  /**
   * Saves the rows that an org would take as one chunk: at most 200. An empty cell leaves its field alone, `#N/A`
   * empties it. Each row succeeds or fails by itself.
   */
  save(rows: readonly (readonly string[])[]): SaveResult[];
}

export interface Records {
  create(user: UserContext, object: string, values: Record<string, unknown>): SaveResult;
  update(user: UserContext, object: string, id: string, values: Record<string, unknown>): SaveResult;
  upsert(
    user: UserContext,
    object: string,
    externalIdField: string,
    externalId: string,
    values: Record<string, unknown>
  ): SaveResult;
  delete(user: UserContext, object: string, id: string): SaveResult;
  /** The named fields (all readable ones without a list) of one record; throws NOT_FOUND. */
  retrieve(user: UserContext, object: string, id: string, fields?: readonly string[]): RecordValues;
  /** The records this user sees that carry this value in an external id (or other idLookup) field; no deleted ones. */
  find(user: UserContext, object: string, field: string, value: string): string[];
  /** Prepares for many saves alike; throws what is wrong with all of them: the object, a column, the permission. */
  bulk(user: UserContext, request: BulkRequest): BulkSaver;
  /** Several saves as one: when `allOrNone` and one fails, all are rolled back. */
  batch(allOrNone: boolean, saves: readonly (() => SaveResult)[]): SaveResult[];
}
