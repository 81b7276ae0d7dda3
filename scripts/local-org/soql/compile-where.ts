import type { SqlFragment } from '../contract.ts';
import { isFilterable } from './capabilities.ts';
import { compare, not } from './comparisons.ts';
import { joinSql, sql, type Compilation } from './compilation.ts';
import { byValue, requireLabels } from './labels.ts';
import { refuseAt } from './refusals.ts';
import type { Scope } from './scope.ts';
import { compileSemiJoin } from './semi-joins.ts';
import type { Comparison, Condition } from './statement.ts';
import { fieldTerm, isAggregate, termOf } from './terms.ts';

/** SQLite allows a thousand levels in an expression, and each AND or OR of a chain is one. */
const LONGEST_CHAIN = 50;

function chain(parts: SqlFragment[], operator: 'AND' | 'OR'): SqlFragment {
  if (parts.length > LONGEST_CHAIN) {
    const links = Math.ceil(parts.length / LONGEST_CHAIN);
    const shorter = Array.from({ length: links }, (_, link) =>
      chain(parts.slice(link * LONGEST_CHAIN, (link + 1) * LONGEST_CHAIN), operator)
    );
    return chain(shorter, operator);
  }
  const joined = joinSql(parts, ` ${operator} `);
  return sql(`(${joined.sql})`, joined.params);
}

/** AND, OR and NOT over whatever a clause makes of its comparisons. */
export function compileCondition(
  condition: Condition,
  leaf: (condition: Exclude<Condition, { kind: 'and' | 'or' | 'not' }>) => SqlFragment
): SqlFragment {
  switch (condition.kind) {
    case 'and':
    case 'or': {
      const parts = condition.parts.map((part) => compileCondition(part, leaf));
      return chain(parts, condition.kind === 'and' ? 'AND' : 'OR');
    }
    case 'not':
      return not(compileCondition(condition.part, leaf));
    default:
      return leaf(condition);
  }
}

export function compileWhere(compilation: Compilation, scope: Scope, where: Condition): SqlFragment {
  return compileCondition(where, (condition) =>
    condition.kind === 'semiJoin'
      ? compileSemiJoin(compilation, scope, condition, (inner, inside) =>
          compileWhere(compilation, inner, inside)
        )
      : compileFilter(compilation, scope, condition)
  );
}

function compileFilter(compilation: Compilation, scope: Scope, comparison: Comparison): SqlFragment {
  const { left } = comparison;
  if (isAggregate(left)) {
    const message = 'Aggregate expressions are only allowed in SELECT, HAVING and ORDER BY';
    throw refuseAt('MALFORMED_QUERY', compilation.soql, left.at, message);
  }
  if (left.kind === 'call' && left.name === 'TOLABEL' && left.arguments[0]?.kind === 'field') {
    const column = scope.column(left.arguments[0]);
    requireLabels(compilation, column);
    return compare(compilation, fieldTerm(column), byValue(comparison, column.field));
  }
  const term = termOf(compilation, scope, left);
  const { field } = term.column;
  if (!isFilterable(field)) {
    const message = `field '${field.name}' can not be filtered in a query call`;
    throw refuseAt('INVALID_FIELD', compilation.soql, term.at, message);
  }
  return compare(compilation, term, comparison);
}
