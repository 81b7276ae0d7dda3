import type { ApiError, MetadataProblem, OrgErrorShape } from './contract.ts';

/**
 * A refusal as the REST API spells it. The status belongs to the whole response; several errors may travel
 * together. https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/errorcodes.htm
 */
export class OrgError extends Error implements OrgErrorShape {
  readonly status: number;
  readonly errors: ApiError[];

  constructor(status: number, errors: ApiError[]) {
    super(errors.map((error) => `${error.errorCode}: ${error.message}`).join('; '));
    this.name = 'OrgError';
    this.status = status;
    this.errors = errors;
  }
}

/** Metadata that can't be installed, every problem with its file. */
export class MetadataError extends Error {
  readonly problems: readonly MetadataProblem[];

  constructor(problems: readonly MetadataProblem[]) {
    super(problems.map(({ fileName, problem }) => `${fileName}: ${problem}`).join('\n'));
    this.name = 'MetadataError';
    this.problems = problems;
  }
}

/** One error with its status: `throw orgError(400, 'MALFORMED_QUERY', 'unexpected token: FORM')`. */
export function orgError(status: number, errorCode: string, message: string, fields?: string[]): OrgError {
  return new OrgError(status, [{ errorCode, message, ...(fields && { fields }) }]);
}

/** The answer to a path or record that isn't there, or that this user may not know of. */
export function notFound(message = 'The requested resource does not exist'): OrgError {
  return orgError(404, 'NOT_FOUND', message);
}

export function invalidSession(): OrgError {
  return orgError(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
}

/** An object that doesn't exist for this user, in the words of the query and collections resources. */
export function invalidType(object: string): OrgError {
  return orgError(
    400,
    'INVALID_TYPE',
    `sObject type '${object}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.`
  );
}

export function invalidField(object: string, field: string): OrgError {
  return orgError(400, 'INVALID_FIELD', `No such column '${field}' on sobject of type ${object}`);
}

export function jsonParserError(message: string): OrgError {
  return orgError(400, 'JSON_PARSER_ERROR', message);
}

/** Something Salesforce does and this org doesn't do yet. It says so instead of pretending. */
export function notSupported(what: string): OrgError {
  return orgError(501, 'NOT_IMPLEMENTED', `${what} is not supported by the local org.`);
}

const STATUS_BY_CODE: Record<string, number> = {
  NOT_FOUND: 404,
  ENTITY_IS_DELETED: 404
};

/**
 * The status that the errors of one save carry when they are the whole response: 400, also where a right is missing.
 * An org answers `CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY` and `INSUFFICIENT_ACCESS_OR_READONLY` with 400; 403 is for
 * resources that refuse before they save anything.
 */
export function statusOf(errors: readonly ApiError[]): number {
  return STATUS_BY_CODE[errors[0]?.errorCode ?? ''] ?? 400;
}
