/** What bulk jobs and bare SQLite are measured with: the same rows, into the same table. */
import { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { customObject, field } from '../local-org/schema/fixture.ts';
import { permissionSetFile, testOrg, type TestOrg } from '../local-org/testing.ts';

const JOBS = '/services/data/v66.0/jobs/ingest';
export const COLUMNS = ['Name', 'Key__c', 'City__c', 'Amount__c', 'Day__c', 'Open__c'];

/** A line of data; a second round brings the same keys with other values. */
export function row(index: number, round: number): string[] {
  const day = `2026-${String(1 + (index % 12)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`;
  const values = [`Load ${index}`, `key-${index}`, `City ${(index + round) % 100}`];
  return [...values, String((index + round) / 4), day, String((index + round) % 2 === 0)];
}

export function loadOrg(): TestOrg {
  const org = testOrg();
  const text = '<length>80</length>';
  const fields = [
    field('Key__c', 'Text', `${text}<unique>true</unique><externalId>true</externalId>`),
    field('City__c', 'Text', text),
    field('Amount__c', 'Number', '<precision>12</precision><scale>2</scale>'),
    field('Day__c', 'Date'),
    field('Open__c', 'Checkbox', '<defaultValue>false</defaultValue>')
  ];
  const permissions = COLUMNS.slice(1).map(
    (name) =>
      `<fieldPermissions><editable>true</editable><field>Load__c.${name}</field><readable>true</readable></fieldPermissions>`
  );
  const all = ['allowCreate', 'allowDelete', 'allowEdit', 'allowRead', 'modifyAllRecords', 'viewAllRecords'];
  const object = `<objectPermissions>${all.map((name) => `<${name}>true</${name}>`).join('')}<object>Load__c</object></objectPermissions>`;
  org.install(
    customObject('Load__c', fields.join('')),
    permissionSetFile('Everything', permissions.join('') + object)
  );
  return org;
}

/** Seconds that this thread has worked: what else a shared machine does meanwhile isn't counted. */
export function processorTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1e6;
}

/** Uploads a file and waits for its job; seconds of work from the end of the upload on. */
export async function load(org: TestOrg, csv: string, rows: number): Promise<number> {
  const json = { object: 'Load__c', operation: 'upsert', externalIdFieldName: 'Key__c' };
  const { id } = (await (await org.request('admin', JOBS, { json })).json()) as { id: string };
  const headers = { Authorization: `Bearer ${org.token('admin')}`, 'Content-Type': 'text/csv' };
  await org.app.request(`${JOBS}/${id}/batches`, { method: 'PUT', headers, body: csv });
  const started = processorTime();
  await org.request('admin', `${JOBS}/${id}`, { method: 'PATCH', json: { state: 'UploadComplete' } });
  for (;;) {
    const answer = await org.request('admin', `${JOBS}/${id}`);
    const job = (await answer.json()) as {
      state: string;
      numberRecordsProcessed: number;
      numberRecordsFailed: number;
    };
    if (job.state === 'InProgress') {
      await nextTurn();
      continue;
    }
    const seconds = processorTime() - started;
    if (job.state !== 'JobComplete' || job.numberRecordsProcessed !== rows || job.numberRecordsFailed > 0) {
      throw new Error(`The job came out wrong: ${JSON.stringify(job)}`);
    }
    return seconds;
  }
}

/** The org's own table and indexes in a database of their own, and a statement that upserts into it. */
export function bareTable(org: TestOrg): {
  upsert(rows: string[][]): number;
  count(): number;
  close(): void;
} {
  const database = new DatabaseSync(':memory:');
  const parts = org.org.store.all(
    `SELECT "sql" FROM sqlite_schema WHERE "tbl_name" = 'Load__c' AND "sql" IS NOT NULL ORDER BY "type" DESC`
  );
  for (const { sql } of parts) database.exec(String(sql));
  const user = org.userId('admin');
  const moment = org.org.now().toISOString();
  const changed = [
    'Name',
    'City__c',
    'Amount__c',
    'Day__c',
    'Open__c',
    'LastModifiedDate',
    'LastModifiedById',
    'SystemModstamp'
  ];
  const fixed = [
    'OwnerId',
    'IsDeleted',
    'CreatedDate',
    'CreatedById',
    'LastModifiedDate',
    'LastModifiedById',
    'SystemModstamp'
  ];
  const names = ['Id', ...COLUMNS, ...fixed];
  const statement = database.prepare(
    `INSERT INTO "Load__c" (${names.map((name) => `"${name}"`).join()}) VALUES (${names.map(() => '?').join()})
      ON CONFLICT ("Key__c") WHERE "IsDeleted" = 0 AND "Key__c" IS NOT NULL
      DO UPDATE SET ${changed.map((name) => `"${name}" = excluded."${name}"`).join()}`
  );
  let ids = 0;
  return {
    upsert(rows) {
      const started = processorTime();
      for (let from = 0; from < rows.length; from += 1000) {
        database.exec('BEGIN');
        for (const [name, key, city, amount, day, open] of rows.slice(from, from + 1000)) {
          ids += 1;
          const id = `a00${String(ids).padStart(12, '0')}AAA`;
          const values = [name!, key!, city!, Number(amount), day!, open === 'true' ? 1 : 0];
          statement.run(id, ...values, user, 0, moment, user, moment, user, moment);
        }
        database.exec('COMMIT');
      }
      return processorTime() - started;
    },
    count: () => Number(database.prepare('SELECT count(*) AS "count" FROM "Load__c"').get()?.['count']),
    close: () => database.close()
  };
}
