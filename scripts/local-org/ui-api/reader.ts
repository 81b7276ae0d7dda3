import { fieldSql } from '../computed/field-sql.ts';
import type { FieldSchema, ObjectSchema, Org, RecordValues, SqlFragment, UserContext } from '../contract.ts';
import { keyPrefixOf } from '../ids.ts';
import { toValues } from '../records/rows.ts';
import { quoted } from '../soql/compilation.ts';

/** Which rows, and in what order. The table's alias is always `t`. */
export interface RowQuery {
  where: SqlFragment;
  /** SQL terms, most significant first; the Id breaks ties so that pages never overlap. */
  orderBy?: readonly string[];
  limit?: number;
  offset?: number;
}

/**
 * One user's view of the org for UI API and GraphQL: only objects that both support and the user may read, only
 * fields that field-level security shows, only rows that sharing shows. Addresses and geolocations stand as their
 * parts. Made afresh for every request.
 */
export interface RecordReader {
  readonly org: Org;
  readonly user: UserContext;
  object(name: string): ObjectSchema | undefined;
  objects(): readonly ObjectSchema[];
  objectOfId(id: string): ObjectSchema | undefined;
  field(object: ObjectSchema, name: string): FieldSchema | undefined;
  fields(object: ObjectSchema): readonly FieldSchema[];
  rows(object: ObjectSchema, query: RowQuery): RecordValues[];
  rowsById(object: ObjectSchema, ids: readonly string[]): Map<string, RecordValues>;
  row(object: ObjectSchema, id: string): RecordValues | undefined;
}

/** Objects that the REST API knows and UI API doesn't: https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_get_started_supported_objects.htm */
const NOT_IN_UI_API = new Set([
  'FieldPermissions',
  'GroupMember',
  'ObjectPermissions',
  'OpportunityFieldHistory',
  'OpportunityStage',
  'PermissionSetAssignment',
  'SetupEntityAccess'
]);

function inUiApi(object: ObjectSchema): boolean {
  return !NOT_IN_UI_API.has(object.name) && !/__(?:mdt|e|b)$/i.test(object.name);
}

export function createReader(org: Org, user: UserContext): RecordReader {
  const readable = new Map<string, boolean>();
  const fieldsOf = new Map<string, readonly FieldSchema[]>();

  function mayRead(object: ObjectSchema): boolean {
    let answer = readable.get(object.name);
    if (answer === undefined) {
      answer = inUiApi(object) && org.access.object(user, object).read;
      readable.set(object.name, answer);
    }
    return answer;
  }

  function fields(object: ObjectSchema): readonly FieldSchema[] {
    let visible = fieldsOf.get(object.name);
    if (!visible) {
      visible = [...object.fields.values()].filter(
        (field) => field.computed?.kind !== 'compound' && org.access.field(user, object, field).read
      );
      fieldsOf.set(object.name, visible);
    }
    return visible;
  }

  function rows(
    object: ObjectSchema,
    { where, orderBy = [], limit, offset = 0 }: RowQuery,
    listed: SqlFragment = { sql: '', params: [] }
  ): RecordValues[] {
    const columns = fields(object).map(
      (field) => `${fieldSql(object, field, 't', { schema: org.schema, user })} AS ${quoted(field.name)}`
    );
    const access = org.access.rows(user, object, 't', 'read');
    const alive = object.fields.has('isdeleted') ? 't."IsDeleted" = 0 AND ' : '';
    const page = limit === undefined ? '' : ' LIMIT ? OFFSET ?';
    const sql = `SELECT ${columns.join(', ')} FROM ${listed.sql} ${quoted(object.name)} AS t
      WHERE ${alive}(${access.sql}) AND (${where.sql}) ORDER BY ${[...orderBy, 't."Id"'].join(', ')}${page}`;
    const params = [
      ...listed.params,
      ...access.params,
      ...where.params,
      ...(limit === undefined ? [] : [limit, offset])
    ];
    return org.store.all(sql, params).map((row) => toValues(fields(object), row));
  }

  function rowsById(object: ObjectSchema, ids: readonly string[]): Map<string, RecordValues> {
    // From the ids to the records, or SQLite would rather look through all that their owner has.
    const listed = { sql: 'json_each(?) AS "_listed" CROSS JOIN', params: [JSON.stringify(ids)] };
    const where = { sql: 't."Id" = "_listed"."value"', params: [] };
    return new Map(rows(object, { where }, listed).map((row) => [String(row.Id), row]));
  }

  return {
    org,
    user,
    object(name) {
      const object = org.schema.object(name);
      return object && mayRead(object) ? object : undefined;
    },
    objects: () => org.schema.objects().filter(mayRead),
    objectOfId(id) {
      return org.schema.objects().find((object) => object.keyPrefix === keyPrefixOf(id) && mayRead(object));
    },
    field: (object, name) => {
      const lower = name.toLowerCase();
      return fields(object).find((field) => field.name.toLowerCase() === lower);
    },
    fields,
    rows,
    rowsById,
    row: (object, id) => rowsById(object, [id]).get(id)
  };
}
