/**
 * What to do about a row that failed. `again`: it may succeed next time. `gone`: it was deleted meanwhile, which is as
 * good as done. `refused`: it will fail again until somebody changes something.
 */
export type RowErrorClass = 'again' | 'gone' | 'refused';

/** https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/asynch_api_concepts_errors.htm */
const AGAIN = new Set([
  'UNABLE_TO_LOCK_ROW',
  'SERVER_UNAVAILABLE',
  'REQUEST_RUNNING_TOO_LONG',
  'QUERY_TIMEOUT',
  'UNKNOWN_EXCEPTION'
]);
const GONE = new Set(['ENTITY_IS_DELETED', 'INVALID_CROSS_REFERENCE_KEY', 'NOT_FOUND']);

/** The class of an `sf__Error`, which begins with the status code: `CODE:message:fields --`. */
export function classOf(error: string, isDeletable: boolean): RowErrorClass {
  const code = error.split(':', 1)[0] ?? '';
  if (AGAIN.has(code)) return 'again';
  return isDeletable && GONE.has(code) ? 'gone' : 'refused';
}
