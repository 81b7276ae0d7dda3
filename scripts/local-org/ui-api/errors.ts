import type { ApiError, ObjectSchema } from '../contract.ts';
import { orgError, statusOf, type OrgError } from '../errors.ts';

/** A record or object that exists but not for this user; UI API says so where REST would say NOT_FOUND. */
export function insufficientAccess(): OrgError {
  return orgError(
    403,
    'INSUFFICIENT_ACCESS',
    "You don't have access to this record. Ask your administrator for help or to request access."
  );
}

export function invalidRecordId(id: string): OrgError {
  return orgError(400, 'INVALID_ID_FIELD', `Record ID ${id} is not a valid record ID.`);
}

export function illegalParameter(name: string, value: string): OrgError {
  return orgError(
    400,
    'ILLEGAL_QUERY_PARAMETER_VALUE',
    `Illegal value for query parameter '${name}': ${value}`
  );
}

/** A field asked for in `fields` that this user doesn't have, whether hidden or not there at all. */
export function noSuchColumn(object: string, path: string): OrgError {
  return orgError(
    400,
    'INVALID_FIELD',
    `No such column '${path}' on entity '${object}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.`
  );
}

/** https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_record_exception_error.htm */
export interface RecordExceptionError {
  constituentField: string | null;
  duplicateRecordError: null;
  errorCode: string;
  field: string | null;
  fieldLabel: string | null;
  message: string;
}

/** https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_error_with_output.htm */
export interface RecordErrorBody {
  message: string;
  statusCode: number;
  errorCode: string;
  enhancedErrorType: 'RecordError';
  output: { errors: RecordExceptionError[]; fieldErrors: Record<string, RecordExceptionError[]> };
}

/** A save that was refused. Reads answer with the REST API's array; saves answer with this one object. */
export class RecordError extends Error {
  readonly status: number;
  readonly body: RecordErrorBody;

  constructor(object: ObjectSchema, errors: readonly ApiError[]) {
    super(errors.map((error) => `${error.errorCode}: ${error.message}`).join('; '));
    this.name = 'RecordError';
    this.status = statusOf(errors);
    this.body = recordErrorBody(object, errors, this.status);
  }
}

function recordErrorBody(
  object: ObjectSchema,
  errors: readonly ApiError[],
  statusCode: number
): RecordErrorBody {
  const output: RecordErrorBody['output'] = { errors: [], fieldErrors: {} };
  for (const { errorCode, message, fields = [] } of errors) {
    const entry = { constituentField: null, duplicateRecordError: null, errorCode, message };
    if (fields.length === 0) output.errors.push({ ...entry, field: null, fieldLabel: null });
    for (const field of fields) {
      const fieldLabel = object.fields.get(field.toLowerCase())?.label ?? field;
      (output.fieldErrors[field] ??= []).push({ ...entry, field, fieldLabel });
    }
  }
  return {
    message: 'An error occurred while trying to update the record. Please try again.',
    statusCode,
    errorCode: errors[0]?.errorCode ?? 'UNKNOWN_EXCEPTION',
    enhancedErrorType: 'RecordError',
    output
  };
}
