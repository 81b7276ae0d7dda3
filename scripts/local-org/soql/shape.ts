import type { CompoundValue, FieldSchema, FieldType, FieldValue, QueryRow } from '../contract.ts';

export type SqlRow = Record<string, string | number | null>;
export type Convert = (value: string | number) => FieldValue | CompoundValue;

/** How a row of SQL becomes a record of the REST API. */
export interface RowShape {
  type: string;
  /** The object in the record's URL, or the column that names it; null for aggregates, which have none. */
  urlObject: { name: string } | { column: string } | null;
  /** The column with the record's id; where it is empty there is no record. */
  idColumn: string;
  entries: ShapeEntry[];
}

export type ShapeEntry =
  | { kind: 'value'; key: string; column: string; convert: Convert | null }
  | { kind: 'parent'; key: string; shape: RowShape }
  /** A parent of one of several objects, each with fields of its own; null for others, unless there is `otherwise`. */
  | {
      kind: 'typeOf';
      key: string;
      typeColumn: string;
      shapes: Map<string, RowShape>;
      otherwise: RowShape | null;
    }
  /** Filled in by the child subquery. */
  | { kind: 'children'; key: string };

/** What the REST API makes of a stored value of this type; null when it hands it out as it is. */
export function convertOf(type: FieldType): Convert | null {
  if (type === 'boolean') return (value) => value === 1;
  // The API writes UTC as an offset: 2026-11-21T09:30:00.000+0000.
  if (type === 'datetime') return (value) => `${String(value).slice(0, -1)}+0000`;
  if (type === 'address' || type === 'location') return (value) => JSON.parse(String(value)) as CompoundValue;
  return null;
}

export function valueEntry(field: FieldSchema, column: string, key = field.name): ShapeEntry {
  return { kind: 'value', key, column, convert: convertOf(field.type) };
}

/** `base` is where records live: `/services/data/v66.0/sobjects`. */
export function shapeRow(row: SqlRow, shape: RowShape, base: string): QueryRow {
  const { urlObject } = shape;
  const record: QueryRow = { attributes: { type: shape.type } };
  if (urlObject) {
    const name = 'name' in urlObject ? urlObject.name : String(row[urlObject.column]);
    record.attributes.url = `${base}/${name}/${row[shape.idColumn]}`;
  }
  for (const entry of shape.entries) {
    if (entry.kind === 'value') {
      const value = row[entry.column];
      record[entry.key] = value === null || !entry.convert ? value : entry.convert(value);
    } else {
      const parent = parentShape(entry, row);
      record[entry.key] = parent && row[parent.idColumn] !== null ? shapeRow(row, parent, base) : null;
    }
  }
  return record;
}

function parentShape(entry: Exclude<ShapeEntry, { kind: 'value' }>, row: SqlRow): RowShape | null {
  if (entry.kind === 'parent') return entry.shape;
  if (entry.kind === 'children') return null;
  return entry.shapes.get(String(row[entry.typeColumn])) ?? entry.otherwise;
}
