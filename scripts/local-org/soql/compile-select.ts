import type { FieldSchema, SqlFragment } from '../contract.ts';
import { joinSql, sql, type Compilation } from './compilation.ts';
import { findChildren, type ChildSelect } from './child-relationships.ts';
import { expandFields } from './fields-keyword.ts';
import { formatterOf } from './format.ts';
import { labeller, requireLabels } from './labels.ts';
import { refuseAt } from './refusals.ts';
import type { Column, Parent, Scope } from './scope.ts';
import { convertOf, type Convert, type RowShape } from './shape.ts';
import type { Expression, FunctionCall, Query } from './statement.ts';

/** The columns of a statement and the records that its rows become. */
export interface CompiledSelect {
  columns: SqlFragment;
  shape: RowShape;
  /** The subqueries in order; their keys are in the shape already. */
  children: ChildSelect[];
}

/** Output columns, each expression once: `t0."Name" AS c1`. */
export interface OutputColumns {
  add(expression: string): string;
  fragment(): SqlFragment;
}

export function createOutput(): OutputColumns {
  const names = new Map<string, string>();
  return {
    add(expression) {
      const name = names.get(expression) ?? `c${names.size}`;
      names.set(expression, name);
      return name;
    },
    fragment: () =>
      joinSql(
        [...names].map(([expression, name]) => sql(`${expression} AS ${name}`)),
        ', '
      )
  };
}

export function compileSelect(compilation: Compilation, scope: Scope, query: Query): CompiledSelect {
  const output = createOutput();
  const children: ChildSelect[] = [];
  const shape: RowShape = {
    type: scope.object.name,
    urlObject: { name: scope.object.name },
    idColumn: output.add(`${scope.alias}."Id"`),
    entries: []
  };
  /** Keys of one record, in lower case; a record stands for itself. */
  const taken = new Map<RowShape, Set<string>>();

  function claim(record: RowShape, key: string, at: number): void {
    const keys = taken.get(record) ?? new Set();
    taken.set(record, keys);
    if (keys.has(key.toLowerCase())) {
      throw refuseAt('INVALID_FIELD', compilation.soql, at, `duplicate field selected: ${key}`);
    }
    keys.add(key.toLowerCase());
  }

  function recordOf(column: Column): RowShape {
    return column.parents.reduce((record, parent) => parentRecord(output, record, parent), shape);
  }

  function addValue(column: Column, convert: Convert | null, alias: string | null): void {
    const record = alias === null ? recordOf(column) : shape;
    const key = alias ?? column.field.name;
    claim(record, key, column.at);
    record.entries.push({ kind: 'value', key, column: output.add(column.sql), convert });
  }

  for (const item of query.select) {
    if (item.kind === 'children') {
      const child = findChildren(compilation, scope, item.query);
      claim(shape, child.key, item.query.from.at);
      children.push(child);
      shape.entries.push({ kind: 'children', key: child.key });
    } else if (item.expression.kind === 'field') {
      const column = scope.column(item.expression);
      if (item.alias !== null) throw noAlias(compilation, item.expression);
      addValue(column, convertOf(column.field.type), null);
    } else if (item.expression.name === 'FIELDS') {
      for (const field of expandFields(compilation, scope.object, item.expression)) {
        addValue(scope.own(field, item.expression.at), convertOf(field.type), null);
      }
    } else {
      const { column, convert } = converted(compilation, scope, item.expression);
      addValue(column, convert, item.alias);
    }
  }
  return { columns: output.fragment(), shape, children };
}

function noAlias(compilation: Compilation, { at }: Expression): Error {
  return refuseAt('MALFORMED_QUERY', compilation.soql, at, 'only aggregate expressions use field aliasing');
}

function parentRecord(output: OutputColumns, record: RowShape, parent: Parent): RowShape {
  const key = parent.relationshipName;
  const known = record.entries.find((entry) => entry.kind === 'parent' && entry.key === key);
  if (known?.kind === 'parent') return known.shape;
  const shape: RowShape = {
    // Through a reference to several objects the record is of the pseudo-object Name; its URL tells the real one.
    type: parent.polymorphic ? 'Name' : parent.targets[0].object.name,
    urlObject: parent.typeSql
      ? { column: output.add(parent.typeSql) }
      : { name: parent.targets[0].object.name },
    idColumn: output.add(parent.idSql),
    entries: []
  };
  record.entries.push({ kind: 'parent', key, shape });
  return shape;
}

/** toLabel() and FORMAT() of a field. */
function converted(
  compilation: Compilation,
  scope: Scope,
  call: FunctionCall
): { column: Column; convert: Convert | null } {
  const [argument] = call.arguments;
  if (argument?.kind !== 'field' || call.arguments.length !== 1) throw unknownFunction(compilation, call);
  if (call.name === 'TOLABEL') {
    const column = scope.column(argument);
    requireLabels(compilation, column);
    const label = labeller(column.field);
    return { column, convert: (value) => label(String(value)) };
  }
  if (call.name === 'FORMAT') {
    const column = scope.column(argument);
    return { column, convert: requireFormat(compilation, column.field, call) };
  }
  throw unknownFunction(compilation, call);
}

export function requireFormat(compilation: Compilation, field: FieldSchema, call: FunctionCall): Convert {
  const convert = formatterOf(field.type, field.scale, compilation.user);
  if (convert) return convert;
  const message = `field ${field.name} does not support function FORMAT`;
  throw refuseAt('MALFORMED_QUERY', compilation.soql, call.at, message);
}

function unknownFunction(compilation: Compilation, call: FunctionCall): Error {
  const message = `${call.name}() is not supported here by the local org`;
  return refuseAt('MALFORMED_QUERY', compilation.soql, call.at, message);
}
