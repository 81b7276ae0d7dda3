import type {
  FunctionExp,
  Query as ParsedQuery,
  Subquery as ParsedSubquery
} from '@jetstreamapp/soql-parser-js';
import type { Expression, FieldPath, Query } from './statement.ts';
import type { Words } from './words.ts';

/** What the readers of a statement's parts share. */
export interface Reading {
  soql: string;
  words: Words;
  readQuery(parsed: ParsedQuery | ParsedSubquery): Query;
}

/** A field or a path of relationships that ends in one. */
export function readPath(written: string, { words }: Reading): FieldPath {
  return { kind: 'field', names: written.split('.'), at: words.next(written) };
}

export function readFunction(call: FunctionExp, reading: Reading): Expression {
  const written = call.functionName ?? '';
  const at = reading.words.next(written);
  return {
    kind: 'call',
    // As the statement says it, for which the parser may have been told another word.
    name: reading.soql.slice(at, at + written.length).toUpperCase(),
    arguments: (call.parameters ?? []).map((parameter) =>
      typeof parameter === 'string' ? readPath(parameter, reading) : readFunction(parameter, reading)
    ),
    at
  };
}
