import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { createOrg } from './org.ts';
import { PROJECT, SELLER, STEP } from './schema/fixture.ts';
import { readUsersFile } from './seed/users-file.ts';
import { startServer } from './server.ts';
import { TEST_USERS, testOrg } from './testing.ts';

test('a new org has its people with their roles, its profiles, stages and the standard price book', () => {
  const { org } = testOrg();
  const people = org.store.all(
    `SELECT u."Username" AS "user", r."Name" AS "role", p."Name" AS "profile" FROM "User" u
      LEFT JOIN "UserRole" r ON r."Id" = u."UserRoleId" JOIN "Profile" p ON p."Id" = u."ProfileId" ORDER BY u."Id"`
  );
  assert.deepEqual(
    people.slice(0, 3).map((row) => ({ ...row })),
    [
      { user: 'admin@test.example', role: null, profile: 'System Administrator' },
      { user: 'rep@test.example', role: 'Rep', profile: 'Standard User' },
      { user: 'rep2@test.example', role: 'Rep', profile: 'Standard User' }
    ]
  );
  const [stages] = org.store.all('SELECT count(*) AS "n" FROM "OpportunityStage"');
  assert.equal(stages.n, 10);
  assert.equal(org.store.all('SELECT "Name" FROM "Pricebook2"')[0].Name, 'Standard Price Book');
  assert.equal(org.store.all('SELECT count(*) AS "n" FROM "Organization"')[0].n, 1);
});

test('two new orgs give the same ids to the same people', () => {
  assert.deepEqual(
    ['admin', 'rep', 'integration'].map(testOrg().userId),
    ['admin', 'rep', 'integration'].map(testOrg().userId)
  );
});

test('a data folder keeps metadata, records, sessions and numbers; newcomers to the users file join', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'local-org-'));
  try {
    const { users } = TEST_USERS;
    const first = createOrg({ dataDir, users: { ...TEST_USERS, users: users.slice(0, 2) } });
    const rep = () =>
      String(first.store.all(`SELECT "Id" FROM "User" WHERE "Username" = 'rep@test.example'`)[0].Id);
    const repId = rep();
    const administrator = String(first.store.all('SELECT min("Id") AS "Id" FROM "User"')[0].Id);
    first.installMetadata({ files: [PROJECT, STEP, SELLER], userId: administrator });
    const saved = first.records.create(first.user(repId), 'Project__c', { Name: 'Kept' });
    const token = first.sessions.issue(repId);
    // As a folder looks that was made before the catalogue had this field.
    first.store.run(`DELETE FROM "FieldPermissions" WHERE "Field" = 'Account.Rating'`);
    first.close();

    const second = createOrg({ dataDir, users: TEST_USERS });
    const user = second.authenticate(token);
    assert.equal(user.userId, repId);
    assert.equal(second.records.retrieve(user, 'Project__c', String(saved.id)).Name, 'Kept');
    const next = second.records.create(user, 'Project__c', {});
    assert.equal(second.records.retrieve(user, 'Project__c', String(next.id)).Number__c, 'P-0002');
    assert.notEqual(next.id, saved.id);
    assert.ok(second.records.create(user, 'Account', { Name: 'Acme', Rating: 'Hot' }).success);
    assert.equal(second.store.all('SELECT count(*) AS "n" FROM "User"')[0].n, users.length);
    second.close();
  } finally {
    rmSync(dataDir, { recursive: true });
  }
});

test('an org without a users file has one administrator', () => {
  const org = createOrg();
  assert.deepEqual(
    org.store.all('SELECT "Username" FROM "User"').map((row) => row.Username),
    ['admin@local.example']
  );
  org.close();
});

test('the project’s own users file can be seeded', () => {
  const users = readUsersFile(join(import.meta.dirname, '../../config/local-org-users.json'));
  const org = createOrg({ users });
  assert.equal(org.store.all('SELECT count(*) AS "n" FROM "User"')[0].n, users.users.length);
  org.close();
});

test('it is served over a real port, and closing frees it', async () => {
  const { org } = testOrg();
  const server = await startServer(org, { port: 0 });
  assert.match(server.url, /^http:\/\/localhost:\d+$/);
  const versions = await (await fetch(`${server.url}//services/data`)).json();
  assert.equal(versions.at(-1).version, '68.0');
  await server.close();
  await assert.rejects(fetch(`${server.url}/services/data`));
});

test('a port that is taken is an error, not silence', async () => {
  const { org } = testOrg();
  const server = await startServer(org, { port: 0 });
  await assert.rejects(startServer(org, { port: Number(new URL(server.url).port) }), { code: 'EADDRINUSE' });
  await server.close();
});
