import type { BulkRequest, FieldValue, SaveResult } from '../../contract.ts';
import { orgError } from '../../errors.ts';
import { foundTwice, keyMissing, lookupField } from '../lookup.ts';
import { createRecord, updateRecord } from '../save.ts';
import { comparable, findKeys, repeated } from './keys.ts';
import { createRowReader } from './row-values.ts';
import { placeOf, twin, type Rows, type Scene } from './scene.ts';

/** New records, or changes of the ones that carry the same key already. */
export function upserts(scene: Scene, { externalIdField = 'Id' }: BulkRequest): (rows: Rows) => SaveResult[] {
  const { engine, user, object, columns, row, known } = scene;
  const field = lookupField(engine, user, object, externalIdField);
  const isById = field.type === 'id';
  const idPlace = columns.findIndex((column) => column.field.type === 'id');
  // Without a column for its Id every row is a new record (jsforce's `bulk2.test.ts`); any other key must be there.
  const place = isById ? idPlace : placeOf(scene, field.name);
  const cellOfKey = (cells: readonly string[]): string => cells[place] ?? '';
  const others = columns.map((column, index) => (index === idPlace || index === place ? null : column));
  const readChanges = createRowReader(others);
  const readNew = createRowReader(
    others.map((column, index) => (index === place && !isById ? columns[place] : column))
  );

  /** The key of a row as it compares; null when it is empty, or isn't one: reading it again tells why. */
  function keyOf(cells: readonly string[]): FieldValue {
    if (cellOfKey(cells) === '') return null;
    try {
      return comparable(field, columns[place].read(cellOfKey(cells)));
    } catch {
      return null;
    }
  }

  function create(cells: readonly string[]): SaveResult {
    const created = createRecord(engine, user, object, () => readNew(cells, true), { free: field });
    return { id: created, success: true, errors: [], created: true };
  }

  function withoutKey(cells: readonly string[]): SaveResult {
    if (cellOfKey(cells) !== '') columns[place].read(cellOfKey(cells));
    if (!isById) throw keyMissing(field);
    return create(cells);
  }

  return (rows) => {
    const keys = rows.map(keyOf);
    const twice = repeated(keys);
    const carriers = findKeys(
      engine.rows,
      object,
      field,
      keys.filter((key) => key !== null)
    );
    return rows.map((cells, index) => {
      const key = keys[index];
      const [before, other] = carriers.get(key) ?? [];
      const id = before === undefined ? null : String(before.Id);
      return row(id, () => {
        if (!isById && idPlace !== -1 && cells[idPlace] !== '') {
          throw orgError(400, 'INVALID_FIELD', 'The Id field should not be specified in the sobject data.');
        }
        if (key === null) return withoutKey(cells);
        if (twice.has(key)) {
          throw isById ? twin('id', String(key), 'Id') : twin('external id', cellOfKey(cells), field.name);
        }
        if (other !== undefined) throw foundTwice(field, String(id), String(other.Id));
        if (id !== null) {
          updateRecord(engine, user, object, id, () => readChanges(cells, false), known(before));
          return { id, success: true, errors: [], created: false };
        }
        if (isById) throw orgError(404, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
        return create(cells);
      });
    });
  };
}
