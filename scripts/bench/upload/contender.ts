/** One way of uploading rows, in a process of its own: `node contender.ts <way> <rows> <url> <folder>`. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import jsforce from 'jsforce';
import { request } from 'undici';
import { silentProgress } from '../../lib/progress.ts';
import { closeJob, createIngestJob, uploadFile } from '../../sync/bulk/ingest-job.ts';
import { loadTable } from '../../sync/usage/steps/load-table.ts';
import { openContext } from '../../sync/run/open-context.ts';
import { systemClock } from '../../sync/org/clock.ts';

const [way = '', rowCount = '', url = '', folder = ''] = process.argv.slice(2);
const rows = Number(rowCount);
const FILE = join(folder, 'rows.csv');
const COUNTS = [
  'Event_Count__c',
  'Shown_Count__c',
  'Opened_Count__c',
  'Completed_Count__c',
  'Copied_Count__c'
];

/** The same rows for all: days of people, as the sync writes them. */
const SELECT = `SELECT
  n,
  '005' || lpad((n % 2000)::VARCHAR, 12, '0') || 'AAA' AS person_id,
  DATE '2026-01-01' + (n // 2000 % 300)::INTEGER AS day,
  'piece-' || (n // 600000) AS guidance,
  n % 50 AS count,
  person_id || ':' || day || ':' || guidance AS day_key
FROM range(1, ${rows + 1}) AS row (n)`;
const FIELDS = {
  Day_Key__c: 'day_key',
  OwnerId: 'person_id',
  Day__c: 'day',
  Guidance_Key__c: 'guidance',
  ...Object.fromEntries(COUNTS.map((name) => [name, 'count']))
};

interface Way {
  /** Before the clock runs. */
  prepare(): Promise<void>;
  /** Answers how many rows are done. */
  run(): Promise<number>;
}

const context = await openContext({
  command: 'usage',
  session: { instanceUrl: url, accessToken: 'token', renew: async () => 'token' },
  clock: systemClock(new AbortController().signal),
  stop: new AbortController().signal,
  progress: silentProgress,
  stateDir: folder,
  apiReserve: 0
});
const { database } = context;

const TABLE = join(folder, 'rows.duckdb');

/** The table that Caddie loads, made in a process of its own: what that held in memory is not what uploading holds. */
const table: Way = {
  prepare: () => database.execute(`ATTACH '${TABLE}' AS made`),
  async run() {
    await database.execute(`CREATE TABLE made.save_day AS ${SELECT}`);
    return rows;
  }
};

const caddie: Way = {
  async prepare() {
    await database.execute(`ATTACH '${TABLE}' AS made (READ_ONLY)`);
    await database.execute('CREATE VIEW save_day AS FROM made.save_day');
  },
  async run() {
    const { done } = await loadTable(context, {
      table: 'save_day',
      fields: FIELDS,
      object: 'Usage_Day__c',
      operation: 'upsert',
      externalIdFieldName: 'Day_Key__c'
    });
    return done;
  }
};

const writeFile = (): Promise<void> =>
  database.execute(
    `COPY (SELECT ${Object.entries(FIELDS)
      .map(([name, column]) => `${column} AS "${name}"`)
      .join(', ')} FROM (${SELECT}))
       TO '${FILE}' (HEADER)`
  );

/** Only the way up, of a file that is there already: with a body that can be sent again. */
const upload: Way = {
  prepare: writeFile,
  async run() {
    const { id } = await createIngestJob(
      context.client,
      { object: 'Usage_Day__c', operation: 'insert' },
      () => false
    );
    await uploadFile(context.client, id, FILE);
    await closeJob(context.client, id, 'UploadComplete');
    return rows;
  }
};

/** The bytes in one request, and nothing else. */
const put: Way = {
  prepare: writeFile,
  async run() {
    const { size } = await stat(FILE);
    const answer = await request(`${url}/services/data/v66.0/jobs/ingest/1/batches`, {
      method: 'PUT',
      headers: { 'Content-Length': String(size) },
      body: createReadStream(FILE)
    });
    await answer.body.dump();
    return rows;
  }
};

let records: Record<string, unknown>[] = [];
const jsforceRecords: Way = {
  async prepare() {
    records = Array.from({ length: rows }, (_none, index) => {
      const n = index + 1;
      const person = `005${String(n % 2000).padStart(12, '0')}AAA`;
      const day = new Date(Date.UTC(2026, 0, 1 + (Math.floor(n / 2000) % 300))).toISOString().slice(0, 10);
      const guidance = `piece-${Math.floor(n / 600_000)}`;
      const counts = Object.fromEntries(COUNTS.map((name) => [name, n % 50]));
      return {
        Day_Key__c: `${person}:${day}:${guidance}`,
        OwnerId: person,
        Day__c: day,
        Guidance_Key__c: guidance,
        ...counts
      };
    });
  },
  async run() {
    const connection = new jsforce.Connection({ instanceUrl: url, accessToken: 'token', version: '66.0' });
    const { successfulResults } = await connection.bulk2.loadAndWaitForResults({
      object: 'Usage_Day__c',
      operation: 'upsert',
      externalIdFieldName: 'Day_Key__c',
      input: records,
      pollTimeout: 600_000,
      pollInterval: 250
    });
    return successfulResults.length;
  }
};

const WAYS: Record<string, Way> = { table, caddie, upload, put, jsforce: jsforceRecords };
const { prepare, run } = WAYS[way]!;
await prepare();
const before = process.resourceUsage();
const started = performance.now();
const done = await run();
const seconds = (performance.now() - started) / 1000;
const after = process.resourceUsage();
await context.close();
process.stdout.write(
  JSON.stringify({
    done,
    calls: context.client.budget.calls(),
    seconds,
    processorSeconds:
      (after.userCPUTime + after.systemCPUTime - before.userCPUTime - before.systemCPUTime) / 1e6,
    megabytes: Math.round(after.maxRSS / 1000)
  })
);
