import { execute, GraphQLError, parse, type DocumentNode, type ExecutionResult } from 'graphql';
import type { Org, UserContext } from '../contract.ts';
import { displayContext } from '../ui-api/display.ts';
import { createReader } from '../ui-api/reader.ts';
import { queryRows } from './connections.ts';
import type { GraphqlContext } from './context.ts';
import { executionError, GraphqlRefusal, type ErrorType, type GraphqlErrorEntry } from './errors.ts';
import { limitErrors } from './limits.ts';
import { createLoaders } from './loaders.ts';
import { withoutMissingOptionals } from './optional-directive.ts';
import { schemaFor } from './schema.ts';
import { validationErrors } from './validation.ts';

export interface GraphqlRequest {
  query: string;
  variables: Record<string, unknown>;
  operationName: string | null;
}

/** What an org answers, always with HTTP 200: https://developer.salesforce.com/docs/platform/graphql/guide/query-status.html */
export interface GraphqlResponse {
  data: Record<string, unknown>;
  errors: GraphqlErrorEntry[];
}

function refusal(errorType: ErrorType, message: string, locations: GraphqlErrorEntry['locations'] = []) {
  return { data: {}, errors: [{ message, locations, paths: [], extensions: { ErrorType: errorType } }] };
}

/** Runs one operation as this user: their schema, their fields, their rows. */
export async function executeGraphql(
  org: Org,
  user: UserContext,
  request: GraphqlRequest,
  apiVersion: string
): Promise<GraphqlResponse> {
  let parsed: DocumentNode;
  try {
    parsed = parse(request.query);
  } catch (error) {
    if (error instanceof GraphQLError) return syntaxError(error, request.query);
    throw error;
  }

  const reader = createReader(org, user);
  const schema = schemaFor(reader);
  const document = withoutMissingOptionals(schema, parsed);
  const invalid = validationErrors(schema, document);
  if (invalid.length > 0) return { data: {}, errors: invalid };
  const unresolved = unresolvedOperation(document, request.operationName);
  if (unresolved) return refusal('OperationNotSupported', unresolved);
  const beyond = limitErrors(schema, document);
  if (beyond.length > 0) return { data: {}, errors: beyond };

  const query = (soql: string) => queryRows(org, user, soql, apiVersion);
  const contextValue: GraphqlContext = {
    reader,
    display: displayContext(org, user),
    loaders: createLoaders(reader, query),
    query,
    variables: request.variables
  };
  const result = await execute({
    schema,
    document,
    contextValue,
    variableValues: request.variables,
    operationName: request.operationName
  });
  return response(result);
}

function response({ data, errors = [] }: ExecutionResult): GraphqlResponse {
  if (data === undefined) {
    // Nothing ran: the variables don't fit their types.
    const [error] = errors;
    return refusal('ValidationError', error.message, [...(error.locations ?? [])]);
  }
  return { data: data ?? {}, errors: errors.map(executionError) };
}

function syntaxError(error: GraphQLError, query: string): GraphqlResponse {
  const [{ line, column } = { line: 1, column: 1 }] = error.locations ?? [];
  const rest = query.split(/\r\n|\r|\n/)[line - 1]?.slice(column - 1) ?? '';
  const token = /^(?:[_A-Za-z]\w*|\S)/.exec(rest)?.[0] ?? '<EOF>';
  const message = `Invalid syntax with offending token '${token}' at line ${line} column ${column}`;
  return refusal('InvalidSyntax', message, [{ line, column }]);
}

/** Why the server can't tell which operation to run, or null. */
function unresolvedOperation(document: DocumentNode, operationName: string | null): string | null {
  const operations = document.definitions.filter((node) => node.kind === 'OperationDefinition');
  if (operationName) {
    const isThere = operations.some((node) => node.name?.value === operationName);
    return isThere ? null : `Unknown operation named '${operationName}'.`;
  }
  return operations.length > 1 ? 'Must provide operation name if query contains multiple operations.' : null;
}

/** The request from its JSON body; throws a refusal when there is no query text. */
export function graphqlRequest(body: Record<string, unknown>): GraphqlRequest {
  const { query, variables, operationName } = body;
  if (typeof query !== 'string' || query.trim() === '') {
    throw new GraphqlRefusal('InvalidSyntax', "The request needs the text of an operation in 'query'");
  }
  const isMap = typeof variables === 'object' && variables !== null && !Array.isArray(variables);
  return {
    query,
    variables: isMap ? (variables as Record<string, unknown>) : {},
    operationName: typeof operationName === 'string' && operationName !== '' ? operationName : null
  };
}
