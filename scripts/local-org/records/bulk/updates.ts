import type { SaveResult } from '../../contract.ts';
import { normalizeId } from '../../ids.ts';
import { orgError } from '../../errors.ts';
import { recordId } from '../lookup.ts';
import { updateRecord } from '../save.ts';
import { repeated } from './keys.ts';
import { createRowReader } from './row-values.ts';
import { placeOf, twin, type Rows, type Scene } from './scene.ts';

/** Changes of records that the column Id names. */
export function updates(scene: Scene): (rows: Rows) => SaveResult[] {
  const { engine, user, object, columns, row, known } = scene;
  const place = placeOf(scene, 'Id');
  const { field } = columns[place];
  const read = createRowReader(columns.map((column, index) => (index === place ? null : column)));
  return (rows) => {
    const ids = rows.map((cells) => normalizeId(cells[place]));
    const twice = repeated(ids);
    const found = new Map(
      engine.rows
        .find(
          object,
          field,
          ids.filter((id) => id !== null),
          'all'
        )
        .map((record) => [record.Id, record])
    );
    return rows.map((cells, index) => {
      const text = cells[place];
      return row(ids[index], () => {
        if (text === '') throw orgError(400, 'MISSING_ARGUMENT', 'Id not specified in an update call');
        const id = recordId(object, text);
        if (twice.has(id)) throw twin('id', id, 'Id');
        updateRecord(engine, user, object, id, () => read(cells, false), known(found.get(id)));
        return { id, success: true, errors: [], created: false };
      });
    });
  };
}
