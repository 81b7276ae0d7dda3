/**
 * A server that takes Bulk API 2.0 uploads, counts their rows and says that all went well, at next to no cost: what is
 * measured is the client. A process of its own; prints its port.
 */
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';

interface Job {
  id: string;
  rows: number;
  state: string;
}

const jobs = new Map<string, Job>();
const LINE_FEED = 10;
/** A row of results; so many of them are written at once. */
const RESULT = `"a01000000000001AAA","false"\n`;
const ROWS_AT_ONCE = 2000;

async function count(request: IncomingMessage): Promise<number> {
  let lines = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    for (let at = chunk.indexOf(LINE_FEED); at !== -1; at = chunk.indexOf(LINE_FEED, at + 1)) lines += 1;
  }
  return lines - 1;
}

function* results(rows: number): Generator<string> {
  yield '"sf__Id","sf__Created"\n';
  const many = RESULT.repeat(ROWS_AT_ONCE);
  for (let left = rows; left > 0; left -= ROWS_AT_ONCE)
    yield left >= ROWS_AT_ONCE ? many : RESULT.repeat(left);
}

function answer(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(value));
}

const describe = ({ id, rows, state }: Job): object => ({
  id,
  state,
  object: 'Usage_Day__c',
  operation: 'upsert',
  jobType: 'V2Ingest',
  numberRecordsProcessed: state === 'JobComplete' ? rows : 0,
  numberRecordsFailed: 0
});

const server = createServer((request, response) => {
  void (async () => {
    const [, id = '', resource] = /\/jobs\/ingest\/?(\w*)\/?(\w*)/.exec(request.url ?? '') ?? [];
    const job = jobs.get(id) ?? { id: String(jobs.size + 1), rows: 0, state: 'Open' };
    jobs.set(job.id, job);
    if (request.method === 'PUT') {
      job.rows = await count(request);
      response.writeHead(201).end();
      return;
    }
    request.resume();
    if (request.method === 'PATCH') job.state = 'JobComplete';
    if (
      resource === 'successfulResults' ||
      resource === 'failedResults' ||
      resource === 'unprocessedrecords'
    ) {
      response.writeHead(200, { 'Content-Type': 'text/csv' });
      Readable.from(results(resource === 'successfulResults' ? job.rows : 0)).pipe(response);
    } else answer(response, describe(job));
  })();
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));
