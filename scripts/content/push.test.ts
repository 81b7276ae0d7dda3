import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { createAll, updateAll } from '../lib/collections.ts';
import { queryAll } from '../lib/query.ts';
import { serveTestOrg } from '../lib/testing.ts';
import type { TestOrg } from '../lib/testing.ts';
import { checkAndPush } from './check-and-push.ts';
import { aPiece } from './testing/piece.ts';

let org: TestOrg;

before(async () => {
  org = await serveTestOrg();
});

after(() => org.close());

/** Writes the pieces into a folder of their own and pushes it. */
async function push(
  pieces: Record<string, string>,
  { retire = false, persona = 'author' } = {}
): Promise<{ human: string; result: unknown; refused?: boolean }> {
  const folder = await mkdtemp(join(tmpdir(), 'caddie-push-'));
  try {
    for (const [key, text] of Object.entries(pieces)) {
      await writeFile(join(folder, `${key}.md`), text.replace('key: agree-the-close-plan', `key: ${key}`));
    }
    return await checkAndPush({ connection: org.as(persona), folder, retire });
  } finally {
    await rm(folder, { recursive: true });
  }
}

interface Row {
  Id: string;
  Key__c: string;
  Name: string;
  Status__c: string;
  Approvals__c: number;
  LastModifiedDate: string;
  Content_Hash__c: string;
}

async function row(key: string): Promise<Row> {
  const rows = await queryAll<Row>(
    org.as('admin'),
    'SELECT Id, Key__c, Name, Status__c, Approvals__c, LastModifiedDate, Content_Hash__c FROM Guidance__c'
  );
  return rows.find(({ Key__c }) => Key__c === key)!;
}

test('the first push creates, the second touches nothing', async () => {
  const pieces = { 'plan-one': aPiece(), 'plan-two': aPiece() };
  assert.equal((await push(pieces)).human, 'Created 2, updated 0, unchanged 0.');
  const before = await row('plan-one');
  assert.equal(before.Name, 'Agree the close plan before pricing');
  assert.match(before.Content_Hash__c, /^[0-9a-f]{64}$/);
  assert.equal((await push(pieces)).human, 'Created 0, updated 0, unchanged 2.');
  assert.deepEqual(await row('plan-one'), before);
});

test('only what changed is updated, and an unchanged version is pointed out', async () => {
  const changed = aPiece().replace('Ask who signs', 'Ask who decides');
  assert.equal(
    (await push({ 'plan-one': changed, 'plan-two': aPiece() })).human,
    'Created 0, updated 1, unchanged 1.\n' +
      'plan-one changed, its version is still 1: who dismissed it will not see it again. Raise version if they should.'
  );
  const raised = changed.replace('version: 1', 'version: 2');
  assert.equal(
    (await push({ 'plan-one': raised, 'plan-two': aPiece() })).human,
    'Created 0, updated 1, unchanged 1.'
  );
});

test('approvals are counted by seller and for the version of the file', async () => {
  const { Id } = await row('plan-two');
  const say = (persona: string, verdict: string, version: number): Promise<string[]> =>
    createAll(org.as(persona), 'Guidance_Review__c', [
      { Guidance__c: Id, Verdict__c: verdict, Guidance_Version__c: version }
    ]);
  await say('rep', 'Approved', 1);
  await say('rep', 'Approved', 1);
  await say('rep2', 'Approved', 1);
  await say('manager', 'Helpful', 1);
  await say('marketing', 'Approved', 2);
  assert.equal(
    (await push({ 'plan-two': aPiece() })).human.split('\n')[0],
    'Created 0, updated 1, unchanged 0.'
  );
  assert.equal((await row('plan-two')).Approvals__c, 2);
  await push({ 'plan-two': aPiece().replace('version: 1', 'version: 2') });
  assert.equal((await row('plan-two')).Approvals__c, 1);
});

test('what has no file is named, and taken out of sight only when asked', async () => {
  const alone = { 'plan-two': aPiece().replace('version: 1', 'version: 2') };
  assert.equal(
    (await push(alone)).human,
    'Created 0, updated 0, unchanged 1.\n' +
      '1 published piece has no file: plan-one. Nothing was changed there; --retire takes them out of sight.'
  );
  assert.equal((await row('plan-one')).Status__c, 'Published');
  const { human, result } = await push(alone, { retire: true });
  assert.equal(human, 'Created 0, updated 0, unchanged 1.\nRetired 1 piece without a file: plan-one.');
  assert.deepEqual(result, {
    created: 0,
    updated: 0,
    unchanged: 1,
    withoutFile: ['plan-one'],
    retired: 1,
    approvalsCounted: true,
    sameVersion: []
  });
  assert.equal((await row('plan-one')).Status__c, 'Retired');
});

test('a piece that was retired in the org comes back with its file', async () => {
  const { Id } = await row('plan-two');
  await updateAll(org.as('admin'), 'Guidance__c', [{ Id, Status__c: 'Retired' }]);
  await push({ 'plan-two': aPiece().replace('version: 1', 'version: 2') });
  assert.equal((await row('plan-two')).Status__c, 'Published');
});

test('one bad piece keeps the whole folder back', async () => {
  const { human, refused } = await push({
    'plan-three': aPiece(),
    'plan-four': aPiece().replace('Proposal/Price Quote', 'Proposal')
  });
  assert.equal(refused, true);
  assert.match(
    human,
    /plan-four\.md:11: criteria: Item 1: StageName has no value "Proposal"\. Write "Proposal\/Price Quote"\./
  );
  assert.match(
    human,
    /2 pieces checked against http:\/\/localhost:\d+: 1 refused, 1 problem\.\nNothing was pushed\.$/
  );
  assert.equal(await row('plan-three'), undefined);
});

test('who may not read reviews leaves approvals alone', async () => {
  const changed = aPiece().replace('version: 1', 'version: 2').replace('Ask who signs', 'Find out who signs');
  const { human } = await push({ 'plan-two': changed }, { persona: 'admin' });
  assert.equal(human.split('\n')[1], 'Approvals were left as they are: only an author may read the reviews.');
  assert.equal((await row('plan-two')).Approvals__c, 1);
});

test('a rep is told which permission set it takes', async () => {
  await assert.rejects(push({ 'plan-five': aPiece() }, { persona: 'rep' }), {
    code: 'NO_PERMISSION',
    message: 'This user may not write guidance.',
    actions: ['An administrator can assign the permission set: sf org assign permset --name Caddie_Author']
  });
});
