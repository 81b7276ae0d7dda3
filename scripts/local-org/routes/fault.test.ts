import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createFaults } from '../faults/faults.ts';
import { startServer, type ServerOptions } from '../server.ts';
import { testOrg, type TestOrg } from '../testing.ts';

const SECRET = 'only-the-test-knows-this';
const LOST = { kind: 'answerLost', path: '/services/data/v66.0/sobjects' };

interface Running {
  org: TestOrg;
  /** A request with these headers; an object becomes its JSON body. */
  ask(method: string, path: string, headers?: Record<string, string>, json?: unknown): Promise<Response>;
}

async function withServer(
  options: Omit<ServerOptions, 'port'>,
  work: (running: Running) => Promise<void>
): Promise<void> {
  const org = testOrg();
  const server = await startServer(org.org, { port: 0, ...options });
  try {
    await work({
      org,
      ask: (method, path, headers = {}, json) =>
        fetch(server.url + path, {
          method,
          headers: { 'Content-Type': 'application/json', ...headers },
          ...(json !== undefined && { body: JSON.stringify(json) })
        })
    });
  } finally {
    await server.close();
    org.close();
  }
}

const NOT_FOUND = [{ message: 'The requested resource does not exist', errorCode: 'NOT_FOUND' }];

test('nobody makes a fault without the secret: not a rep, not an administrator, not a guess', async () => {
  await withServer({ faultSecret: SECRET }, async ({ org, ask }) => {
    const strangers: Record<string, string>[] = [
      {},
      { Authorization: `Bearer ${org.token('rep')}` },
      { Authorization: `Bearer ${org.token('admin')}` },
      { Authorization: `Bearer ${SECRET}` },
      { 'X-Fault-Secret': org.token('admin') },
      { 'X-Fault-Secret': SECRET.slice(0, -1) },
      { 'X-Fault-Secret': '' }
    ];
    const asks: [method: string, path: string, json?: unknown][] = [
      ['POST', '/__fault', LOST],
      ['POST', '//__fault/', LOST],
      ['GET', '/__fault'],
      ['DELETE', '/__fault'],
      ['DELETE', '/__fault/1']
    ];
    for (const headers of strangers) {
      for (const [method, path, json] of asks) {
        const answer = await ask(method, path, headers, json);
        assert.deepEqual([answer.status, await answer.json()], [404, NOT_FOUND]);
      }
    }
    const list = await ask('GET', '/__fault', { 'X-Fault-Secret': SECRET });
    assert.deepEqual(await list.json(), []);
  });
});

test("a page of another origin isn't allowed to send the secret", async () => {
  await withServer({ faultSecret: SECRET }, async ({ ask }) => {
    const answer = await ask('OPTIONS', '/__fault', {
      Origin: 'http://localhost:7401',
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': 'x-fault-secret'
    });
    assert.equal(answer.status, 404);
    assert.equal(answer.headers.get('Access-Control-Allow-Origin'), null);
    assert.equal(answer.headers.get('Access-Control-Allow-Headers'), null);
  });
});

test('an org without a secret has no such path, whether it has faults or not', async () => {
  for (const options of [{}, { faults: createFaults() }]) {
    await withServer(options, async ({ org, ask }) => {
      const headers = { 'X-Fault-Secret': SECRET, Authorization: `Bearer ${org.token('admin')}` };
      const answer = await ask('POST', '/__fault', headers, LOST);
      assert.deepEqual([answer.status, await answer.json()], [404, NOT_FOUND]);
    });
  }
});

test('faults are made, listed and taken back', async () => {
  await withServer({ faultSecret: SECRET }, async ({ org, ask }) => {
    const headers = { 'X-Fault-Secret': SECRET };
    const made = await ask('POST', '/__fault', headers, LOST);
    assert.deepEqual([made.status, await made.json()], [201, { ...LOST, id: '1', met: 0 }]);

    const save = () =>
      ask(
        'POST',
        '/services/data/v66.0/sobjects/Account',
        { Authorization: `Bearer ${org.token('admin')}` },
        { Name: 'Acme' }
      );
    await assert.rejects(save(), /fetch failed/);
    assert.equal((await save()).status, 201);
    assert.deepEqual(await (await ask('GET', '/__fault', headers)).json(), [{ ...LOST, id: '1', met: 1 }]);

    assert.equal((await ask('DELETE', '/__fault/1', headers)).status, 204);
    assert.equal((await ask('DELETE', '/__fault/1', headers)).status, 404);
    await ask('POST', '/__fault', headers, LOST);
    assert.equal((await ask('DELETE', '/__fault', headers)).status, 204);
    assert.deepEqual(await (await ask('GET', '/__fault', headers)).json(), []);
    assert.equal((await save()).status, 201);
  });
});

test('a fault on every path can still be taken back', async () => {
  await withServer({ faultSecret: SECRET }, async ({ ask }) => {
    const headers = { 'X-Fault-Secret': SECRET };
    await ask('POST', '/__fault', headers, { kind: 'status', status: 503, path: '/', count: 1000 });
    assert.equal((await ask('GET', '/services/data')).status, 503);
    assert.equal((await ask('DELETE', '/__fault', headers)).status, 204);
    assert.equal((await ask('GET', '/services/data')).status, 200);
  });
});

test('what is no fault is refused by name', async () => {
  await withServer({ faultSecret: SECRET }, async ({ ask }) => {
    const headers = { 'X-Fault-Secret': SECRET };
    const answer = await ask('POST', '/__fault', headers, { kind: 'status', path: '/', status: 99 });
    assert.equal(answer.status, 400);
    assert.deepEqual(await answer.json(), [
      { message: 'status has to be a whole number from 400 to 599', errorCode: 'INVALID_INPUT' }
    ]);
    assert.equal((await ask('POST', '/__fault', headers, [])).status, 400);
  });
});

test('a secret that could be guessed is refused at start', async () => {
  const { org, close } = testOrg();
  await assert.rejects(
    startServer(org, { port: 0, faultSecret: 'short' }),
    /The secret for faults is too short: it needs at least 16 characters/
  );
  close();
});
