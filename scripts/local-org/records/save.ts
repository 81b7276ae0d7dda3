import type { ApiError, FieldSchema, ObjectSchema, RecordValues, UserContext } from '../contract.ts';
import { defaultOf } from '../computed/default.ts';
import { OrgError, orgError } from '../errors.ts';
import { assignAutoNumbers } from './auto-number.ts';
import { behaviourOf } from './behaviours/index.ts';
import { checkOwner, checkReferences } from './check-references.ts';
import { checkRules } from './check-rules.ts';
import { checkUnique } from './check-unique.ts';
import { checkRequired, checkValues } from './check-values.ts';
import type { Change, Engine } from './engine.ts';
import { factsOf } from './object-facts.ts';

function refuse(errors: ApiError[]): void {
  if (errors.length > 0) throw new OrgError(400, errors);
}

/** Defaults that are worked out anew for each record. */
function defaultsNow({ now, access }: Engine, object: ObjectSchema, user: UserContext): RecordValues {
  const { workedOut } = factsOf(object);
  if (workedOut.length === 0) return {};
  const moment = { now: now(), user, globals: () => access.globals(user.userId) };
  return Object.fromEntries(workedOut.map((field) => [field.name, defaultOf(field, moment)]));
}

/** All checks in the order in which the platform runs them; the first kind that fails ends the save. */
function check(change: Change, names: ReadonlySet<string>): void {
  const behaviour = behaviourOf(change.object);
  refuse(checkRequired(change.object, change.after));
  refuse(checkValues(change.object, change.after, names));
  refuse(checkReferences(change));
  refuse(checkOwner(change));
  refuse(behaviour?.check?.(change) ?? []);
  refuse(checkRules(change));
  refuse(checkUnique(change));
}

/** The values that a caller sent, in whatever form; throws what is wrong with them. */
export type ValueReader = () => RecordValues;

/** What a caller who saves many records has looked up for all of them at once. */
export interface Known {
  /** A unique field whose value no other record has. */
  free?: FieldSchema;
  /** The record as it is. */
  before?: RecordValues;
}

/** Checks and writes a new record; answers its id or throws. */
export function createRecord(
  engine: Engine,
  user: UserContext,
  object: ObjectSchema,
  readSent: ValueReader,
  { free }: Known = {}
): string {
  if (!engine.access.object(user, object).create) {
    throw orgError(
      400,
      'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
      `entity type cannot be inserted: ${object.label}`
    );
  }
  const values = readSent();
  const sent = new Set(Object.keys(values));
  const after = { ...factsOf(object).defaults, ...defaultsNow(engine, object, user), ...values };
  if (object.fields.has('ownerid')) after.OwnerId ??= user.userId;
  const change: Change = { engine, user, object, id: null, before: null, after, sent, free };
  behaviourOf(object)?.derive?.(change);
  check(change, sent);
  assignAutoNumbers(engine, user, object, after);
  change.id = engine.rows.insert(object, after, user.userId);
  if (object.custom) nameAfterId(change);
  finish(change);
  return change.id;
}

/** A custom record without a name is called by its id. */
function nameAfterId({ engine, object, id, after, user }: Change): void {
  if (after.Name !== null || id === null || !object.fields.has('name')) return;
  after.Name = id;
  engine.rows.update(object, id, { Name: id }, user.userId);
}

function finish(change: Change): void {
  behaviourOf(change.object)?.saved?.(change);
  if (change.object.setup) change.engine.access.forget();
}

/** Where an object does nothing by itself, only what was sent can have changed. */
function changesOf({ object, before, after, sent }: Change): RecordValues {
  const changes: RecordValues = {};
  for (const name of behaviourOf(object) ? Object.keys(after) : sent) {
    if (after[name] !== before?.[name]) changes[name] = after[name];
  }
  return changes;
}

/** Throws unless the user may change this row, and for a new owner also hand it over. */
function checkEditable(change: Change): void {
  const { engine, user, object, id, before, after } = change;
  const owner = object.fields.has('ownerid') && before?.OwnerId !== after.OwnerId;
  for (const access of owner ? (['edit', 'transfer'] as const) : (['edit'] as const)) {
    const rows = engine.access.rows(user, object, 't', access);
    if (rows.sql === '1') continue;
    const [row] = engine.store.all(`SELECT 1 FROM "${object.name}" t WHERE t."Id" = ? AND ${rows.sql}`, [
      id,
      ...rows.params
    ]);
    if (!row) {
      throw orgError(400, 'INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id', []);
    }
  }
}

/** Checks and writes changes of one record; throws when it isn't there or may not be changed. */
export function updateRecord(
  engine: Engine,
  user: UserContext,
  object: ObjectSchema,
  id: string,
  readSent: ValueReader,
  known: Known = {}
): void {
  if (!engine.access.object(user, object).edit) {
    throw orgError(
      400,
      'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
      `entity type cannot be updated: ${object.label}`
    );
  }
  const before = known.before ?? engine.rows.read(object, id);
  if (!before) throw orgError(404, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
  if (before.IsDeleted === true) throw orgError(404, 'ENTITY_IS_DELETED', 'entity is deleted');
  const values = readSent();
  const sent = new Set(Object.keys(values));
  const change: Change = { engine, user, object, id, before, after: { ...before, ...values }, sent };
  checkEditable(change);
  behaviourOf(object)?.derive?.(change);
  check(change, sent);
  engine.rows.update(object, id, changesOf(change), user.userId);
  finish(change);
}

/** A change that the org makes by itself: no permissions, no rules, but the object's own behaviour. */
export function systemUpdate(
  engine: Engine,
  user: UserContext,
  object: ObjectSchema,
  id: string,
  values: RecordValues
): void {
  const before = engine.rows.read(object, id);
  if (!before) return;
  const sent = new Set(Object.keys(values));
  const change: Change = { engine, user, object, id, before, after: { ...before, ...values }, sent };
  behaviourOf(object)?.derive?.(change);
  engine.rows.update(object, id, changesOf(change), user.userId);
  finish(change);
}
