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
  /** For an upsert: true when a new record was made. */
  created?: boolean;
}

/** Thrown by any service; the http layer turns it into `[{message, errorCode, fields?}]` with this status. */
export interface OrgErrorShape {
  status: number;
  errors: ApiError[];
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
  /** The records that carry this value in an external id (or other idLookup) field, deleted ones left out. */
  find(user: UserContext, object: string, field: string, value: string): string[];
  /** Several saves as one: when `allOrNone` and one fails, all are rolled back. */
  batch(allOrNone: boolean, saves: readonly (() => SaveResult)[]): SaveResult[];
}
