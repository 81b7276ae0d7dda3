import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { createOrg } from '../local-org/org.ts';
import { startServer } from '../local-org/server.ts';
import type { RunningServer } from '../local-org/server.ts';
import { TEST_USERS } from '../local-org/testing.ts';
import { openSession } from './session.ts';

const USERNAME = 'integration@test.example';
let org: ReturnType<typeof createOrg>;
let server: RunningServer;
let folder: string;
let keyFile: string;

before(async () => {
  org = createOrg({ users: TEST_USERS });
  server = await startServer(org, { port: 0 });
  folder = await mkdtemp(join(tmpdir(), 'caddie-session-'));
  keyFile = join(folder, 'key.pem');
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  await writeFile(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }));
});

after(async () => {
  await server.close();
  org.close();
  await rm(folder, { recursive: true });
});

async function whoHas(accessToken: string): Promise<string> {
  const answer = await fetch(`${server.url}/services/oauth2/userinfo`, {
    headers: { Authorization: `Bearer ${accessToken}` }
  });
  return ((await answer.json()) as { preferred_username: string }).preferred_username;
}

const unattended = {
  'JWT bearer': () => ({
    CADDIE_CLIENT_ID: 'the-app',
    CADDIE_JWT_KEY_FILE: keyFile,
    CADDIE_USERNAME: USERNAME
  }),
  // The local org knows no apps: the client id names the user that it runs as.
  'client credentials': () => ({ CADDIE_CLIENT_ID: USERNAME, CADDIE_CLIENT_SECRET: 'the secret' })
};

for (const [flow, environment] of Object.entries(unattended)) {
  test(`${flow}: a session of the app's user, and a fresh one when it has ended`, async () => {
    const session = await openSession({ env: { ...environment(), CADDIE_LOGIN_URL: `${server.url}/` } });
    assert.equal(session.instanceUrl, server.url);
    assert.equal(await whoHas(session.accessToken), USERNAME);
    const fresh = await session.renew();
    assert.notEqual(fresh, session.accessToken);
    assert.equal(await whoHas(fresh), USERNAME);
  });
}

test('a refused log-in says why, and no secret', async () => {
  const env = {
    CADDIE_CLIENT_ID: 'nobody@test.example',
    CADDIE_CLIENT_SECRET: 'the secret',
    CADDIE_LOGIN_URL: server.url
  };
  await assert.rejects(openSession({ env }), (error: Error & { code: string; actions: string[] }) => {
    assert.deepEqual(
      [error.code, error.message],
      ['LOGIN_REFUSED', `${server.url} refused the log-in: The org has no user nobody@test.example.`]
    );
    assert.doesNotMatch(JSON.stringify([error.message, error.actions]), /the secret/);
    return true;
  });
});

test('a client id alone proves nothing', async () => {
  await assert.rejects(openSession({ env: { CADDIE_CLIENT_ID: 'the-app', CADDIE_LOGIN_URL: server.url } }), {
    code: 'NO_TOKEN',
    message: 'CADDIE_CLIENT_ID is set, but nothing that proves who asks.'
  });
});

test('a key file that is missing is named', async () => {
  const env = { CADDIE_CLIENT_ID: 'the-app', CADDIE_JWT_KEY_FILE: 'no-such.pem', CADDIE_USERNAME: USERNAME };
  await assert.rejects(openSession({ env: { ...env, CADDIE_LOGIN_URL: server.url } }), {
    code: 'NO_TOKEN',
    message: /^The private key cannot be read: ENOENT.*no-such\.pem'$/
  });
});

test('a token from the environment cannot be renewed, and says so', async () => {
  const session = await openSession({
    env: { CADDIE_INSTANCE_URL: server.url, CADDIE_ACCESS_TOKEN: '00D!x' }
  });
  await assert.rejects(session.renew(), { code: 'INVALID_SESSION_ID' });
});
