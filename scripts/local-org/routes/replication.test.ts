import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PROJECT, SELLER, STEP } from '../schema/fixture.ts';
import { testOrg } from '../testing.ts';

const BASE = '/services/data/v66.0/sobjects';
const MINUTE = 60_000;

/** An org at noon in which A was made and B made and deleted; it is three minutes past now. */
function setup() {
  const t = testOrg();
  const create = (Name: string) => String(t.org.records.create(t.user('rep'), 'Account', { Name }).id);
  const kept = create('A');
  const gone = create('B');
  t.advance(MINUTE);
  t.org.records.delete(t.user('rep'), 'Account', gone);
  t.advance(2 * MINUTE);
  const get = async (path: string, persona = 'rep') => {
    const response = await t.request(persona, `${BASE}/${path}`);
    return { status: response.status, body: await response.json() };
  };
  return { ...t, kept, gone, get };
}

const FIRST_MINUTES = 'start=2026-11-18T12:00:30Z&end=2026-11-18T12:03:00%2B00:00';

test('updated records of a span', async () => {
  const { get, kept } = setup();
  assert.deepEqual((await get(`Account/updated?${FIRST_MINUTES}`)).body, {
    ids: [kept],
    latestDateCovered: '2026-11-18T12:03:00.000+0000'
  });
  const later = await get('Account/updated?start=2026-11-18T12:01:00Z&end=2026-11-18T12:03:00Z');
  assert.deepEqual(later.body.ids, []);
});

test('deleted records of a span', async () => {
  const { get, gone } = setup();
  assert.deepEqual((await get(`Account/deleted?${FIRST_MINUTES}`)).body, {
    deletedRecords: [{ deletedDate: '2026-11-18T12:01:00.000+0000', id: gone }],
    earliestDateAvailable: '2026-10-19T12:03:00.000+0000',
    latestDateCovered: '2026-11-18T12:03:00.000+0000'
  });
});

test('only records that the user may see are told', async () => {
  const t = setup();
  t.install(PROJECT, STEP, SELLER);
  const [kept, gone] = ['Kept', 'Gone'].map((Name) =>
    String(t.org.records.create(t.user('rep'), 'Project__c', { Name }).id)
  );
  t.org.records.delete(t.user('rep'), 'Project__c', gone);
  t.advance(MINUTE);
  const span = 'start=2026-11-18T12:00:00Z&end=2026-11-18T12:04:00Z';
  const seen = async (persona: string) => [
    (await t.get(`Project__c/updated?${span}`, persona)).body.ids,
    (await t.get(`Project__c/deleted?${span}`, persona)).body.deletedRecords.map(
      ({ id }: { id: string }) => id
    )
  ];
  assert.deepEqual(await seen('rep'), [[kept], [gone]]);
  assert.deepEqual(await seen('rep2'), [[], []]);
});

test('a span must be one, and not too long ago', async () => {
  const { get } = setup();
  for (const span of [
    'start=2026-11-18T12:00:10Z&end=2026-11-18T12:00:50Z',
    'start=2026-09-01T00:00:00Z&end=2026-09-02T00:00:00Z',
    'start=yesterday&end=2026-11-18T12:00:50Z'
  ]) {
    const { status, body } = await get(`Account/updated?${span}`);
    assert.deepEqual([status, body[0].errorCode], [400, 'INVALID_REPLICATION_DATE']);
  }
  assert.equal((await get(`Profile/deleted?${FIRST_MINUTES}`)).status, 404);
});
