import type { TestOrg } from '../../testing.ts';
import { at, data, type Answer } from '../../ui-api/testing.ts';

/** What a request came to: `ok`, `absent` (answered without the record), or status and error code. */
export type Verdict = string;

export const OK: Verdict = 'ok';
export const ABSENT: Verdict = 'absent';

/** One way of reaching records, with what it can do. Every operation is a request over HTTP. */
export interface Channel {
  name: string;
  read?(org: TestOrg, persona: string, object: string, id: string): Promise<Verdict>;
  /** Asks for all records of the object and tells whether this one is among them. */
  list?(org: TestOrg, persona: string, object: string, id: string): Promise<Verdict>;
  create?(org: TestOrg, persona: string, object: string, values: Values): Promise<Verdict>;
  edit?(org: TestOrg, persona: string, object: string, id: string, values: Values): Promise<Verdict>;
  delete?(org: TestOrg, persona: string, object: string, id: string): Promise<Verdict>;
}

export type Values = Readonly<Record<string, string>>;

/** A request below `/services/data/v66.0/`; an empty body is null. */
export async function send(
  org: TestOrg,
  persona: string,
  path: string,
  options?: { method?: string; json?: unknown }
): Promise<Answer> {
  const response = await org.request(persona, data(path), options);
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : JSON.parse(text) };
}

/** The verdict on an answer whose refusals are the REST API's `[{message, errorCode}]`, or one such object. */
export function verdictOf({ status, body }: Answer): Verdict {
  if (status < 400) return OK;
  const code = at(body, '0.errorCode') ?? at(body, 'errorCode');
  return `${status} ${String(code)}`;
}

/** Whether the record with this Id is in a list of records. */
export function presence(records: unknown, id: string): Verdict {
  return Array.isArray(records) && records.some((record) => at(record, 'Id') === id) ? OK : ABSENT;
}
