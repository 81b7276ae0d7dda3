import type { FieldSchema, SqlFragment } from '../contract.ts';
import type { Compilation } from './compilation.ts';
import { findChildren, type ChildSelect } from './child-relationships.ts';
import { expandFields } from './fields-keyword.ts';
import { formatterOf } from './format.ts';
import { labeller, requireLabels } from './labels.ts';
import { refuseAt } from './refusals.ts';
import { createRecordBuilder } from './record-builder.ts';
import type { Column, Scope } from './scope.ts';
import type { Convert, RowShape } from './shape.ts';
import type { Expression, FunctionCall, Query } from './statement.ts';
import { compileTypeOf } from './type-of.ts';

/** The columns of a statement and the records that its rows become. */
export interface CompiledSelect {
  columns: SqlFragment;
  shape: RowShape;
  /** The subqueries in order; their keys are in the shape already. */
  children: ChildSelect[];
}

export function compileSelect(compilation: Compilation, scope: Scope, query: Query): CompiledSelect {
  const builder = createRecordBuilder(compilation);
  const { output } = builder;
  const children: ChildSelect[] = [];
  const shape: RowShape = {
    type: scope.object.name,
    urlObject: { name: scope.object.name },
    idColumn: output.add(`${scope.alias}."Id"`),
    entries: []
  };

  for (const item of query.select) {
    if (item.kind === 'children') {
      const child = findChildren(compilation, scope, item.query);
      builder.entry(shape, { kind: 'children', key: child.key }, item.query.from.at);
      children.push(child);
    } else if (item.kind === 'typeOf') {
      compileTypeOf(compilation, scope, builder, shape, item);
    } else if (item.expression.kind === 'field') {
      const column = scope.column(item.expression);
      if (item.alias !== null) throw noAlias(compilation, item.expression);
      builder.value(shape, column);
    } else if (item.expression.name === 'FIELDS') {
      for (const field of expandFields(compilation, scope.object, item.expression)) {
        builder.value(shape, scope.own(field, item.expression.at));
      }
    } else {
      const { column, convert } = converted(compilation, scope, item.expression);
      if (item.alias === null) builder.value(shape, column, convert);
      else {
        const value = output.add(column.sql);
        builder.entry(shape, { kind: 'value', key: item.alias, column: value, convert }, column.at);
      }
    }
  }
  return { columns: output.fragment(), shape, children };
}

function noAlias(compilation: Compilation, { at }: Expression): Error {
  return refuseAt('MALFORMED_QUERY', compilation.soql, at, 'only aggregate expressions use field aliasing');
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
