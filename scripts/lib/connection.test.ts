import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { connect } from './connection.ts';

const TOKEN = '00D000000000001!token';
let server: Server;
let url: string;

before(async () => {
  server = createServer((_request, response) => response.end('[]')).listen(0, 'localhost');
  await once(server, 'listening');
  url = `http://localhost:${(server.address() as AddressInfo).port}`;
});

after(() => server.close());

test('the environment names the org and gives its token', async () => {
  const connection = await connect({ env: { CADDIE_INSTANCE_URL: `${url}/`, CADDIE_ACCESS_TOKEN: TOKEN } });
  assert.equal(connection.instanceUrl, url);
  assert.equal(connection.accessToken, TOKEN);
  assert.equal(connection.version, '66.0');
});

test('an option names another org than the environment', async () => {
  const env = { CADDIE_INSTANCE_URL: 'https://other.example', CADDIE_ACCESS_TOKEN: TOKEN };
  const connection = await connect({ env, instanceUrl: url });
  assert.equal(connection.instanceUrl, url);
});

test('an org that does not answer is told at once', async () => {
  const closed = createServer().listen(0, 'localhost');
  await once(closed, 'listening');
  const instanceUrl = `http://localhost:${(closed.address() as AddressInfo).port}`;
  closed.close();
  await once(closed, 'close');
  await assert.rejects(connect({ env: { CADDIE_ACCESS_TOKEN: TOKEN }, instanceUrl }), {
    code: 'ORG_UNREACHABLE',
    message: `${instanceUrl} does not answer: ECONNREFUSED.`
  });
});

const missing: [
  what: string,
  options: { instanceUrl?: string; env: NodeJS.ProcessEnv },
  code: string,
  message: string
][] = [
  ['org', { env: { CADDIE_ACCESS_TOKEN: TOKEN } }, 'NO_ORG', 'No org is named.'],
  [
    'URL',
    { env: { CADDIE_ACCESS_TOKEN: TOKEN }, instanceUrl: 'localhost:7400' },
    'NO_ORG',
    "'localhost:7400' is not a URL."
  ],
  [
    'token',
    { env: {}, instanceUrl: 'http://localhost:7400' },
    'NO_TOKEN',
    'There is no access token for http://localhost:7400.'
  ]
];

for (const [what, options, code, message] of missing) {
  test(`without a ${what} it says what to give`, async () => {
    await assert.rejects(connect(options), (error: { code: string; message: string; actions: string[] }) => {
      assert.deepEqual([error.code, error.message], [code, message]);
      assert.ok(error.actions.length > 0);
      return true;
    });
  });
}

test('an org that the Salesforce CLI does not know is named', async () => {
  await assert.rejects(connect({ targetOrg: 'nobody-knows-this-org' }), {
    code: 'UNKNOWN_ORG',
    message:
      "The Salesforce CLI cannot connect to 'nobody-knows-this-org': No authorization information found for nobody-knows-this-org."
  });
});
