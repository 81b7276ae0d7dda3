import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Verdict } from './channels/channel.ts';
import { PLACES } from './field-places.ts';
import { org, RIGHTS } from './field-scene.ts';
import { readTable } from './table.ts';

/**
 * What becomes of a field in every place where a request can name it, for someone who may edit it, for someone who may
 * only read it, and for someone from whom field-level security hides it. All of them may do anything with the object.
 *
 * https://help.salesforce.com/s/articleView?id=sf.users_profiles_field_perms_overview.htm
 * https://developer.salesforce.com/docs/platform/graphql/guide/optional-directive.html
 */
const FIELDS = readTable(`
                                  | edits | reads                               | blind
REST: get it                      | ok    | ok                                  | 400 INVALID_FIELD
REST: get all fields              | ok    | ok                                  | absent
REST: create with it              | ok    | 400 INVALID_FIELD_FOR_INSERT_UPDATE | 400 INVALID_FIELD
REST: edit it                     | ok    | 400 INVALID_FIELD_FOR_INSERT_UPDATE | 400 INVALID_FIELD
REST: find a record by it         | ok    | ok                                  | 400 INVALID_FIELD
REST: upsert by it                | ok    | ok                                  | 400 INVALID_FIELD
REST: describe                    | ok    | ok                                  | absent
REST: point at a record by it     | ok    | ok                                  | 400 INVALID_FIELD
collections: get it               | ok    | ok                                  | 400 INVALID_FIELD
collections: create with it       | ok    | INVALID_FIELD_FOR_INSERT_UPDATE     | INVALID_FIELD
collections: edit it              | ok    | INVALID_FIELD_FOR_INSERT_UPDATE     | INVALID_FIELD
tree: create with it              | ok    | INVALID_FIELD_FOR_INSERT_UPDATE     | INVALID_FIELD
SOQL: select                      | ok    | ok                                  | 400 INVALID_FIELD
SOQL: where                       | ok    | ok                                  | 400 INVALID_FIELD
SOQL: order by                    | ok    | ok                                  | 400 INVALID_FIELD
SOQL: group by                    | ok    | ok                                  | 400 INVALID_FIELD
SOQL: aggregate                   | ok    | ok                                  | 400 INVALID_FIELD
SOQL: all fields                  | ok    | ok                                  | absent
SOQL: of a parent                 | ok    | ok                                  | 400 INVALID_FIELD
SOQL: of children                 | ok    | ok                                  | 400 INVALID_FIELD
SOQL: in a semi-join              | ok    | ok                                  | 400 INVALID_FIELD
Bulk: select                      | ok    | ok                                  | 400 INVALID_FIELD
Bulk: where                       | ok    | ok                                  | 400 INVALID_FIELD
Bulk: insert with it              | ok    | INVALID_FIELD_FOR_INSERT_UPDATE     | Failed InvalidBatch
Bulk: edit it                     | ok    | INVALID_FIELD_FOR_INSERT_UPDATE     | Failed InvalidBatch
Bulk: upsert by it                | ok    | ok                                  | 400 INVALIDJOB
Bulk: point at a record by it     | ok    | ok                                  | Failed InvalidBatch
UI API: fields                    | ok    | ok                                  | 400 INVALID_FIELD
UI API: optionalFields            | ok    | ok                                  | absent
UI API: object info               | ok    | ok                                  | absent
UI API: create with it            | ok    | 400 INVALID_FIELD_FOR_INSERT_UPDATE | 400 INVALID_FIELD
UI API: edit it                   | ok    | 400 INVALID_FIELD_FOR_INSERT_UPDATE | 400 INVALID_FIELD
UI API: sort a related list by it | ok    | ok                                  | 400 INVALID_FIELD
GraphQL: select                   | ok    | ok                                  | ValidationError FieldUndefined
GraphQL: select @optional         | ok    | ok                                  | absent
GraphQL: where                    | ok    | ok                                  | ValidationError WrongType
GraphQL: order by                 | ok    | ok                                  | ValidationError WrongType
GraphQL: group by                 | ok    | ok                                  | ValidationError WrongType
GraphQL: of a parent              | ok    | ok                                  | ValidationError FieldUndefined
GraphQL: create with it           | ok    | ValidationError WrongType           | ValidationError WrongType
GraphQL: edit it                  | ok    | ValidationError WrongType           | ValidationError WrongType
`);

after(() => org.close());

for (const [place, expected] of FIELDS) {
  test(place, async () => {
    const actual: [persona: string, verdict: Verdict][] = [];
    for (const persona of Object.keys(RIGHTS)) actual.push([persona, await PLACES[place](persona)]);
    assert.deepEqual(Object.fromEntries(actual), Object.fromEntries(expected));
  });
}
