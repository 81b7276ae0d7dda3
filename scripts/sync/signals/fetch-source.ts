import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { request } from 'undici';
import type { Dispatcher } from 'undici';
import { Failure } from '../../lib/failure.ts';
import type { SignalMapping } from './mapping.ts';

export interface FetchOptions {
  url: string;
  /** Where the answer is put. */
  folder: string;
  auth: SignalMapping['auth'];
  stop: AbortSignal;
  env?: NodeJS.ProcessEnv;
  /** Other than undici's own, for connections that are special. */
  dispatcher?: Dispatcher;
  maxBytes?: number;
  maxMilliseconds?: number;
}

const MAX_BYTES = 100 * 1024 * 1024;
const MAX_MS = 120_000;
const MAX_REDIRECTS = 5;

/** True for what names an address rather than a file. */
export function isAddress(source: string): boolean {
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(source);
}

/**
 * Fetches an answer into a file and says where. Only https, also after a redirect; the log-in goes to the address that
 * was given and to no other host. Throws `BAD_ADDRESS`, `NO_TOKEN`, `SOURCE_TOO_LARGE`, `SOURCE_REFUSED` or
 * `SOURCE_UNREACHABLE`.
 */
export async function fetchSource(options: FetchOptions): Promise<string> {
  const { url, folder, stop, maxBytes = MAX_BYTES, maxMilliseconds = MAX_MS } = options;
  const signal = AbortSignal.any([stop, AbortSignal.timeout(maxMilliseconds)]);
  const file = join(folder, 'source');
  try {
    const answer = await follow(options, httpsAddress(url), signal);
    await pipeline(answer, atMost(maxBytes), createWriteStream(file), { signal });
    return file;
  } catch (error) {
    if (error instanceof Failure || stop.aborted) throw error;
    const { code, name } = error as { code?: string; name?: string };
    const reason =
      name === 'TimeoutError' ? `no whole answer in ${maxMilliseconds / 1000} seconds` : (code ?? name);
    throw new Failure('SOURCE_UNREACHABLE', `${placeOf(url)} could not be read: ${reason}.`, [
      'Nothing was changed. Check the address, and run the same command again.'
    ]);
  }
}

async function follow(
  options: FetchOptions,
  first: URL,
  signal: AbortSignal
): Promise<Dispatcher.ResponseData['body']> {
  const { auth, dispatcher } = options;
  const login = auth ? { [auth.header]: tokenOf(auth.env, options.env ?? process.env) } : {};
  let address = first;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    const { statusCode, headers, body } = await request(address, {
      method: 'GET',
      headers: { Accept: 'application/json', ...(address.origin === first.origin && login) },
      signal,
      ...(dispatcher && { dispatcher })
    });
    if (statusCode === 200) return body;
    await body.dump();
    const location = headers['location'];
    if (statusCode < 300 || statusCode >= 400 || typeof location !== 'string') {
      throw new Failure('SOURCE_REFUSED', `${placeOf(address.href)} answered ${statusCode}.`, [
        statusCode === 401 || statusCode === 403
          ? `Check the value of ${auth?.env ?? 'auth in the mapping, which has none'}.`
          : 'Nothing was changed. Run the same command again later.'
      ]);
    }
    address = httpsAddress(new URL(location, address).href);
  }
  throw new Failure('SOURCE_REFUSED', `${placeOf(first.href)} redirects more than ${MAX_REDIRECTS} times.`);
}

function httpsAddress(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'https:' && url.username === '' && url.password === '') return url;
  throw new Failure('BAD_ADDRESS', `${placeOf(text)} is not fetched: only https, without a name in it.`, [
    'Log in by auth in the mapping (docs/signals.md).'
  ]);
}

function tokenOf(env: string, all: NodeJS.ProcessEnv): string {
  const token = all[env];
  if (token && !/[\r\n]/.test(token)) return token;
  throw new Failure(
    'NO_TOKEN',
    `The mapping logs in with ${env}, which is ${token ? 'no single line' : 'not set'}.`,
    [`Set ${env} in the environment to the whole value of the header.`]
  );
}

/** The address without what may be secret: no query, no name. */
function placeOf(text: string): string {
  if (!URL.canParse(text)) return `'${text.slice(0, 80)}'`;
  const { protocol, host, pathname } = new URL(text);
  return `${protocol}//${host}${pathname}`;
}

function atMost(bytes: number): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      if (seen <= bytes) done(null, chunk);
      else
        done(
          new Failure('SOURCE_TOO_LARGE', `The answer is longer than ${bytes.toLocaleString('en-US')} bytes.`)
        );
    }
  });
}
