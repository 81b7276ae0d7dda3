import type { Org, SaveResult, UserContext } from '../contract.ts';
import { jsonParserError, orgError, OrgError } from '../errors.ts';
import { recordBody } from '../http/record-body.ts';
import type { Resource } from '../http/resource.ts';
import { isJsonObject } from '../http/responses.ts';
import { resultEntry } from '../http/save-answers.ts';
import { keyPrefixOf } from '../ids.ts';
import { listOf, objectInPath, requireJsonObject } from './objects.ts';

const MAX_RECORDS = 200;
const MAX_RETRIEVED = 2000;

function requireAtMost(count: number, most: number, verb: string): void {
  if (count <= most) return;
  throw orgError(
    400,
    'EXCEEDED_ID_LIMIT',
    `record limit reached. cannot ${verb} more than ${most} records in this call`
  );
}

function recordsOf(body: unknown): { allOrNone: boolean; records: Record<string, unknown>[] } {
  const { allOrNone = false, records } = requireJsonObject(body);
  if (!Array.isArray(records) || !records.every(isJsonObject)) {
    throw jsonParserError('records must be a list of objects');
  }
  requireAtMost(records.length, MAX_RECORDS, 'submit');
  return { allOrNone: allOrNone === true, records };
}

function typeOf({ attributes }: Record<string, unknown>): string {
  if (isJsonObject(attributes) && typeof attributes.type === 'string') return attributes.type;
  throw orgError(400, 'INVALID_TYPE', 'Every record needs attributes with its type');
}

/** The record's id, whatever its case, and the rest of its values. */
function splitId(record: Record<string, unknown>): { id: string; values: Record<string, unknown> } {
  const key = Object.keys(record).find((name) => name.toLowerCase() === 'id');
  if (key === undefined) {
    throw orgError(400, 'MISSING_ARGUMENT', 'Id not specified in an update call');
  }
  const { [key]: id, ...values } = record;
  return { id: String(id), values };
}

/** A record that can't even be addressed fails by itself, not with the whole call. */
function guarded(save: () => SaveResult): () => SaveResult {
  return () => {
    try {
      return save();
    } catch (error) {
      if (!(error instanceof OrgError)) throw error;
      return { id: null, success: false, errors: error.errors };
    }
  };
}

/**
 * Up to 200 records a call, each with its own result.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_sobjects_collections.htm
 */
export function collectionResources(org: Org): Resource[] {
  const { records } = org;

  function saveAll(allOrNone: boolean, saves: (() => SaveResult)[]) {
    return { status: 200, body: records.batch(allOrNone, saves.map(guarded)).map(resultEntry) };
  }

  function deleteOne(user: UserContext, id: string): SaveResult {
    const object = org.schema.objects().find(({ keyPrefix }) => keyPrefix === keyPrefixOf(id));
    if (!object) throw orgError(400, 'MALFORMED_ID', `malformed id ${id}`);
    return records.delete(user, object.name, id);
  }

  function readAll(
    user: UserContext,
    name: string,
    ids: string[],
    fields: string[] | undefined,
    version: string
  ) {
    requireAtMost(ids.length, MAX_RETRIEVED, 'retrieve');
    const object = objectInPath(org, user, name);
    const body = ids.map((id) => {
      try {
        return recordBody(object, records.retrieve(user, object.name, id, fields), version);
      } catch (error) {
        if (error instanceof OrgError && error.status === 404) return null;
        throw error;
      }
    });
    return { status: 200, body };
  }

  return [
    {
      method: 'POST',
      pattern: 'composite/sobjects',
      handle({ user, body }) {
        const { allOrNone, records: list } = recordsOf(body);
        return saveAll(
          allOrNone,
          list.map((record) => () => records.create(user, typeOf(record), record))
        );
      }
    },
    {
      method: 'PATCH',
      pattern: 'composite/sobjects',
      handle({ user, body }) {
        const { allOrNone, records: list } = recordsOf(body);
        const saves = list.map((record) => () => {
          const { id, values } = splitId(record);
          return records.update(user, typeOf(record), id, values);
        });
        return saveAll(allOrNone, saves);
      }
    },
    {
      method: 'DELETE',
      pattern: 'composite/sobjects',
      handle({ user, query }) {
        const ids = listOf(query.get('ids')) ?? [];
        requireAtMost(ids.length, MAX_RECORDS, 'delete');
        return saveAll(
          query.get('allOrNone') === 'true',
          ids.map((id) => () => deleteOne(user, id))
        );
      }
    },
    {
      method: 'PATCH',
      pattern: 'composite/sobjects/:object/:field',
      handle({ user, body, parameters }) {
        const { allOrNone, records: list } = recordsOf(body);
        const { object, field } = parameters;
        const saves = list.map((record) => () => {
          const key = Object.keys(record).find((name) => name.toLowerCase() === field.toLowerCase());
          const value = key === undefined ? '' : String(record[key] ?? '');
          return records.upsert(user, object, field, value, record);
        });
        const { status, body: results } = saveAll(allOrNone, saves);
        // Of a failed record it tells whether one would have been created (jsforce's `connection-crud.test.ts`).
        return {
          status,
          body: results.map((one) => ({ ...one, created: one.created === true }))
        };
      }
    },
    {
      method: 'GET',
      pattern: 'composite/sobjects/:object',
      handle({ user, query, parameters, apiVersion }) {
        const ids = listOf(query.get('ids')) ?? [];
        return readAll(user, parameters.object, ids, listOf(query.get('fields')), apiVersion);
      }
    },
    {
      method: 'POST',
      pattern: 'composite/sobjects/:object',
      handle({ user, body, parameters, apiVersion }) {
        const { ids, fields } = requireJsonObject(body);
        if (!Array.isArray(ids) || !Array.isArray(fields)) {
          throw jsonParserError('ids and fields must be lists');
        }
        return readAll(user, parameters.object, ids.map(String), fields.map(String), apiVersion);
      }
    }
  ];
}
