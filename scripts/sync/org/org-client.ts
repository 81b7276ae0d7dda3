import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Agent, request } from 'undici';
import { API_VERSION } from '../../lib/connection.ts';
import type { Session } from '../../lib/session.ts';
import type { ApiBudget } from './api-budget.ts';
import type { Clock } from './clock.ts';
import { refusalOf } from './refusal.ts';
import { retrying, RETRY, retryAfterOf, Transient } from './retry.ts';
import type { RetryPolicy } from './retry.ts';

export interface OrgRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/services/data/vNN.0/`, or with a leading slash from the instance's root. */
  path: string;
  json?: unknown;
  /** A body that can be opened again, so that a second try sends all of it. Its length is in bytes. */
  body?: { open: () => Readable; length: number; type: string };
  accept?: string;
}

interface OrgAnswer {
  header(name: string): string | null;
  body: Readable & { text(): Promise<string>; dump(): Promise<void> };
}

/**
 * One org over HTTP. `ask` and `download` try again until the org has answered, so they are for requests that may be
 * done twice; `askOnce` is for the others: it throws `Transient` when it is unknown what the org did. All renew the
 * session once when it has ended, and send the whole request again.
 */
export interface OrgClient {
  readonly clock: Clock;
  readonly budget: ApiBudget;
  readonly retry: RetryPolicy;
  ask<T>(request: OrgRequest): Promise<T>;
  askOnce<T>(request: OrgRequest): Promise<T>;
  /** Writes the answer's body to the file, which is there only once it is whole. Answers the headers. */
  download(request: OrgRequest, file: string): Promise<(name: string) => string | null>;
  close(): Promise<void>;
}

export interface OrgClientOptions {
  session: Session;
  clock: Clock;
  budget: ApiBudget;
  retry?: RetryPolicy;
}

/** No answer to a request takes longer than this; the slowest are pages of results. */
const ANSWER_WITHIN_MS = 300_000;

export function createOrgClient({ session, clock, budget, retry = RETRY }: OrgClientOptions): OrgClient {
  const agent = new Agent({ headersTimeout: ANSWER_WITHIN_MS, bodyTimeout: ANSWER_WITHIN_MS });
  let accessToken = session.accessToken;

  /** One request under the session in hand; null when the session has ended. */
  async function send(given: OrgRequest): Promise<OrgAnswer | null> {
    const { method, path, json, body, accept = 'application/json' } = given;
    budget.spend();
    const url =
      session.instanceUrl + (path.startsWith('/') ? path : `/services/data/v${API_VERSION}/${path}`);
    const answer = await request(url, {
      dispatcher: agent,
      method,
      headers: {
        Authorization: `Bearer ${accessToken}`,
        Accept: accept,
        ...(json !== undefined && { 'Content-Type': 'application/json' }),
        ...(body && { 'Content-Type': body.type, 'Content-Length': String(body.length) })
      },
      ...(json !== undefined && { body: JSON.stringify(json) }),
      ...(body && { body: body.open() })
    });
    const header = (name: string): string | null => {
      const value = answer.headers[name.toLowerCase()];
      return value === undefined ? null : String(value);
    };
    budget.learn(header('Sforce-Limit-Info'));
    if (answer.statusCode < 400) return { header, body: answer.body };
    const text = await answer.body.text();
    if (answer.statusCode === 401) return null;
    if (answer.statusCode === 429 || answer.statusCode >= 500) {
      const message = `${method} ${path.split('?')[0]} was answered ${answer.statusCode}`;
      throw new Transient(message, retryAfterOf(header('Retry-After'), clock.now()));
    }
    throw refusalOf(given, answer.statusCode, text);
  }

  async function exchange<T>(given: OrgRequest, read: (answer: OrgAnswer) => Promise<T>): Promise<T> {
    try {
      const answer = await send(given);
      if (answer) return await read(answer);
      accessToken = await session.renew();
      const second = await send(given);
      if (second) return await read(second);
    } catch (error) {
      throw connectionLost(given, error);
    }
    throw refusalOf(given, 401, '');
  }

  async function json<T>({ body }: OrgAnswer): Promise<T> {
    const text = await body.text();
    return (text === '' ? null : JSON.parse(text)) as T;
  }

  return {
    clock,
    budget,
    retry,
    askOnce: <T>(given: OrgRequest) => exchange(given, (answer) => json<T>(answer)),
    ask: <T>(given: OrgRequest) => retrying(clock, retry, () => exchange(given, (answer) => json<T>(answer))),
    download: (given, file) =>
      retrying(clock, retry, () =>
        exchange(given, async ({ header, body }) => {
          await pipeline(body, createWriteStream(`${file}.part`));
          await rename(`${file}.part`, file);
          return header;
        })
      ),
    close: () => agent.close()
  };
}

const LOST = /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|UND_ERR_)/;

/** What a broken connection throws, as one thing: half an answer is no answer. */
function connectionLost({ method, path }: OrgRequest, error: unknown): unknown {
  const { code, name } = Object(error) as { code?: unknown; name?: unknown };
  const isLost = (typeof code === 'string' && LOST.test(code)) || name === 'SyntaxError';
  return isLost
    ? new Transient(`${method} ${path.split('?')[0]} lost its connection (${String(code ?? name)})`)
    : error;
}
