import type {
  BulkOperation,
  BulkRequest,
  BulkSaver,
  RecordValues,
  SaveResult,
  UserContext
} from '../../contract.ts';
import { attempt, failure } from '../attempt.ts';
import { behaviourOf } from '../behaviours/index.ts';
import type { Engine } from '../engine.ts';
import { visibleObject } from '../lookup.ts';
import { readColumns } from './columns.ts';
import type { Known } from '../save.ts';
import { deletions } from './deletions.ts';
import { inserts } from './inserts.ts';
import { rememberAccess } from './remember-access.ts';
import type { Rows, Scene } from './scene.ts';
import { updates } from './updates.ts';
import { upserts } from './upserts.ts';

const OPERATIONS: Readonly<
  Record<BulkOperation, (scene: Scene, request: BulkRequest) => (rows: Rows) => SaveResult[]>
> = { insert: inserts, update: updates, upsert: upserts, delete: deletions, hardDelete: deletions };

/** The saves of a bulk job: the same as single ones, but what they have in common is found out once. */
export function createBulkSaver(base: Engine, user: UserContext, request: BulkRequest): BulkSaver {
  const engine: Engine = { ...base, access: rememberAccess(base.access) };
  const object = visibleObject(engine, user, request.object);
  const { operation } = request;
  // A custom object's save writes its own row only, after all its checks; anything else may have to be undone.
  const isPlain =
    object.custom && !behaviourOf(object) && operation !== 'delete' && operation !== 'hardDelete';

  function row(id: string | null, work: () => SaveResult): SaveResult {
    if (!isPlain) return withoutUnknown(attempt(engine.store, id, work));
    try {
      return work();
    } catch (error) {
      return withoutUnknown(failure(id, error));
    }
  }

  const known = (before: RecordValues | undefined): Known => (isPlain && before ? { before } : {});
  const columns = readColumns(engine, user, object, request.columns);
  return { save: OPERATIONS[operation]({ engine, user, object, operation, columns, row, known }, request) };
}

/** An id that no record has isn't told as the id of one. */
function withoutUnknown(result: SaveResult): SaveResult {
  const isUnknown = result.errors.some(
    ({ errorCode, fields }) => errorCode === 'INVALID_CROSS_REFERENCE_KEY' && !fields
  );
  return isUnknown ? { ...result, id: null } : result;
}
