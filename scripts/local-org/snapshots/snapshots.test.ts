import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { toFailure } from '../../lib/failure.ts';
import type { Org, UserContext } from '../contract.ts';
import { createOrg } from '../org.ts';
import { PROJECT, SELLER, STEP } from '../schema/fixture.ts';
import { TEST_NOW, TEST_USERS, testOrg } from '../testing.ts';
import { restoreSnapshot, snapshotNames, takeSnapshot } from './snapshots.ts';

function folder(context: TestContext): string {
  const path = mkdtempSync(join(tmpdir(), 'local-org-snapshots-'));
  context.after(() => rmSync(path, { recursive: true }));
  return path;
}

/** Opens the org of a folder for a moment. */
function inOrg<T>(dataDir: string, work: (org: Org) => T): T {
  const org = createOrg({ dataDir, users: TEST_USERS });
  try {
    return work(org);
  } finally {
    org.close();
  }
}

function person(org: Org, persona: string): UserContext {
  const [row] = org.store.all('SELECT "Id" FROM "User" WHERE "Username" = ?', [`${persona}@test.example`]);
  return org.user(String(row.Id));
}

function addAccount(org: Org, name: string): void {
  assert.ok(org.records.create(person(org, 'admin'), 'Account', { Name: name }).success);
}

function accounts(org: Org): unknown[] {
  return org.store.all('SELECT "Name" FROM "Account" ORDER BY "Id"').map(({ Name }) => Name);
}

async function refusal(work: Promise<unknown>): Promise<[code: string, message: string, action: string]> {
  const thrown = await work.then(
    () => assert.fail('Not refused'),
    (error: unknown) => error
  );
  const { code, message, actions } = toFailure(thrown);
  return [code, message, actions.join(' ')];
}

test('a copy of an org has its metadata, records, sessions and numbers, and goes its own way', () => {
  const original = testOrg();
  original.install(PROJECT, STEP, SELLER);
  const { org, user, token } = original;
  assert.ok(org.records.create(user('rep'), 'Project__c', { Name: 'First' }).success);
  const session = token('rep');
  const snapshot = org.snapshot();
  assert.ok(org.records.create(user('rep'), 'Project__c', { Name: 'Only in the original' }).success);

  const now = () => new Date(TEST_NOW);
  const copies = [
    createOrg({ from: snapshot, now }),
    createOrg({ from: snapshot, now, users: TEST_USERS }),
    testOrg({ from: snapshot }).org
  ];
  for (const copy of copies) {
    assert.equal(copy.organizationId, org.organizationId);
    assert.equal(copy.authenticate(session).userId, original.userId('rep'));
    const seller = person(copy, 'rep');
    const { id } = copy.records.create(seller, 'Project__c', { Name: 'Only in this copy' });
    assert.equal(copy.records.retrieve(seller, 'Project__c', String(id)).Number__c, 'P-0002');
    const names = copy.store.all('SELECT "Name" FROM "Project__c" ORDER BY "Id"').map(({ Name }) => Name);
    assert.deepEqual(names, ['First', 'Only in this copy']);
    assert.equal(copy.store.all('SELECT count(*) AS "n" FROM "User"')[0].n, TEST_USERS.users.length);
    copy.close();
  }
  original.close();
});

test('a copy in memory of an org that is kept in a folder', (context) => {
  const snapshot = inOrg(folder(context), (org) => {
    addAccount(org, 'Kept');
    return org.snapshot();
  });
  const copy = createOrg({ from: snapshot });
  addAccount(copy, 'New');
  assert.deepEqual(accounts(copy), ['Kept', 'New']);
  copy.close();
});

test('a folder goes back to a snapshot, as often as one likes', async (context) => {
  const dataDir = folder(context);
  inOrg(dataDir, (org) => addAccount(org, 'Before'));
  const taken = await takeSnapshot({ name: 'clean', dataDir });
  assert.equal(taken.file, join(dataDir, 'snapshots', 'clean.sqlite'));
  assert.deepEqual(readdirSync(join(dataDir, 'snapshots')), ['clean.sqlite']);
  for (const name of ['Once', 'Twice']) {
    inOrg(dataDir, (org) => {
      addAccount(org, name);
      assert.deepEqual(accounts(org), ['Before', name]);
    });
    assert.deepEqual(await restoreSnapshot({ name: 'clean', dataDir }), taken);
    inOrg(dataDir, (org) => {
      assert.deepEqual(accounts(org), ['Before']);
      assert.equal(org.store.all('PRAGMA journal_mode')[0].journal_mode, 'wal');
      assert.equal(org.store.all('PRAGMA integrity_check')[0].integrity_check, 'ok');
    });
  }
});

