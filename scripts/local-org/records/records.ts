import type {
  FieldSchema,
  ObjectSchema,
  Records,
  RecordValues,
  SaveResult,
  UserContext
} from '../contract.ts';
import { invalidField, invalidType, notFound, orgError, OrgError } from '../errors.ts';
import { keyPrefixOf, normalizeId } from '../ids.ts';
import { deleteRecord } from './delete.ts';
import { fieldNamed, type Engine } from './engine.ts';
import { parseValue } from './parse-value.ts';
import { toParam, toValues } from './rows.ts';
import { createRecord, updateRecord } from './save.ts';

/** Rolls a batch back without being an error of its own. */
class BatchRefused extends Error {}

function failure(id: string | null, error: unknown): SaveResult {
  if (!(error instanceof OrgError)) throw error;
  return { id, success: false, errors: error.errors };
}

export function createRecords(engine: Engine): Records {
  const { store, access } = engine;

  /** An object that this user may not even read doesn't exist for them. */
  function visibleObject(user: UserContext, name: string): ObjectSchema {
    const object = engine.schema().object(name);
    if (!object || !access.object(user, object).read) throw invalidType(name);
    return object;
  }

  function recordId(object: ObjectSchema, text: string): string {
    const id = normalizeId(text);
    if (!id || keyPrefixOf(id) !== object.keyPrefix)
      throw orgError(400, 'MALFORMED_ID', `malformed id ${text}`);
    return id;
  }

  /** One save is atomic: what behaviours wrote on the way goes with it. */
  function attempt(id: string | null, work: () => SaveResult): SaveResult {
    try {
      return store.transaction(work);
    } catch (error) {
      return failure(id, error);
    }
  }

  function lookupField(user: UserContext, object: ObjectSchema, name: string): FieldSchema {
    const field = fieldNamed(object, name);
    if (!field || !access.field(user, object, field).read) throw invalidField(object.name, name);
    if (!field.externalId && !field.idLookup) {
      throw orgError(
        400,
        'INVALID_FIELD',
        `Field name provided, ${field.name} is not an External ID or indexed field for ${object.name}`
      );
    }
    return field;
  }

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
    return attempt(null, () => {
      const object = visibleObject(user, objectName);
      const field = lookupField(user, object, externalIdField);
      if (externalId.trim() === '') throw orgError(400, 'MISSING_ARGUMENT', `${field.name} not specified`);
      const [id, twin] = find(object, field, externalId);
      if (twin !== undefined) {
        throw orgError(
          300,
          'DUPLICATE_EXTERNAL_ID',
          `${field.name}: more than one record found for external id field: [${id}, ${twin}]`
        );
      }
      const rest = withoutField(values, field);
      if (id !== undefined) {
        updateRecord(engine, user, object, id, rest);
        return { id, success: true, errors: [], created: false };
      }
      if (field.type === 'id')
        throw orgError(404, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
      const created = createRecord(engine, user, object, { ...rest, [field.name]: externalId });
      return { id: created, success: true, errors: [], created: true };
    });
  }

  function retrieve(
    user: UserContext,
    objectName: string,
    idText: string,
    names?: readonly string[]
  ): RecordValues {
    const object = visibleObject(user, objectName);
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
    const columns = ['Id', ...fields.map(({ name }) => name)].map((name) => `t."${name}"`);
    const [row] = store.all(
      `SELECT ${columns.join(', ')}, t."IsDeleted" AS "_deleted" FROM "${object.name}" t WHERE t."Id" = ? AND ${rows.sql}`,
      [id, ...rows.params]
    );
    if (!row) throw notFound();
    if (row._deleted === 1) throw orgError(404, 'ENTITY_IS_DELETED', 'entity is deleted');
    return { ...toValues(fields, row), Id: id };
  }

  return {
    create: (user, objectName, values) =>
      attempt(null, () => {
        const id = createRecord(engine, user, visibleObject(user, objectName), values);
        return { id, success: true, errors: [] };
      }),
    update: (user, objectName, idText, values) =>
      attempt(idText, () => {
        const object = visibleObject(user, objectName);
        const id = recordId(object, idText);
        updateRecord(engine, user, object, id, values);
        return { id, success: true, errors: [] };
      }),
    upsert,
    delete: (user, objectName, idText) =>
      attempt(idText, () => {
        const object = visibleObject(user, objectName);
        const id = recordId(object, idText);
        deleteRecord(engine, user, object, id);
        return { id, success: true, errors: [] };
      }),
    retrieve,
    find(user, objectName, fieldName, value) {
      const object = visibleObject(user, objectName);
      return find(object, lookupField(user, object, fieldName), value);
    },
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
