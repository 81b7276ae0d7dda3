import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Connection } from 'jsforce';
import { serveTestOrg } from '../lib/testing.ts';
import type { TestOrg } from '../lib/testing.ts';

/** Everyone but the sync: it has no right on insights at all. */
const PEOPLE = ['rep', 'rep2', 'manager', 'marketing', 'author', 'finance', 'admin'];
const VISIBILITIES = ['Private', 'Team', 'All'] as const;
type Visibility = (typeof VISIBILITIES)[number];

/**
 * Who reads the words of what the rep wrote. The author of guidance sells nothing and is in no account team; finance
 * has no right on insights. The administrator sees every row by View All Data, and no word, for lack of field rights.
 */
const READERS: Readonly<Record<Visibility, readonly string[]>> = {
  Private: ['rep'],
  Team: ['rep', 'rep2', 'manager', 'marketing'],
  All: ['rep', 'rep2', 'manager', 'marketing', 'author']
};

let org: TestOrg;
const ids = new Map<Visibility, string>();

async function write(visibility: Visibility, account: string): Promise<string> {
  const { id } = await org
    .as('rep')
    .sobject('Client_Insight__c')
    .create({
      Account__c: account,
      Text__c: `${visibility}: they decide in March.`,
      Visibility__c: visibility,
      Author__c: org.userId('rep')
    });
  return id!;
}

before(async () => {
  org = await serveTestOrg();
  const { id } = await org.as('rep').sobject('Account').create({ Name: 'Brackwater Foods' });
  for (const visibility of VISIBILITIES) ids.set(visibility, await write(visibility, id!));
});

after(() => org.close());

/** The words, or null when this person gets none of them, whatever the refusal is. */
type Read = (connection: Connection, id: string) => Promise<string | null>;

const CHANNELS: Readonly<Record<string, Read>> = {
  SOQL: async (connection, id) => {
    const { records } = await connection.query<{ Text__c: string }>(
      `SELECT Text__c FROM Client_Insight__c WHERE Id = '${id}'`
    );
    return records[0]?.Text__c ?? null;
  },
  'UI API': async (connection, id) => {
    const { fields } = await connection.requestGet<{ fields: { Text__c: { value: string } } }>(
      `/ui-api/records/${id}?fields=Client_Insight__c.Text__c`
    );
    return fields.Text__c.value;
  },
  GraphQL: async (connection, id) => {
    const query = `query ($id: ID) { uiapi { query { Client_Insight__c(where: { Id: { eq: $id } }) {
      edges { node { Text__c { value } } } } } } }`;
    const { data, errors } = await connection.requestPost<{
      data: {
        uiapi: { query: { Client_Insight__c: { edges: { node: { Text__c: { value: string } } }[] } } };
      };
      errors: { message: string }[];
    }>('/graphql', { query, variables: { id } });
    if (errors.length > 0) throw Object.assign(new Error(errors[0]!.message), { errorCode: 'GRAPHQL' });
    return data.uiapi.query.Client_Insight__c.edges[0]?.node.Text__c.value ?? null;
  }
};

/** What refuses a person who may not read the object, its words or this row. */
const REFUSALS = ['INVALID_TYPE', 'INVALID_FIELD', 'INSUFFICIENT_ACCESS', 'NOT_FOUND', 'GRAPHQL'];

async function wordsOf(read: Read, persona: string, id: string): Promise<string | null> {
  try {
    return await read(org.as(persona), id);
  } catch (error) {
    const { errorCode = '' } = error as { errorCode?: string };
    assert.ok(REFUSALS.includes(errorCode), `${persona}: ${errorCode} ${(error as Error).message}`);
    return null;
  }
}

for (const [channel, read] of Object.entries(CHANNELS)) {
  for (const visibility of VISIBILITIES) {
    test(`${channel}: ${READERS[visibility].join(', ')} read what the rep wrote for ${visibility}`, async () => {
      const readers: string[] = [];
      for (const persona of PEOPLE) {
        const words = await wordsOf(read, persona, ids.get(visibility)!);
        if (words === null) continue;
        assert.equal(words, `${visibility}: they decide in March.`);
        readers.push(persona);
      }
      assert.deepEqual(
        readers,
        PEOPLE.filter((persona) => READERS[visibility].includes(persona))
      );
    });
  }
}

test('an administrator sees that there are insights, and not what they say', async () => {
  const { totalSize } = await org.as('admin').query('SELECT Id FROM Client_Insight__c');
  assert.equal(totalSize, 3);
});

test('who reads an insight may thank for it in their own name, and nobody for what they cannot read', async () => {
  const thank = async (persona: string, visibility: Visibility, by = persona): Promise<string> => {
    const insight = ids.get(visibility)!;
    return org
      .as(persona)
      .sobject('Insight_Thanks__c')
      .create({
        Client_Insight__c: insight,
        Thanks_Key__c: `${insight}-${org.userId(by)}`,
        Thanked_By__c: org.userId(by),
        What_It_Helped__c: 'Called in March.'
      })
      .then(
        () => 'saved',
        (error: Error & { errorCode: string }) => error.errorCode
      );
  };
  assert.equal(await thank('rep2', 'Team', 'manager'), 'FIELD_CUSTOM_VALIDATION_EXCEPTION');
  assert.equal(await thank('rep2', 'Team'), 'saved');
  assert.equal(await thank('rep2', 'Team'), 'DUPLICATE_VALUE');
  assert.equal(await thank('manager', 'Private'), 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY');
  assert.equal(await thank('author', 'All'), 'saved');
});
