import type { SaveResult } from '../../contract.ts';
import { orgError } from '../../errors.ts';
import { createRecord } from '../save.ts';
import { createRowReader } from './row-values.ts';
import type { Rows, Scene } from './scene.ts';

/** New records, one a row. */
export function inserts({ engine, user, object, columns, row }: Scene): (rows: Rows) => SaveResult[] {
  const id = columns.findIndex(({ field }) => field.type === 'id');
  const read = createRowReader(columns.map((column, place) => (place === id ? null : column)));
  return (rows) =>
    rows.map((cells) =>
      row(null, () => {
        if (id !== -1 && cells[id] !== '') {
          throw orgError(400, 'INVALID_FIELD_FOR_INSERT_UPDATE', 'cannot specify Id in an insert call', [
            'Id'
          ]);
        }
        const created = createRecord(engine, user, object, () => read(cells, true));
        return { id: created, success: true, errors: [], created: true };
      })
    );
}