test('a snapshot is restored where no org is any more', async (context) => {
  const dataDir = folder(context);
  inOrg(dataDir, (org) => addAccount(org, 'Before'));
  await takeSnapshot({ name: 'clean', dataDir });
  for (const file of readdirSync(dataDir)) {
    if (file.startsWith('org.sqlite')) rmSync(join(dataDir, file));
  }
  await restoreSnapshot({ name: 'clean', dataDir });
  assert.deepEqual(inOrg(dataDir, accounts), ['Before']);
});

test('a snapshot keeps its name until it is replaced', async (context) => {
  const dataDir = folder(context);
  inOrg(dataDir, (org) => addAccount(org, 'Before'));
  await takeSnapshot({ name: 'clean', dataDir });
  inOrg(dataDir, (org) => addAccount(org, 'After'));
  assert.deepEqual(await refusal(takeSnapshot({ name: 'clean', dataDir })), [
    'SNAPSHOT_EXISTS',
    'There is a snapshot clean already.',
    'Choose another name, or add --replace.'
  ]);
  await takeSnapshot({ name: 'clean', dataDir, replace: true });
  await restoreSnapshot({ name: 'clean', dataDir });
  assert.deepEqual(inOrg(dataDir, accounts), ['Before', 'After']);
});

test('an org that is running is left alone', async (context) => {
  const dataDir = folder(context);
  inOrg(dataDir, (org) => addAccount(org, 'Before'));
  await takeSnapshot({ name: 'clean', dataDir });
  const running = createOrg({ dataDir, users: TEST_USERS });
  addAccount(running, 'Running');
  const expected = [
    'ORG_RUNNING',
    `The org in ${dataDir} is running.`,
    'Stop it first, then run this again.'
  ];
  assert.deepEqual(await refusal(takeSnapshot({ name: 'other', dataDir })), expected);
  assert.deepEqual(await refusal(restoreSnapshot({ name: 'clean', dataDir })), expected);
  assert.throws(() => createOrg({ dataDir, users: TEST_USERS }), {
    name: 'StoreInUse',
    message: `The org in ${dataDir} is running: a folder serves one org at a time`
  });
  addAccount(running, 'Still running');
  assert.deepEqual(accounts(running), ['Before', 'Running', 'Still running']);
  running.close();
  assert.deepEqual(await snapshotNames(dataDir), ['clean']);
});

test('what is missing, damaged or misnamed is refused and changes nothing', async (context) => {
  const dataDir = folder(context);
  assert.deepEqual(await refusal(takeSnapshot({ name: 'clean', dataDir })), [
    'NO_ORG',
    `No org is kept in ${dataDir}.`,
    'Name its folder with --data.'
  ]);
  const missing = `There is no snapshot clean in ${join(dataDir, 'snapshots')}.`;
  assert.deepEqual(await refusal(restoreSnapshot({ name: 'clean', dataDir })), [
    'NO_SNAPSHOT',
    missing,
    'Take one first: caddie org snapshot.'
  ]);
  inOrg(dataDir, (org) => addAccount(org, 'Before'));
  await takeSnapshot({ name: 'first', dataDir });
  await takeSnapshot({ name: 'second', dataDir });
  assert.deepEqual(await refusal(restoreSnapshot({ name: 'clean', dataDir })), [
    'NO_SNAPSHOT',
    missing,
    'There are: first, second'
  ]);
  for (const name of ['../clean', '', '.hidden', 'a/b', 'x'.repeat(81)]) {
    assert.equal((await refusal(restoreSnapshot({ name, dataDir })))[0], 'BAD_NAME');
    assert.equal((await refusal(takeSnapshot({ name, dataDir })))[0], 'BAD_NAME');
  }
  mkdirSync(join(dataDir, 'snapshots'), { recursive: true });
  for (const content of ['no database', '']) {
    writeFileSync(join(dataDir, 'snapshots', 'damaged.sqlite'), content);
    assert.equal((await refusal(restoreSnapshot({ name: 'damaged', dataDir })))[0], 'DAMAGED_SNAPSHOT');
  }
  assert.deepEqual(inOrg(dataDir, accounts), ['Before']);
});
