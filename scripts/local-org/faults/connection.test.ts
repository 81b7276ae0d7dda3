import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { ACCOUNTS, withFaultyServer } from './testing/faulty-server.ts';
import { openRaw, rawHead } from './testing/raw-client.ts';

const BODY = JSON.stringify({ Name: 'Acme', Description: 'x'.repeat(1000) });

test('a status is answered with the words of an org, and nothing is saved', async () => {
  const answers = {
    401: 'INVALID_SESSION_ID',
    403: 'REQUEST_LIMIT_EXCEEDED',
    429: 'REQUEST_LIMIT_EXCEEDED',
    500: 'UNKNOWN_EXCEPTION',
    503: 'SERVER_UNAVAILABLE'
  };
  await withFaultyServer(async ({ faults, send, accounts }) => {
    for (const [status, errorCode] of Object.entries(answers)) {
      faults.add({ kind: 'status', path: ACCOUNTS, status: Number(status) });
      const answer = await send('admin', 'POST', ACCOUNTS, { Name: 'Acme' });
      const [error, ...others] = (await answer.json()) as { errorCode: string; message: string }[];
      assert.deepEqual([answer.status, error.errorCode, others.length], [Number(status), errorCode, 0]);
      assert.equal(answer.headers.get('Retry-After'), null);
    }
    assert.deepEqual(accounts(), []);
  });
});

test('a 503 carries Retry-After and words of its own, once, and then the org is back', async () => {
  await withFaultyServer(async ({ faults, url, test: { token }, send, accounts }) => {
    faults.add({
      kind: 'status',
      path: ACCOUNTS,
      status: 503,
      retryAfter: 7,
      errorCode: 'SERVER_UNAVAILABLE',
      message: 'Server too busy'
    });
    const client = await openRaw(url);
    client.write(rawHead('POST', ACCOUNTS, token('admin'), BODY.length) + BODY);
    assert.equal(await client.closed, null);
    const [head, body] = client.received().split('\r\n\r\n');
    assert.match(head, /^HTTP\/1\.1 503 Service Unavailable\r\n/);
    assert.match(head, /\r\nretry-after: 7\r\n/i);
    assert.equal(body, '[{"message":"Server too busy","errorCode":"SERVER_UNAVAILABLE"}]');
    assert.deepEqual(accounts(), []);
    assert.equal((await send('admin', 'POST', ACCOUNTS, { Name: 'Acme' })).status, 201);
    assert.deepEqual(accounts(), ['Acme']);
  });
});

test('over SOAP a status comes as a fault', async () => {
  await withFaultyServer(async ({ faults, url }) => {
    faults.add({ kind: 'status', path: '/services/Soap', status: 500, errorCode: 'REQUEST_LIMIT_EXCEEDED' });
    const answer = await fetch(`${url}/services/Soap/m/66.0`, { method: 'POST', body: '<x/>' });
    assert.equal(answer.status, 500);
    assert.equal(answer.headers.get('Content-Type'), 'text/xml;charset=UTF-8');
    assert.match(await answer.text(), /<faultcode>sf:REQUEST_LIMIT_EXCEEDED<\/faultcode>/);
  });
});

test('a reset before the body comes while the client has sent the head only', async () => {
  await withFaultyServer(async ({ faults, url, test: { token }, accounts }) => {
    faults.add({ kind: 'reset', when: 'beforeBody', path: ACCOUNTS });
    const client = await openRaw(url);
    client.write(rawHead('POST', ACCOUNTS, token('admin'), BODY.length));
    assert.equal(await client.closed, 'ECONNRESET');
    assert.equal(client.received(), '');
    assert.deepEqual(accounts(), []);
  });
});

test('a reset in the body comes when half of it has been read, not sooner', async () => {
  await withFaultyServer(async ({ faults, url, test: { token }, send, accounts }) => {
    faults.add({ kind: 'reset', when: 'inBody', path: ACCOUNTS });
    const client = await openRaw(url);
    client.write(rawHead('POST', ACCOUNTS, token('admin'), BODY.length) + BODY.slice(0, 100));
    await send('admin', 'GET', '/services/data');
    assert.equal(client.isClosed(), false);
    client.write(BODY.slice(100, 600));
    assert.equal(await client.closed, 'ECONNRESET');
    assert.equal(client.received(), '');
    assert.deepEqual(accounts(), []);
  });
});

