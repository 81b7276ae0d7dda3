import type { ApiError, SaveResult } from '../contract.ts';
import { notFound, OrgError, statusOf } from '../errors.ts';
import type { ResourceAnswer } from './resource.ts';

/** Throws what went wrong with the only save of a request, with the status that it deserves. */
export function requireSuccess(result: SaveResult): void {
  if (result.success) return;
  const [error] = result.errors;
  // The record in the path itself isn't there; a reference in the body names its field.
  if (error?.errorCode === 'INVALID_CROSS_REFERENCE_KEY' && !error.fields) throw notFound();
  throw new OrgError(statusOf(result.errors), result.errors);
}

/** `POST` of one record, or a `PATCH` that made or changed one. */
export function savedAnswer(result: SaveResult): ResourceAnswer {
  requireSuccess(result);
  const { id, created } = result;
  const body = { id, success: true, errors: [], ...(created !== undefined && { created }) };
  return { status: created === false ? 200 : 201, body };
}

/** Inside a list of results an error's code is called `statusCode`. */
export function errorEntry({ errorCode, message, fields }: ApiError) {
  return { statusCode: errorCode, message, fields: fields ?? [] };
}

/** One entry of a collection's answer. */
export function resultEntry({ id, success, errors, created }: SaveResult) {
  return {
    ...(id !== null && { id }),
    success,
    errors: errors.map(errorEntry),
    ...(created !== undefined && { created })
  };
}
