import type { SqlFragment } from '../contract.ts';
import { isGroupable } from './capabilities.ts';
import { compileOrder } from './compile-order.ts';
import { requireFormat } from './compile-select.ts';
import { compileCondition, compileWhere } from './compile-where.ts';
import { compare } from './comparisons.ts';
import { joinSql, sql, type Compilation } from './compilation.ts';
import { groupingSets } from './grouping-sets.ts';
import { createOutput } from './record-builder.ts';
import { malformed, refuseAt } from './refusals.ts';
import { convertOf, type RowShape } from './shape.ts';
import type { CompiledSource } from './sources.ts';
import type { Expression, Query } from './statement.ts';
import { termOf, type Term } from './terms.ts';

/** A statement whose rows are groups, not records. */
export interface CompiledAggregate {
  statement: SqlFragment;
  shape: RowShape;
}

/** https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_groupby.htm */
export function compileAggregate(
  compilation: Compilation,
  source: CompiledSource,
  query: Query
): CompiledAggregate {
  const groups = query.groupBy.map((expression) => groupTerm(compilation, source, expression));
  const keys = new Set(groups.map(({ key }) => key));
  const sets = query.subtotals && groupingSets(compilation, query.subtotals, groups);

  /** A grouped value or an aggregate of others. */
  function term(expression: Expression, complaint = 'Field must be grouped or aggregated'): Term {
    if (sets && expression.kind === 'call' && expression.name === 'GROUPING') {
      return sets.grouping(expression, (inner) => termOf(compilation, source.scope, inner));
    }
    const found = termOf(compilation, source.scope, expression);
    if (!found.aggregate && !keys.has(found.key)) {
      throw malformed(`${complaint}: ${found.column.field.name}`);
    }
    if (found.aggregate && keys.has(found.column.sql)) {
      const message = `Grouped field should not be aggregated: ${found.column.field.name}`;
      throw refuseAt('MALFORMED_QUERY', compilation.soql, found.column.at, message);
    }
    return sets?.leveled(found) ?? found;
  }

  const { columns, shape } = selectGroups(compilation, query, term);
  const where = source.where(query.where ? [compileWhere(compilation, source.scope, query.where)] : []);
  const having = query.having
    ? compileCondition(query.having, (condition) => {
        if (condition.kind === 'semiJoin') throw malformed('Semi-joins are only supported in WHERE clauses');
        return compare(compilation, term(condition.left), condition);
      })
    : null;
  const order = compileOrder(compilation, query.orderBy, ({ expression }) =>
    term(expression, 'Ordered field must be grouped or aggregated')
  );

  const statement = joinSql(
    [
      sql('SELECT'),
      columns,
      source.from,
      source.scope.joins(),
      ...(sets ? [sets.join] : []),
      where,
      ...clause('GROUP BY', sets?.keys ?? groups.map((group) => sql(group.sql))),
      ...clause('HAVING', having ? [having] : []),
      ...clause('ORDER BY', order),
      sql('LIMIT ? OFFSET ?', [query.limit ?? -1, query.offset ?? 0])
    ],
    ' '
  );
  return { statement, shape };
}

function clause(words: string, parts: SqlFragment[]): SqlFragment[] {
  return parts.length === 0 ? [] : [sql(words), joinSql(parts, ', ')];
}

function groupTerm(compilation: Compilation, source: CompiledSource, expression: Expression): Term {
  const term = termOf(compilation, source.scope, expression);
  const { field } = term.column;
  if (term.aggregate || (expression.kind === 'field' && !isGroupable(field))) {
    const message = `field '${field.name}' can not be grouped in a query call`;
    throw refuseAt('MALFORMED_QUERY', compilation.soql, term.at, message);
  }
  return term;
}

/** Aggregates without an alias are `expr0`, `expr1` …; a grouped field keeps its own name. */
function selectGroups(
  compilation: Compilation,
  query: Query,
  termFor: (expression: Expression) => Term
): { columns: SqlFragment; shape: RowShape } {
  const output = createOutput();
  const shape: RowShape = { type: 'AggregateResult', urlObject: null, idColumn: '', entries: [] };
  const taken = new Set<string>();
  let unnamed = 0;
  for (const item of query.select) {
    if (item.kind === 'children') throw malformed('Relationship subqueries cannot be used with aggregates');
    if (item.kind === 'typeOf') throw malformed('TYPEOF cannot be used with aggregates');
    const { expression } = item;
    const isFormatted = expression.kind === 'call' && expression.name === 'FORMAT';
    const term = termFor(isFormatted ? expression.arguments[0] : expression);
    const key = item.alias ?? (expression.kind === 'field' ? term.column.field.name : `expr${unnamed++}`);
    if (taken.has(key.toLowerCase())) throw malformed(`duplicate alias: ${key}`);
    taken.add(key.toLowerCase());
    const convert = isFormatted
      ? requireFormat(compilation, { ...term.column.field, type: term.type }, expression)
      : convertOf(term.type);
    shape.entries.push({ kind: 'value', key, column: output.add(term.sql), convert });
  }
  return { columns: output.fragment(), shape };
}

/** `SELECT COUNT()`: how many rows there are, up to the limit. */
export function compileCount(compilation: Compilation, source: CompiledSource, query: Query): SqlFragment {
  const where = source.where(query.where ? [compileWhere(compilation, source.scope, query.where)] : []);
  const rows = joinSql(
    [
      sql('SELECT 1'),
      source.from,
      source.scope.joins(),
      where,
      sql('LIMIT ? OFFSET ?', [query.limit ?? -1, query.offset ?? 0])
    ],
    ' '
  );
  return sql(`SELECT count(*) AS total FROM (${rows.sql})`, rows.params);
}