test('a reset after the body waits for all of it and does nothing with it', async () => {
  await withFaultyServer(async ({ faults, url, test: { token }, send, accounts }) => {
    faults.add({ kind: 'reset', when: 'afterBody', path: ACCOUNTS });
    const client = await openRaw(url);
    client.write(rawHead('POST', ACCOUNTS, token('admin'), BODY.length) + BODY.slice(0, -1));
    await send('admin', 'GET', '/services/data');
    assert.equal(client.isClosed(), false);
    client.write(BODY.slice(-1));
    assert.equal(await client.closed, 'ECONNRESET');
    assert.equal(client.received(), '');
    assert.deepEqual(accounts(), []);
  });
});

test('a request without a body is reset too', async () => {
  await withFaultyServer(async ({ faults, url, test: { token } }) => {
    for (const when of ['inBody', 'afterBody'] as const) {
      faults.add({ kind: 'reset', when, path: ACCOUNTS });
      const client = await openRaw(url);
      client.write(rawHead('GET', `${ACCOUNTS}/describe`, token('admin'), 0));
      assert.equal(await client.closed, 'ECONNRESET');
      assert.equal(client.received(), '');
    }
  });
});

test('a lost answer leaves the record saved and the client without a byte', async () => {
  await withFaultyServer(async ({ faults, url, test: { token }, accounts }) => {
    faults.add({ kind: 'answerLost', path: ACCOUNTS });
    const client = await openRaw(url);
    client.write(rawHead('POST', ACCOUNTS, token('admin'), BODY.length) + BODY);
    assert.equal(await client.closed, 'ECONNRESET');
    assert.equal(client.received(), '');
    assert.deepEqual(accounts(), ['Acme']);
  });
});

test('a cut answer has its head, its full length and half of its body', async () => {
  await withFaultyServer(async ({ faults, url, test: { token }, accounts }) => {
    faults.add({ kind: 'answerCut', path: ACCOUNTS });
    const client = await openRaw(url);
    client.write(rawHead('POST', ACCOUNTS, token('admin'), BODY.length) + BODY);
    await client.closed;
    const [head, body] = client.received().split('\r\n\r\n');
    assert.match(head, /^HTTP\/1\.1 201 Created\r\n/);
    const [account] = accounts();
    assert.equal(account, 'Acme');
    const whole = '{"id":"001000000000001AAA","success":true,"errors":[]}';
    assert.match(head, new RegExp(`\\r\\ncontent-length: ${whole.length}\\r\\n`, 'i'));
    assert.equal(body, whole.slice(0, whole.length / 2));
  });
});

test('a slow answer saves at once, so that a client who gives up finds its record', async () => {
  await withFaultyServer(async ({ faults, url, test: { token }, accounts }) => {
    faults.add({ kind: 'slowAnswer', milliseconds: 600_000, path: ACCOUNTS });
    const client = new AbortController();
    const answer = fetch(url + ACCOUNTS, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token('admin')}`, 'Content-Type': 'application/json' },
      body: BODY,
      signal: client.signal
    });
    while (accounts().length === 0) await turn();
    client.abort();
    await assert.rejects(answer, { name: 'AbortError' });
    assert.deepEqual(accounts(), ['Acme']);
  });
});

test('a slow answer is the answer, later', async () => {
  await withFaultyServer(async ({ faults, send }) => {
    faults.add({ kind: 'slowAnswer', milliseconds: 40, path: '/services/data' });
    const began = performance.now();
    const answer = await send('admin', 'POST', ACCOUNTS, { Name: 'Acme' });
    // Timers count whole milliseconds and may come one early.
    assert.ok(performance.now() - began >= 39);
    assert.equal(answer.status, 201);
    assert.equal(((await answer.json()) as { success: boolean }).success, true);
  });
});
