import type { SqlFragment } from '../contract.ts';
import { notSupported } from '../errors.ts';
import type { ChildSelect } from './child-relationships.ts';
import { compileOrder } from './compile-order.ts';
import { compileSelect } from './compile-select.ts';
import { compileWhere } from './compile-where.ts';
import { joinSql, quoted, sql, type Compilation } from './compilation.ts';
import { malformed } from './refusals.ts';
import { createScope } from './scope.ts';
import type { RowShape } from './shape.ts';
import { sourceOf, type CompiledSource } from './sources.ts';
import type { Query } from './statement.ts';
import { termOf } from './terms.ts';

/** A query of records, ready to be run as one statement, as a list of ids, or page by page from that list. */
export interface RecordsQuery {
  shape: RowShape;
  children: ChildQuery[];
  /** At most so many records. */
  first(count: number): SqlFragment;
  /** The ids of all records, in order, as `id`. */
  ids(): SqlFragment;
  /** The records with these ids (a JSON array) that the user can still see, in the order of the list. */
  page(ids: string): SqlFragment;
}

/** A child subquery: the children of many parents in one statement. */
export interface ChildQuery {
  key: string;
  shape: RowShape;
  children: ChildQuery[];
  /** Rows with the parent's id in `parent`. */
  of(parentIds: readonly string[]): SqlFragment;
}

interface Parts {
  columns: SqlFragment;
  shape: RowShape;
  children: ChildQuery[];
  conditions: SqlFragment[];
  order: SqlFragment[];
}

function compileParts(compilation: Compilation, source: CompiledSource, query: Query): Parts {
  const { scope } = source;
  const select = compileSelect(compilation, scope, query);
  const conditions = query.where ? [compileWhere(compilation, scope, query.where)] : [];
  if (query.scope) conditions.push(...scopeConditions(compilation, source, query.scope.name));
  const order = compileOrder(compilation, query.orderBy, ({ expression }) => {
    const term = termOf(compilation, scope, expression);
    if (expression.kind === 'field') return term;
    throw malformed(`Ordered field must be grouped or aggregated: ${term.column.field.name}`);
  });
  // Among equals the ids decide, so that pages follow on from each other.
  if (order.length > 0) order.push(sql(`${scope.alias}."Id"`));
  const children = select.children.map((child) => compileChild(compilation, child));
  return { columns: select.columns, shape: select.shape, children, conditions, order };
}

/** https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_using_scope.htm */
function scopeConditions(compilation: Compilation, source: CompiledSource, name: string): SqlFragment[] {
  const owner = source.scope.object.fields.get('ownerid');
  if (/^everything$/i.test(name)) return [];
  if (!/^mine$/i.test(name) || !owner) throw notSupported(`USING SCOPE ${name}`);
  return [sql(`${source.scope.own(owner).sql} = ?`, [compilation.user.userId])];
}

function orderBy(keys: SqlFragment[]): SqlFragment[] {
  return keys.length === 0 ? [] : [sql('ORDER BY'), joinSql(keys, ', ')];
}

export function compileRecords(compilation: Compilation, source: CompiledSource, query: Query): RecordsQuery {
  const { object, alias } = source.scope;
  const { columns, shape, children, conditions, order } = compileParts(compilation, source, query);
  const joins = source.scope.joins();
  const where = source.where(conditions);
  const limit = query.limit ?? -1;

  const rows = (selected: SqlFragment, count: number): SqlFragment =>
    joinSql(
      [
        sql('SELECT'),
        selected,
        source.from,
        joins,
        where,
        ...orderBy(order),
        sql('LIMIT ? OFFSET ?', [count, query.offset ?? 0])
      ],
      ' '
    );

  return {
    shape,
    children,
    first: (count) => rows(columns, limit === -1 ? count : Math.min(count, limit)),
    ids: () => rows(sql(`${alias}."Id" AS id`), limit),
    page(ids) {
      const list = sql(`FROM json_each(?) AS page CROSS JOIN ${quoted(object.name)} ${alias}`, [ids]);
      const listed = sql(`ON ${alias}."Id" = page.value`);
      const visible = source.where([]);
      return joinSql([sql('SELECT'), columns, list, listed, joins, visible, sql('ORDER BY page.key')], ' ');
    }
  };
}

function compileChild(compilation: Compilation, child: ChildSelect): ChildQuery {
  const source = sourceOf(compilation, createScope(compilation, child.object, child.query.from));
  const { columns, shape, children, conditions, order } = compileParts(compilation, source, child.query);
  const { limit, offset } = child.query;
  const parent = source.scope.own(child.reference).sql;

  function rows(parentIds: readonly string[], extra: SqlFragment[], ordered: SqlFragment[]): SqlFragment {
    const ofParents = sql(`${parent} IN (SELECT value FROM json_each(?))`, [JSON.stringify(parentIds)]);
    const selected = joinSql([sql(`${parent} AS parent`), columns, ...extra], ', ');
    const where = source.where([ofParents, ...conditions]);
    return joinSql(
      [sql('SELECT'), selected, source.from, source.scope.joins(), where, ...orderBy(ordered)],
      ' '
    );
  }

  return {
    key: child.key,
    shape,
    children,
    of(parentIds) {
      if (limit === null && offset === null) return rows(parentIds, [], order);
      // LIMIT and OFFSET count for each parent by itself.
      const keys = order.length > 0 ? order : [sql(`${source.scope.alias}."Id"`)];
      const window = joinSql(
        [sql(`row_number() OVER (PARTITION BY ${parent} ORDER BY`), joinSql(keys, ', ')],
        ' '
      );
      const place = sql(`${window.sql}) AS place`, window.params);
      const numbered = rows(parentIds, [place], []);
      const from = offset ?? 0;
      const to = limit === null ? Number.MAX_SAFE_INTEGER : from + limit;
      return sql(`SELECT * FROM (${numbered.sql}) WHERE place > ? AND place <= ? ORDER BY place`, [
        ...numbered.params,
        from,
        to
      ]);
    }
  };
}
