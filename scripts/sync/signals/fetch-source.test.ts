import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { fetchSource } from './fetch-source.ts';
import type { FetchOptions } from './fetch-source.ts';
import { startHttpsServer } from './testing/https-server.ts';
import type { Answer, HttpsServer } from './testing/https-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'caddie-fetch-'));
let server: HttpsServer;

before(async () => {
  server = await startHttpsServer();
});
beforeEach(() => {
  server.seen.length = 0;
});
after(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const auth = { header: 'Authorization', env: 'CADDIE_SOURCE_DESK' };
const fetchIt = (options: Partial<FetchOptions> = {}): Promise<string> =>
  fetchSource({
    url: 'https://desk.example/v1/surges?key=hidden',
    folder,
    auth: undefined,
    stop: new AbortController().signal,
    env: { CADDIE_SOURCE_DESK: 'Bearer abc' },
    dispatcher: server.dispatcher,
    ...options
  });
const serve = (answers: Record<string, Answer>): void => void Object.assign(server.answers, answers);
const redirect =
  (location: string): Answer =>
  (_request, response) => {
    response.writeHead(302, { Location: location }).end();
  };
const say =
  (text: string): Answer =>
  (_request, response) => {
    response.end(text);
  };

test('an answer is put into a file, logged in with what the environment holds', async () => {
  serve({ 'desk.example/v1/surges?key=hidden': say('[1]') });
  assert.equal(readFileSync(await fetchIt({ auth }), 'utf8'), '[1]');
  assert.deepEqual(server.seen, ['desk.example/v1/surges?key=hidden Bearer abc']);
});

test('a redirect is followed; the log-in stays with its own host', async () => {
  serve({
    'desk.example/v1/surges?key=hidden': redirect('/v2/surges'),
    'desk.example/v2/surges': redirect('https://files.example/1'),
    'files.example/1': say('[2]')
  });
  assert.equal(readFileSync(await fetchIt({ auth }), 'utf8'), '[2]');
  assert.deepEqual(server.seen.slice(1), ['desk.example/v2/surges Bearer abc', 'files.example/1 -']);
});

test('only https is fetched, also after a redirect', async () => {
  serve({
    'desk.example/v1/surges?key=hidden': redirect('http://desk.example/plain')
  });
  await assert.rejects(fetchIt(), {
    code: 'BAD_ADDRESS',
    message: 'http://desk.example/plain is not fetched: only https, without a name in it.'
  });
  assert.equal(server.seen.length, 1);
  for (const url of ['http://desk.example/', 'file:///etc/passwd', 'https://me:secret@desk.example/x']) {
    await assert.rejects(fetchIt({ url }), ({ code, message }: Error & { code?: string }) => {
      return code === 'BAD_ADDRESS' && !message.includes('secret');
    });
  }
  assert.equal(server.seen.length, 1);
});

test('redirects in a circle end', async () => {
  serve({ 'desk.example/v1/surges?key=hidden': redirect('/v1/surges?key=hidden') });
  await assert.rejects(fetchIt(), {
    code: 'SOURCE_REFUSED',
    message: 'https://desk.example/v1/surges redirects more than 5 times.'
  });
});

test('a refusal is told without what is secret', async () => {
  serve({
    'desk.example/v1/surges?key=hidden': (_request, response) => void response.writeHead(401).end('no')
  });
  await assert.rejects(fetchIt({ auth }), {
    code: 'SOURCE_REFUSED',
    message: 'https://desk.example/v1/surges answered 401.',
    actions: ['Check the value of CADDIE_SOURCE_DESK.']
  });
});

test('a log-in that is not set is asked for before anything is sent', async () => {
  await assert.rejects(fetchIt({ auth, env: {} }), {
    code: 'NO_TOKEN',
    message: 'The mapping logs in with CADDIE_SOURCE_DESK, which is not set.'
  });
  await assert.rejects(fetchIt({ auth, env: { CADDIE_SOURCE_DESK: 'a\r\nX: b' } }), { code: 'NO_TOKEN' });
  assert.deepEqual(server.seen, []);
});

test('an answer that is too long, or never ends, is given up', async () => {
  serve({ 'desk.example/v1/surges?key=hidden': say('x'.repeat(2000)) });
  await assert.rejects(fetchIt({ maxBytes: 1000 }), {
    code: 'SOURCE_TOO_LARGE',
    message: 'The answer is longer than 1,000 bytes.'
  });
  serve({
    'desk.example/v1/surges?key=hidden': (_request, response) => void response.write('[')
  });
  await assert.rejects(fetchIt({ maxMilliseconds: 100 }), {
    code: 'SOURCE_UNREACHABLE',
    message: 'https://desk.example/v1/surges could not be read: no whole answer in 0.1 seconds.'
  });
});

test('a connection that breaks off is told', async () => {
  serve({
    'desk.example/v1/surges?key=hidden': (request) => void request.socket.destroy()
  });
  await assert.rejects(fetchIt(), { code: 'SOURCE_UNREACHABLE' });
});
