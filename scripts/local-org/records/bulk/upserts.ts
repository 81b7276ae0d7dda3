import type { BulkRequest, FieldValue, SaveResult } from '../../contract.ts';
import { orgError } from '../../errors.ts';
import { foundTwice, keyMissing, lookupField } from '../lookup.ts';
import { createRecord, updateRecord } from '../save.ts';
import { comparable, findKeys, repeated } from './keys.ts';
import { createRowReader } from './row-values.ts';
import { placeOf, twin, type Rows, type Scene } from './scene.ts';

/** The key of one row, or why it has none. */
type Key = { value: FieldValue } | { problem: unknown };

/** New records, or changes of the ones that carry the same key already. */
export function upserts(scene: Scene, { externalIdField = 'Id' }: BulkRequest): (rows: Rows) => SaveResult[] {
  const { engine, user, object, columns, row, known } = scene;
  const field = lookupField(engine, user, object, externalIdField);
  const place = placeOf(scene, field.name);
  const isById = field.type === 'id';
  const idPlace = columns.findIndex((column) => column.field.type === 'id');
  const others = columns.map((column, index) => (index === idPlace || index === place ? null : column));
  const readChanges = createRowReader(others);
  const readNew = createRowReader(
    others.map((column, index) => (index === place && !isById ? columns[place] : column))
  );

  function keyOf(cells: readonly string[]): Key {
    try {
      return { value: cells[place] === '' ? null : columns[place].read(cells[place]) };
    } catch (problem) {
      return { problem };
    }
  }

  return (rows) => {
    const keys = rows.map(keyOf);
    const values = keys.map((key) => ('value' in key ? key.value : null));
    const carriers = findKeys(
      engine.rows,
      object,
      field,
      values.filter((value) => value !== null)
    );
    const twice = repeated(field, values);

    function create(cells: readonly string[]): SaveResult {
      const created = createRecord(engine, user, object, () => readNew(cells, true), { free: field });
      return { id: created, success: true, errors: [], created: true };
    }

    return rows.map((cells, index) => {
      const key = keys[index];
      const value = values[index];
      const [found, other] = value === null ? [] : carriers(value);
      const id = found === undefined ? null : String(found.Id);
      return row(id, () => {
        if ('problem' in key) throw key.problem;
        if (!isById && idPlace !== -1 && cells[idPlace] !== '') {
          throw orgError(400, 'INVALID_FIELD', 'The Id field should not be specified in the sobject data.');
        }
        if (value === null) {
          if (isById) return create(cells);
          throw keyMissing(field);
        }
        if (twice.has(comparable(field, value))) {
          throw isById ? twin('id', String(value), 'Id') : twin('external id', cells[place], field.name);
        }
        if (other !== undefined) throw foundTwice(field, String(id), String(other.Id));
        if (id !== null) {
          updateRecord(engine, user, object, id, () => readChanges(cells, false), known(found));
          return { id, success: true, errors: [], created: false };
        }
        if (isById) throw orgError(404, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
        return create(cells);
      });
    });
  };
}
