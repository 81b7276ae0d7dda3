import { orgError, type OrgError } from '../errors.ts';

export type RefusalCode =
  'MALFORMED_QUERY' | 'INVALID_FIELD' | 'INVALID_TYPE' | 'INVALID_QUERY_FILTER_OPERATOR';

/** How many characters around the fault the platform quotes before it completes the word. */
const QUOTED = 30;

/**
 * The refusal that points at a place in the statement:
 *
 *     "\nSELECT Nope FROM Account\n       ^\nERROR at Row:1:Column:8\nNo such column 'Nope' on entity 'Account'. …"
 *
 * It quotes the fault's line as orgs do: about thirty characters to either side, completed to whole words (seen in
 * https://github.com/forcedotcom/cli/issues/1356 and https://github.com/vlocityinc/vlocity_build/issues/364).
 */
export function refuseAt(code: RefusalCode, soql: string, at: number, message: string): OrgError {
  const lineStart = soql.lastIndexOf('\n', at - 1) + 1;
  const lineEnd = soql.indexOf('\n', at);
  const line = soql.slice(lineStart, lineEnd === -1 ? undefined : lineEnd);
  const position = at - lineStart;
  const row = soql.slice(0, lineStart).split('\n').length;

  const before = line.slice(0, Math.max(0, position - QUOTED + 1));
  const start = before.length - (/\S*$/.exec(before)?.[0].length ?? 0);
  const end = position + QUOTED + 1;
  const quote = line.slice(start, end) + (/^\S*/.exec(line.slice(end))?.[0] ?? '');
  const caret = `${' '.repeat(position - start)}^`;
  return orgError(400, code, `\n${quote}\n${caret}\nERROR at Row:${row}:Column:${position + 1}\n${message}`);
}

/** A word where none may stand. Orgs count these columns from zero, so the caret stands before the word. */
export function unexpectedToken(soql: string, at: number, token: string): OrgError {
  return refuseAt('MALFORMED_QUERY', soql, Math.max(0, at - 1), `unexpected token: '${token}'`);
}

/** A refusal of the statement as a whole. */
export function malformed(message: string): OrgError {
  return orgError(400, 'MALFORMED_QUERY', message);
}

export function noSuchColumn(soql: string, at: number, column: string, entity: string): OrgError {
  return refuseAt(
    'INVALID_FIELD',
    soql,
    at,
    `No such column '${column}' on entity '${entity}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.`
  );
}

export function noSuchObject(soql: string, at: number, name: string): OrgError {
  return refuseAt(
    'INVALID_TYPE',
    soql,
    at,
    `sObject type '${name}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.`
  );
}

const APPEND_R =
  "If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.";

export function noSuchParent(soql: string, at: number, relationship: string): OrgError {
  return refuseAt(
    'INVALID_FIELD',
    soql,
    at,
    `Didn't understand relationship '${relationship}' in field path. ${APPEND_R}`
  );
}

export function noSuchChildren(soql: string, at: number, relationship: string): OrgError {
  return refuseAt(
    'INVALID_TYPE',
    soql,
    at,
    `Didn't understand relationship '${relationship}' in FROM part of query call. ${APPEND_R}`
  );
}
