import { joinSql, sql, type Compilation } from './compilation.ts';
import type { SqlFragment } from '../contract.ts';
import { malformed, refuseAt } from './refusals.ts';
import type { Column, Parent } from './scope.ts';
import { convertOf, type Convert, type RowShape, type ShapeEntry } from './shape.ts';

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

/** Puts what is selected into records and the records of their parents, no key twice. */
export interface RecordBuilder {
  output: OutputColumns;
  /** A value in the record, or in the record of the parent that its column goes through. */
  value(record: RowShape, column: Column, convert?: Convert | null): void;
  /** An entry under a key of its own in this very record. */
  entry(record: RowShape, entry: ShapeEntry, at: number): void;
  /** The record that a chain of parents ends in; the record itself without any. */
  parentRecord(record: RowShape, parents: readonly Parent[]): RowShape;
}

export function createRecordBuilder(compilation: Compilation): RecordBuilder {
  const output = createOutput();
  /** Keys of one record, in lower case. */
  const taken = new Map<RowShape, Set<string>>();

  function entry(record: RowShape, added: ShapeEntry, at: number): void {
    const keys = taken.get(record) ?? new Set();
    taken.set(record, keys);
    const key = added.key.toLowerCase();
    if (keys.has(key)) {
      throw refuseAt('INVALID_FIELD', compilation.soql, at, `duplicate field selected: ${added.key}`);
    }
    keys.add(key);
    record.entries.push(added);
  }

  function parentRecord(record: RowShape, parents: readonly Parent[]): RowShape {
    return parents.reduce((above, parent) => {
      if (above.entries.some(({ kind, key }) => kind === 'typeOf' && key === parent.relationshipName)) {
        throw usedOtherwise(parent.relationshipName);
      }
      return recordOfParent(output, above, parent);
    }, record);
  }

  return {
    output,
    entry,
    parentRecord,
    value(record, column, convert = convertOf(column.field.type)) {
      const key = column.field.name;
      const value: ShapeEntry = { kind: 'value', key, column: output.add(column.sql), convert };
      entry(parentRecord(record, column.parents), value, column.at);
    }
  };
}

/** A relationship shows one record, either by what it is or as it always is. */
export function usedOtherwise(relationship: string): Error {
  return malformed(`TYPEOF cannot be used for a relationship that is selected otherwise: ${relationship}`);
}

function recordOfParent(output: OutputColumns, record: RowShape, parent: Parent): RowShape {
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
