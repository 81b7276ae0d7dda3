import type { FieldSchema, ObjectSchema, Org, RecordValues, SqlFragment, UserContext } from '../contract.ts';
import { keyPrefixOf } from '../ids.ts';
import { quoted, toRecordValues } from './sql.ts';

/** Which rows, and in what order. The table's alias is always `t`; conditions may use the aliases of `joins`. */
export interface RowQuery {
  joins?: SqlFragment;
  where?: SqlFragment;
  /** SQL terms, most significant first; the Id breaks ties so that pages never overlap. */
  orderBy?: readonly string[];
  limit?: number;
  offset?: number;
}

/** Child rows of one parent: a page of them, and how many there are. */
export interface ChildRows {
  rows: RecordValues[];
  total: number;
}

/**
 * One user's view of the org for UI API and GraphQL: only objects that both support and the user may read, only
 * fields that field-level security shows, only rows that sharing shows. Made afresh for every request.
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
  /** A page of children for each parent that has any; `query.limit` and `offset` count within a parent. */
  childRows(
    object: ObjectSchema,
    reference: FieldSchema,
    parentIds: readonly string[],
    query: RowQuery
  ): Map<string, ChildRows>;
  count(object: ObjectSchema, query: RowQuery): number;
  /** Joins, conditions and parameters in the order of the SQL text, for a SELECT of one's own. */
  source(object: ObjectSchema, query: RowQuery): SqlFragment;
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
      visible = [...object.fields.values()].filter((field) => org.access.field(user, object, field).read);
      fieldsOf.set(object.name, visible);
    }
    return visible;
  }

  function columns(object: ObjectSchema): string {
    return fields(object)
      .map((field) => `t.${quoted(field.name)}`)
      .join(', ');
  }

  function source(object: ObjectSchema, query: RowQuery): SqlFragment {
    const access = org.access.rows(user, object, 't', 'read');
    const alive = object.fields.has('isdeleted') ? 't."IsDeleted" = 0 AND ' : '';
    const where = query.where ? ` AND (${query.where.sql})` : '';
    const joins = query.joins ? ` ${query.joins.sql}` : '';
    return {
      sql: `FROM ${quoted(object.name)} AS t${joins} WHERE ${alive}(${access.sql})${where}`,
      params: [...(query.joins?.params ?? []), ...access.params, ...(query.where?.params ?? [])]
    };
  }

  function rows(object: ObjectSchema, query: RowQuery): RecordValues[] {
    const from = source(object, query);
    const order = [...(query.orderBy ?? []), 't."Id"'].join(', ');
    const page = query.limit === undefined ? '' : ' LIMIT ? OFFSET ?';
    const sql = `SELECT ${columns(object)} ${from.sql} ORDER BY ${order}${page}`;
    const params = page ? [...from.params, query.limit ?? 0, query.offset ?? 0] : from.params;
    return org.store.all(sql, params).map((row) => toRecordValues(object, row));
  }

  function rowsById(object: ObjectSchema, ids: readonly string[]): Map<string, RecordValues> {
    const where = { sql: 't."Id" IN (SELECT value FROM json_each(?))', params: [JSON.stringify(ids)] };
    return new Map(rows(object, { where }).map((row) => [String(row.Id), row]));
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
    source,
    rows,
    rowsById,
    row: (object, id) => rowsById(object, [id]).get(id),
    childRows(object, reference, parentIds, query) {
      const foreignKey = `t.${quoted(reference.name)}`;
      const ids = `${foreignKey} IN (SELECT value FROM json_each(?))`;
      const where = {
        sql: query.where ? `${ids} AND (${query.where.sql})` : ids,
        params: [JSON.stringify(parentIds), ...(query.where?.params ?? [])]
      };
      const from = source(object, { ...query, where });
      const order = [...(query.orderBy ?? []), 't."Id"'].join(', ');
      const first = query.offset ?? 0;
      const numbered = `SELECT ${columns(object)}, ${foreignKey} AS "_parent",
        ROW_NUMBER() OVER (PARTITION BY ${foreignKey} ORDER BY ${order}) AS "_number",
        COUNT(*) OVER (PARTITION BY ${foreignKey}) AS "_total" ${from.sql}`;
      const children = new Map<string, ChildRows>();
      for (const row of org.store.all(`SELECT * FROM (${numbered}) ORDER BY "_number"`, from.params)) {
        const parent = String(row._parent);
        let entry = children.get(parent);
        if (!entry) children.set(parent, (entry = { rows: [], total: Number(row._total) }));
        const number = Number(row._number);
        if (number > first && number <= first + (query.limit ?? Infinity)) {
          entry.rows.push(toRecordValues(object, row));
        }
      }
      return children;
    },
    count(object, query) {
      const from = source(object, query);
      return Number(org.store.all(`SELECT COUNT(*) AS "count" ${from.sql}`, from.params)[0].count);
    }
  };
}
