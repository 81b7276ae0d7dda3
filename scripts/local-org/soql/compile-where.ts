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

/** AND, OR and NOT over whatever a clause makes of its comparisons. */
export function compileCondition(
  condition: Condition,
  leaf: (condition: Exclude<Condition, { kind: 'and' | 'or' | 'not' }>) => SqlFragment
): SqlFragment {
  switch (condition.kind) {
    case 'and':
    case 'or': {
      const parts = condition.parts.map((part) => compileCondition(part, leaf));
      const joined = joinSql(parts, condition.kind === 'and' ? ' AND ' : ' OR ');
      return sql(`(${joined.sql})`, joined.params);
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
