import type {
  FieldSchema,
  ObjectSchema,
  Records,
  RecordValues,
  SaveResult,
  UserContext
} from '../contract.ts';
import { fieldSql } from '../computed/field-sql.ts';
import { invalidField, notFound, orgError } from '../errors.ts';
import { normalizeId } from '../ids.ts';
import { attempt } from './attempt.ts';
import { createBulkSaver } from './bulk/saver.ts';
import { deleteRecord } from './delete.ts';
import { fieldNamed, type Engine } from './engine.ts';
import { foundTwice, keyMissing, lookupField, recordId, visibleObject } from './lookup.ts';
import { parseValue } from './parse-value.ts';
import { readValues } from './read-values.ts';
import { toParam, toValues } from './rows.ts';
import { createRecord, updateRecord } from './save.ts';

/** Rolls a batch back without being an error of its own. */
class BatchRefused extends Error {}

export function createRecords(engine: Engine): Records {
  const { store, access } = engine;

  function find(object: ObjectSchema, field: FieldSchema, value: string): string[] {
    return store
      .all(`SELECT "Id" FROM "${object.name}" WHERE "${field.name}" = ? AND "IsDeleted" = 0 ORDER BY "Id"`, [
        toParam(parseValue(field, value))
      ])
      .map((row) => String(row.Id));
  }

  function upsert(
    user: UserContext,
    objectName: string,
    externalIdField: string,
    externalId: string,
    values: Record<string, unknown>
  ): SaveResult {
    let created: boolean | undefined;
    const result = attempt(store, null, () => {
      const object = visibleObject(engine, user, objectName);
      const field = lookupField(engine, user, object, externalIdField);
      if (externalId.trim() === '') throw keyMissing(field);
      const [id, twin] = find(object, field, externalId);
      if (twin !== undefined) throw foundTwice(field, id, twin);
      created = id === undefined;
      const rest = withoutField(values, field);
      if (id !== undefined) {
        updateRecord(engine, user, object, id, () => readValues(engine, user, object, rest, false));
        return { id, success: true, errors: [] };
      }
      if (field.type === 'id')
        throw orgError(404, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
      const sent = { ...rest, [field.name]: externalId };
      const newId = createRecord(engine, user, object, () => readValues(engine, user, object, sent, true));
      return { id: newId, success: true, errors: [] };
    });
    return created === undefined ? result : { ...result, created };
  }

  function retrieve(
    user: UserContext,
    objectName: string,
    idText: string,
    names?: readonly string[]
  ): RecordValues {
    const object = visibleObject(engine, user, objectName);
    const fields = names
      ? names.map((name) => {
          const field = fieldNamed(object, name);
          if (!field || !access.field(user, object, field).read) throw invalidField(object.name, name);
          return field;
        })
      : [...object.fields.values()].filter((field) => access.field(user, object, field).read);
    const id = normalizeId(idText);
    if (!id) throw notFound(`Provided external ID field does not exist or is not accessible: ${idText}`);
    const rows = access.rows(user, object, 't', 'read');
    const columns = fields.map(
      (field) => `${fieldSql(object, field, 't', { schema: engine.schema(), user })} AS "${field.name}"`
    );
    const [row] = store.all(
      `SELECT ${['t."IsDeleted" AS "_deleted"', ...columns].join(', ')} FROM "${object.name}" t WHERE t."Id" = ? AND ${rows.sql}`,
      [id, ...rows.params]
    );
    if (!row) throw notFound();
    if (row._deleted === 1) throw orgError(404, 'ENTITY_IS_DELETED', 'entity is deleted');
    return { ...toValues(fields, row), Id: id };
  }

  return {
    create: (user, objectName, values) =>
      attempt(store, null, () => {
        const object = visibleObject(engine, user, objectName);
        const id = createRecord(engine, user, object, () => readValues(engine, user, object, values, true));
        return { id, success: true, errors: [] };
      }),
    update: (user, objectName, idText, values) =>
      attempt(store, idText, () => {
        const object = visibleObject(engine, user, objectName);
        const id = recordId(object, idText);
        updateRecord(engine, user, object, id, () => readValues(engine, user, object, values, false));
        return { id, success: true, errors: [] };
      }),
    upsert,
    delete: (user, objectName, idText) =>
      attempt(store, idText, () => {
        const object = visibleObject(engine, user, objectName);
        const id = recordId(object, idText);
        deleteRecord(engine, user, object, id);
        return { id, success: true, errors: [] };
      }),
    retrieve,
    find(user, objectName, fieldName, value) {
      const object = visibleObject(engine, user, objectName);
      const found = find(object, lookupField(engine, user, object, fieldName), value);
      const rows = access.rows(user, object, 't', 'read');
      return store
        .all(
          `SELECT t."Id" FROM "${object.name}" t WHERE t."Id" IN (SELECT "value" FROM json_each(?)) AND ${rows.sql} ORDER BY t."Id"`,
          [JSON.stringify(found), ...rows.params]
        )
        .map((row) => String(row.Id));
    },
    bulk: (user, request) => createBulkSaver(engine, user, request),
    batch(allOrNone, saves) {
      const results: SaveResult[] = [];
      try {
        store.transaction(() => {
          for (const save of saves) results.push(save());
          if (allOrNone && results.some(({ success }) => !success)) throw new BatchRefused();
        });
      } catch (error) {
        if (!(error instanceof BatchRefused)) throw error;
        return results.map((result) => (result.success ? rolledBack(result) : result));
      }
      return results;
    }
  };
}

/** The key of an upsert stands in its path; the same field in the values adds nothing. */
function withoutField(values: Record<string, unknown>, field: FieldSchema): Record<string, unknown> {
  const entries = Object.entries(values).filter(([key]) => key.toLowerCase() !== field.name.toLowerCase());
  return Object.fromEntries(entries);
}

/** What a save that went well is told when another one of its batch failed. */
function rolledBack({ id, created }: SaveResult): SaveResult {
  return {
    id: created === false ? id : null,
    success: false,
    ...(created !== undefined && { created }),
    errors: [
      {
        errorCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK',
        message:
          'Record rolled back because not all records were valid and the request was using AllOrNone header',
        fields: []
      }
    ]
  };
}
