import { GraphQLError, type ASTNode } from 'graphql';
import { OrgError } from '../errors.ts';

/** https://developer.salesforce.com/docs/platform/graphql/guide/query-status.html */
export type ErrorType =
  | 'InvalidSyntax'
  | 'ValidationError'
  | 'DataFetchingException'
  | 'OperationNotSupported'
  | 'ExecutionAborted';

/** An entry of `errors`. `paths` is the place in the result; empty when there is no result. */
export interface GraphqlErrorEntry {
  message: string;
  locations: { line: number; column: number }[];
  paths: (string | number)[];
  extensions: { ErrorType: ErrorType };
}

/** A refusal with its type; thrown by resolvers and by the steps before execution. */
export class GraphqlRefusal extends Error {
  readonly errorType: ErrorType;

  constructor(errorType: ErrorType, message: string) {
    super(message);
    this.name = 'GraphqlRefusal';
    this.errorType = errorType;
  }
}

/** The place of a piece of the document, from 1. */
export function locationOf(node: ASTNode | undefined): { line: number; column: number }[] {
  const start = node?.loc?.startToken;
  return start ? [{ line: start.line, column: start.column }] : [];
}

/** An error of execution: a refusal keeps its type, what the services refuse is a failed fetch. */
export function executionError(error: GraphQLError): GraphqlErrorEntry {
  const cause = error.originalError;
  if (cause && !(cause instanceof GraphqlRefusal) && !(cause instanceof OrgError)) throw cause;
  return {
    message: error.message,
    locations: (error.locations ?? []).map(({ line, column }) => ({ line, column })),
    paths: [...(error.path ?? [])],
    extensions: {
      ErrorType: cause instanceof GraphqlRefusal ? cause.errorType : 'DataFetchingException'
    }
  };
}
