import type { SaveResult } from '../../contract.ts';
import { orgError } from '../../errors.ts';
import { normalizeId } from '../../ids.ts';
import { deleteRecord, type Removed } from '../delete.ts';
import type { Engine } from '../engine.ts';
import { recordId } from '../lookup.ts';
import { repeated } from './keys.ts';
import { placeOf, twin, type Rows, type Scene } from './scene.ts';

/**
 * Deletes records into the recycle bin, or for good. Throws InvalidBatch when the data has more than ids, and
 * FEATURENOTENABLED when the user may not delete for good.
 */
export function deletions(scene: Scene): (rows: Rows) => SaveResult[] {
  const { engine, user, object, operation, columns, row } = scene;
  const isHard = operation === 'hardDelete';
  if (isHard && !user.systemPermissions.has('BulkApiHardDelete')) throw hardDeleteRefused();
  const place = placeOf(scene, 'Id');
  if (columns.length > 1) {
    throw orgError(400, 'InvalidBatch', `The '${operation}' batch must contain only ids`);
  }
  return (rows) => {
    const ids = rows.map((cells) => normalizeId(cells[place]));
    const twice = repeated(ids);
    return rows.map((cells, index) => {
      const text = cells[place];
      return row(ids[index], () => {
        if (text === '') throw orgError(400, 'MISSING_ARGUMENT', `Id not specified in a ${operation} call`);
        const id = recordId(object, text);
        if (twice.has(id)) throw twin('id', id, 'Id');
        const removed = deleteRecord(engine, user, object, id);
        if (isHard) purge(engine, removed);
        return { id, success: true, errors: [], created: false };
      });
    });
  };
}

function purge({ store }: Engine, removed: readonly Removed[]): void {
  for (const { object, id } of removed) store.run(`DELETE FROM "${object.name}" WHERE "Id" = ?`, [id]);
}

/** https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/create_job.htm */
export function hardDeleteRefused(): Error {
  return orgError(
    400,
    'FEATURENOTENABLED',
    'hardDelete operation requires special user profile permission, please contact your system administrator'
  );
}
