import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import type { FieldValue } from '../contract.ts';
import { PROJECT, SELLER, STEP } from '../schema/fixture.ts';
import { testOrg, type TestOrg } from '../testing.ts';

export const INGEST = '/services/data/v66.0/jobs/ingest';
export const QUERY = '/services/data/v66.0/jobs/query';

/** What the tests look at in a job's JSON. */
export interface JobBody {
  id: string;
  state: string;
  numberRecordsProcessed: number;
  numberRecordsFailed: number;
  errorMessage?: string;
}

/** All that a job that is over tells. */
export interface Loaded {
  job: JobBody;
  successes: string;
  failures: string;
  unprocessed: string;
}

export interface BulkOrg extends TestOrg {
  create(persona: string, body: Record<string, unknown>): Promise<JobBody>;
  upload(persona: string, id: string, csv: string | ReadableStream<Uint8Array>): Promise<Response>;
  close(): void;
  setState(persona: string, id: string, state: string): Promise<Response>;
  get(persona: string, id: string): Promise<JobBody>;
  text(persona: string, path: string): Promise<string>;
  /** Creates a job, sends its data, waits until it is over, and reads its results. */
  load(persona: string, body: Record<string, unknown>, csv: string): Promise<Loaded>;
  /** Rows of a table, in the order of their ids. */
  rows(sql: string): Record<string, FieldValue>[];
}

/** An org with projects and their steps, as the fixture of the schema defines them. */
export function bulkOrg(): BulkOrg {
  const t = testOrg();
  t.install(PROJECT, STEP, SELLER);

  const text = async (persona: string, path: string): Promise<string> => {
    const answer = await t.request(persona, path);
    assert.equal(answer.status, 200, path);
    // Not `text()`, which takes a byte order mark away.
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer());
  };

  const bulk: BulkOrg = {
    ...t,
    text,
    rows: (sql) => t.org.store.all(sql),
    async create(persona, body) {
      const answer = await t.request(persona, INGEST, { json: body });
      const job = (await answer.json()) as JobBody;
      assert.equal(answer.status, 200, JSON.stringify(job));
      return job;
    },
    upload: async (persona, id, csv) =>
      t.app.request(`${INGEST}/${id}/batches`, {
        method: 'PUT',
        headers: { Authorization: `Bearer ${t.token(persona)}`, 'Content-Type': 'text/csv' },
        body: csv,
        ...(typeof csv !== 'string' && { duplex: 'half' })
      }),
    setState: (persona, id, state) =>
      t.request(persona, `${INGEST}/${id}`, { method: 'PATCH', json: { state } }),
    get: async (persona, id) => JSON.parse(await text(persona, `${INGEST}/${id}`)) as JobBody,
    async load(persona, body, csv) {
      const { id } = await bulk.create(persona, body);
      assert.equal((await bulk.upload(persona, id, csv)).status, 201);
      assert.equal((await bulk.setState(persona, id, 'UploadComplete')).status, 200);
      const job = await waitFor(() => bulk.get(persona, id));
      const [successes, failures, unprocessed] = await Promise.all(
        ['successfulResults', 'failedResults', 'unprocessedrecords'].map((kind) =>
          text(persona, `${INGEST}/${id}/${kind}`)
        )
      );
      return { job, successes, failures, unprocessed };
    }
  };
  return bulk;
}

/** The records of a CSV file by the names in its header, as a parser that isn't the org's own reads them. */
export function records(csv: string): Record<string, string>[] {
  return parse(csv, { columns: true, relax_column_count: true }) as unknown as Record<string, string>[];
}

/** `ID created` or the error of each record. */
export function outcomes({ successes, failures }: Loaded): string[] {
  return [
    ...records(successes).map((row) => `${row.sf__Id} ${row.sf__Created}`),
    ...records(failures).map((row) => row.sf__Error)
  ];
}

/** The status of a refusal, its code and the last line of its message. */
export async function refusal(answer: Response | Promise<Response>): Promise<[status: number, told: string]> {
  const given = await answer;
  const [{ errorCode, message }] = (await given.json()) as { errorCode: string; message: string }[];
  return [given.status, `${errorCode}: ${message.split('\n').at(-1)}`];
}

/** Asks until a job is over; every question lets its work go on. */
export async function waitFor<Body extends { state: string }>(ask: () => Promise<Body>): Promise<Body> {
  for (let asked = 0; asked < 10_000; asked += 1) {
    const job = await ask();
    if (['JobComplete', 'Failed', 'Aborted'].includes(job.state)) return job;
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error('The job never ends');
}
