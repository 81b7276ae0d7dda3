import type { FieldSchema, FieldType } from '../contract.ts';
import { isAggregatable, isText, type AggregateFunction } from './capabilities.ts';
import type { Compilation } from './compilation.ts';
import { dateFunction, localTime, takesType, type DateFunction } from './date-functions.ts';
import { refuseAt, unexpectedToken } from './refusals.ts';
import type { Column, Scope } from './scope.ts';
import type { Expression, FunctionCall } from './statement.ts';

/** What stands on the left of a comparison, in GROUP BY or in ORDER BY, in SQL. */
export interface Term {
  sql: string;
  type: FieldType;
  /** The field at its heart. */
  column: Column;
  /** In SELECT, GROUP BY and ORDER BY the same key means the same value. */
  key: string;
  aggregate: boolean;
  at: number;
}

const AGGREGATES: ReadonlySet<string> = new Set(['COUNT', 'COUNT_DISTINCT', 'SUM', 'AVG', 'MIN', 'MAX']);

export function isAggregateName(name: string): name is AggregateFunction {
  return AGGREGATES.has(name);
}

/** Whether an expression has an aggregate function at its top, or just below FORMAT(). */
export function isAggregate(expression: Expression): boolean {
  if (expression.kind === 'field') return false;
  if (isAggregateName(expression.name)) return true;
  return expression.name === 'FORMAT' && expression.arguments.some(isAggregate);
}

/** A field, a date function of one, or an aggregate of one. */
export function termOf(compilation: Compilation, scope: Scope, expression: Expression): Term {
  if (expression.kind === 'field') return fieldTerm(scope.column(expression));
  if (isAggregateName(expression.name)) return aggregateTerm(compilation, scope, expression, expression.name);
  const wanted = dateFunction(expression.name);
  if (wanted) return dateTerm(compilation, scope, expression, wanted);
  throw refuseAt(
    'MALFORMED_QUERY',
    compilation.soql,
    expression.at,
    `${expression.name}() is not supported here by the local org.`
  );
}

export function fieldTerm(column: Column): Term {
  return {
    sql: column.sql,
    type: column.field.type,
    column,
    key: column.sql,
    aggregate: false,
    at: column.at
  };
}

function onlyArgument(compilation: Compilation, call: FunctionCall): Expression {
  if (call.arguments.length === 1) return call.arguments[0];
  throw refuseAt('MALFORMED_QUERY', compilation.soql, call.at, `${call.name}() takes one field`);
}

function aggregateTerm(
  compilation: Compilation,
  scope: Scope,
  call: FunctionCall,
  name: AggregateFunction
): Term {
  const argument = onlyArgument(compilation, call);
  if (argument.kind === 'call') {
    throw unexpectedToken(compilation.soql, argument.at, argument.name);
  }
  const column = scope.column(argument);
  if (!isAggregatable(column.field, name)) {
    throw refuseAt(
      'MALFORMED_QUERY',
      compilation.soql,
      column.at,
      `field ${column.field.name} does not support aggregate operator ${name}`
    );
  }
  return {
    sql: aggregateSql(name, column),
    type: aggregateType(name, column.field),
    column,
    key: `${name}(${column.sql})`,
    aggregate: true,
    at: call.at
  };
}

function aggregateSql(name: AggregateFunction, column: Column): string {
  if (name === 'COUNT_DISTINCT') return `count(DISTINCT ${column.sql})`;
  const call = `${name.toLowerCase()}(${column.sql})`;
  const isFolded = isText(column.field.type) && !column.field.caseSensitive && name !== 'COUNT';
  return isFolded ? `${call} COLLATE NOCASE` : call;
}

function aggregateType(name: AggregateFunction, field: FieldSchema): FieldType {
  if (name === 'COUNT' || name === 'COUNT_DISTINCT') return 'int';
  if (name === 'AVG') return field.type === 'int' ? 'double' : field.type;
  return field.type;
}

function dateTerm(compilation: Compilation, scope: Scope, call: FunctionCall, wanted: DateFunction): Term {
  const argument = onlyArgument(compilation, call);
  const isConverted = argument.kind === 'call' && argument.name === 'CONVERTTIMEZONE';
  const inner = isConverted ? onlyArgument(compilation, argument) : argument;
  if (inner.kind === 'call') throw unexpectedToken(compilation.soql, inner.at, inner.name);
  const column = scope.column(inner);
  const { name, type } = column.field;
  if (!takesType(wanted, type) || (isConverted && type !== 'datetime')) {
    const message = `field ${name} does not support function ${call.name}`;
    throw refuseAt('MALFORMED_QUERY', compilation.soql, column.at, message);
  }
  const { timeZone } = compilation.user;
  const moment = isConverted ? localTime(column.sql, timeZone, compilation.now) : column.sql;
  return {
    sql: wanted.sql(moment),
    type: wanted.type,
    column,
    key: `${call.name}(${isConverted ? 'local ' : ''}${column.sql})`,
    aggregate: false,
    at: call.at
  };
}
