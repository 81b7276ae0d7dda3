import type { Compilation } from './compilation.ts';
import { noSuchObject, refuseAt } from './refusals.ts';
import { usedOtherwise, type RecordBuilder } from './record-builder.ts';
import type { Parent, Scope } from './scope.ts';
import type { RowShape, ShapeEntry } from './shape.ts';
import type { FieldPath, TypeOf } from './statement.ts';

/**
 * Fields of a parent by what it is.
 * https://developer.salesforce.com/docs/platform/salesforce-soql-sosl/guide/sforce-api-calls-soql-select-typeof.html
 */
export function compileTypeOf(
  compilation: Compilation,
  scope: Scope,
  builder: RecordBuilder,
  record: RowShape,
  item: TypeOf
): void {
  const { at } = item.path;
  const chain = scope.parents(item.path);
  const parent = chain[chain.length - 1];
  const holder = builder.parentRecord(record, chain.slice(0, -1));
  const key = parent.relationshipName;
  if (!parent.polymorphic) {
    throw refuseAt('INVALID_FIELD', compilation.soql, at, `TYPEOF needs a polymorphic relationship: ${key}`);
  }
  if (holder.entries.some((entry) => entry.kind === 'parent' && entry.key === key)) {
    throw usedOtherwise(key);
  }

  function shapeOf(of: Parent, type: string, fields: readonly FieldPath[]): RowShape {
    const shape: RowShape = {
      type,
      urlObject: of.typeSql
        ? { column: builder.output.add(of.typeSql) }
        : { name: of.targets[0].object.name },
      idColumn: builder.output.add(of.idSql),
      entries: []
    };
    for (const path of fields) builder.value(shape, scope.columnOf(of, path));
    return shape;
  }

  const shapes = new Map<string, RowShape>();
  for (const { object: name, at: place, fields } of item.cases) {
    const target = parent.targets.find(({ object }) => object.name.toLowerCase() === name.toLowerCase());
    if (!target) throw noSuchObject(compilation.soql, place, name);
    if (shapes.has(target.object.name)) {
      throw refuseAt('MALFORMED_QUERY', compilation.soql, place, `duplicate WHEN in TYPEOF: ${name}`);
    }
    const narrowed = { ...parent, targets: [target], polymorphic: false, typeSql: null };
    const of = { ...narrowed, idSql: `${target.alias}."Id"` };
    shapes.set(target.object.name, shapeOf(of, target.object.name, fields));
  }
  const entry: ShapeEntry = {
    kind: 'typeOf',
    key,
    typeColumn: builder.output.add(parent.typeSql ?? `'${parent.targets[0].object.name}'`),
    shapes,
    otherwise: item.otherwise && shapeOf(parent, 'Name', item.otherwise)
  };
  builder.entry(holder, entry, at);
}
