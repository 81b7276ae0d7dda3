import type { FieldSchema, SqlFragment } from '../contract.ts';
import { isId } from './capabilities.ts';
import { joinSql, sql, type Compilation } from './compilation.ts';
import { malformed } from './refusals.ts';
import { compileSource } from './sources.ts';
import type { Column, Scope } from './scope.ts';
import type { Condition, Expression, SemiJoin } from './statement.ts';

/**
 * `Id IN (SELECT AccountId FROM Contact WHERE …)`; the inner rows are those that the user may see.
 * https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_comparisonoperators.htm
 */
export function compileSemiJoin(
  compilation: Compilation,
  scope: Scope,
  condition: SemiJoin,
  compileInner: (scope: Scope, where: Condition) => SqlFragment
): SqlFragment {
  const outer = idColumn(
    scope,
    condition.left,
    'The left operand field in the where expression for outer query'
  );
  const { query } = condition;
  const inner = compileSource(compilation, query.from);
  if (inner.scope.object === scope.object) {
    throw malformed('The inner and outer selects should not be on the same object type');
  }
  const [item] = query.select;
  if (query.select.length !== 1 || item.kind !== 'expression') {
    throw malformed('The inner select of a semi join sub-select should select exactly one field');
  }
  const selected = idColumn(inner.scope, item.expression, 'The selected field in the inner query');
  requireSameObject(outer, targetsOf(scope, outer), selected, targetsOf(inner.scope, selected));

  const conditions = query.where ? [compileInner(inner.scope, query.where)] : [];
  const where = inner.where([...conditions, sql(`${selected.sql} IS NOT NULL`)]);
  const subselect = joinSql([sql(`SELECT ${selected.sql}`), inner.from, inner.scope.joins(), where], ' ');
  return condition.negated
    ? sql(`(${outer.sql} IS NULL OR ${outer.sql} NOT IN (${subselect.sql}))`, subselect.params)
    : sql(`${outer.sql} IN (${subselect.sql})`, subselect.params);
}

function idColumn(scope: Scope, expression: Expression, what: string): Column {
  if (expression.kind === 'call')
    throw malformed(`${what} should be an id field, cannot use: '${expression.name}()'`);
  const column = scope.column(expression);
  const { name, type } = column.field;
  if (!isId(type)) {
    throw malformed(`${what} should be an id field, cannot use: '${name}'`);
  }
  if (column.parents.length > 0) {
    throw malformed(`${what} cannot go through a relationship: '${expression.names.join('.')}'`);
  }
  return column;
}

function targetsOf(scope: Scope, { field }: { field: FieldSchema }): readonly string[] {
  return field.type === 'id' ? [scope.object.name] : field.referenceTo;
}

function requireSameObject(
  outer: Column,
  outerTargets: readonly string[],
  selected: Column,
  innerTargets: readonly string[]
): void {
  if (innerTargets.some((name) => outerTargets.includes(name))) return;
  throw malformed(
    `The selected field '${selected.field.name}' in the subquery and the left operand field in the where expression in the outer query '${outer.field.name}' should point to the same object type`
  );
}
