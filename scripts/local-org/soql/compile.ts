import type { Access, Schema, SqlFragment, UserContext } from '../contract.ts';
import { compileAggregate, compileCount, type CompiledAggregate } from './aggregate.ts';
import type { Compilation } from './compilation.ts';
import { parse } from './parse.ts';
import { compileRecords, type RecordsQuery } from './records-query.ts';
import { malformed } from './refusals.ts';
import { isAggregateQuery, isCount } from './semantics/aggregation.ts';
import { checkStatement } from './semantics/statement.ts';
import { compileSource } from './sources.ts';
import type { Statement } from './statement.ts';

/** Who asks what, and when. */
export interface Question {
  soql: string;
  user: UserContext;
  apiVersion: string;
  includeDeleted: boolean;
  now: Date;
}

export interface Catalogue {
  schema: Schema;
  access: Access;
}

export type Compiled =
  | { kind: 'count'; statement: SqlFragment }
  | { kind: 'aggregate'; aggregate: CompiledAggregate }
  | { kind: 'records'; records: RecordsQuery; view: boolean };

/** Reads and checks a statement. */
export function understand(question: Question): Statement {
  const statement = parse(question.soql);
  if (statement.allRows && !question.includeDeleted) throw malformed('ALL ROWS not allowed in this context');
  checkStatement(statement, Number(question.apiVersion));
  return statement;
}

export function compilationOf(question: Question, { schema, access }: Catalogue): Compilation {
  let aliases = 0;
  return {
    soql: question.soql,
    schema,
    access,
    user: question.user,
    now: question.now,
    includeDeleted: question.includeDeleted,
    nextAlias: () => `t${aliases++}`
  };
}

/** From SOQL to SQL: parse, refuse, look up, translate. Throws what an org would answer. */
export function compile(question: Question, catalogue: Catalogue): Compiled {
  const { query } = understand(question);
  const compilation = compilationOf(question, catalogue);
  const source = compileSource(compilation, query.from);
  if (isCount(query)) return { kind: 'count', statement: compileCount(compilation, source, query) };
  if (isAggregateQuery(query)) {
    return { kind: 'aggregate', aggregate: compileAggregate(compilation, source, query) };
  }
  return { kind: 'records', records: compileRecords(compilation, source, query), view: query.view };
}
