import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openProject, type CliProject } from '../cli/testing.ts';
import { PROJECT, SELLER, STEP } from '../schema/fixture.ts';

const FIXTURE = fileURLToPath(new URL('../cli/fixture', import.meta.url));

interface Upserted {
  jobInfo: { state: string; numberRecordsProcessed: number; numberRecordsFailed: number };
  records: Record<'successfulResults' | 'failedResults' | 'unprocessedRecords', Record<string, string>[]>;
}

interface Counts {
  jobId: string;
  processedRecords: number;
  successfulRecords: number;
  failedRecords: number;
}

describe('the Salesforce CLI with bulk jobs', () => {
  let project: CliProject;
  const file = (name: string, content: string): string => {
    writeFileSync(join(project.directory, name), content);
    return name;
  };
  const read = (name: string): string => readFileSync(join(project.directory, name), 'utf8');

  before(async () => {
    project = await openProject(FIXTURE, ['sfdx-project.json'], { administrator: 'rep' });
    project.org.install(PROJECT, STEP, SELLER);
  });
  after(() => project.close());

  test('data import bulk creates records', async () => {
    const csv = file('import.csv', 'Name,Code__c,Size__c\nOne,B1,1\n"Two, too",B2,2\n');
    const { status, result } = await project.sfJson<Counts>(
      ...['data', 'import', 'bulk', '--file', csv, '--sobject', 'Project__c', '--wait', '1']
    );
    assert.deepEqual(
      [status, result.processedRecords, result.successfulRecords, result.failedRecords],
      [0, 2, 2, 0]
    );
  });

  test('data upsert bulk tells what it did', async () => {
    const csv = file('upsert.csv', 'Code__c,Name\nB1,One again\nB3,Three\n');
    const { status, result } = await project.sfJson<Upserted>(
      ...['data', 'upsert', 'bulk', '--file', csv, '--sobject', 'Project__c', '--external-id', 'Code__c'],
      ...['--wait', '1']
    );
    assert.deepEqual(
      [
        status,
        result.jobInfo.state,
        result.jobInfo.numberRecordsProcessed,
        result.jobInfo.numberRecordsFailed
      ],
      [0, 'JobComplete', 2, 0]
    );
    assert.deepEqual(
      result.records.successfulResults.map(({ sf__Created, Name }) => [sf__Created, Name]),
      [
        ['false', 'One again'],
        ['true', 'Three']
      ]
    );
    assert.deepEqual([result.records.failedResults, result.records.unprocessedRecords], [[], []]);
  });

  test('data upsert bulk tells that some failed, and data bulk results why', async () => {
    const csv = file('some.csv', 'Code__c;Name\r\nB1;One once more\r\nB3;Three\r\nfar too long;Four\r\n');
    const { exitCode, stdout } = await project.sf(
      ...['data', 'upsert', 'bulk', '--file', csv, '--sobject', 'Project__c', '--external-id', 'Code__c'],
      ...['--line-ending', 'CRLF', '--column-delimiter', 'SEMICOLON', '--wait', '1', '--json']
    );
    const failed = JSON.parse(stdout) as { message: string; data: { jobId: string; state: string } };
    assert.deepEqual(
      [exitCode, failed.message, failed.data.state],
      [1, 'Job finished being processed but failed to process 1 records.', 'JobComplete']
    );
    const result = failed.data;

    const told = await project.sfJson<Record<string, unknown>>(
      'data',
      'bulk',
      'results',
      '--job-id',
      result.jobId
    );
    assert.deepEqual(told.result, {
      processedRecords: 3,
      successfulRecords: 2,
      failedRecords: 1,
      status: 'JobComplete',
      operation: 'upsert',
      object: 'Project__c',
      successFilePath: `${result.jobId}-success-records.csv`,
      failedFilePath: `${result.jobId}-failed-records.csv`
    });
    assert.match(
      read(`${result.jobId}-failed-records.csv`),
      /^"sf__Id";"sf__Error";Code__c;Name\r\n"";"STRING_TOO_LONG:/
    );
    assert.match(read(`${result.jobId}-success-records.csv`), /"false";"B1";"One once more"\r\n/);
  });

  test('a job that fails is told with its reason', async () => {
    const csv = file('wrong.csv', 'Nam\nOne\n');
    const { exitCode, stdout, stderr } = await project.sf(
      ...['data', 'import', 'bulk', '--file', csv, '--sobject', 'Project__c', '--wait', '1']
    );
    assert.equal(exitCode, 1);
    assert.match(stdout + stderr, /InvalidBatch : Field name not found : Nam/);
  });

  test('data export bulk writes CSV and JSON', async () => {
    const query = 'SELECT Name, Code__c, Size__c FROM Project__c ORDER BY Code__c';
    const csv = await project.sfJson<{ totalSize: number }>(
      ...[
        'data',
        'export',
        'bulk',
        '--query',
        query,
        '--output-file',
        'out.csv',
        '--result-format',
        'csv',
        '--wait',
        '1'
      ]
    );
    assert.deepEqual([csv.status, csv.result.totalSize], [0, 3]);
    assert.equal(
      read('out.csv'),
      '"Name","Code__c","Size__c"\n"One once more","B1","1.0"\n"Two, too","B2","2.0"\n"Three","B3",""\n'
    );
    await project.sfJson(
      ...[
        'data',
        'export',
        'bulk',
        '--query',
        query,
        '--output-file',
        'out.json',
        '--result-format',
        'json',
        '--wait',
        '1'
      ]
    );
    assert.deepEqual(
      (JSON.parse(read('out.json')) as { Name: string }[]).map(({ Name }) => Name),
      ['One once more', 'Two, too', 'Three']
    );
  });

  test('data delete bulk deletes, for good only with the permission for it', async () => {
    const ids = project.org.org.store
      .all('SELECT "Id" FROM "Project__c" WHERE "IsDeleted" = 0 ORDER BY "Code__c"')
      .map(({ Id }) => String(Id));
    const csv = file('delete.csv', `Id\n${ids[0]}\n`);
    const remove = ['data', 'delete', 'bulk', '--sobject', 'Project__c', '--wait', '1', '--file'];
    const soft = await project.sfJson<Upserted>(...remove, csv);
    assert.deepEqual([soft.status, soft.result.records.successfulResults.length], [0, 1]);

    const hard = file('hard.csv', `Id\n${ids[1]}\n`);
    const refused = await project.sf(...remove, hard, '--hard-delete');
    assert.equal(refused.exitCode, 1);
    assert.match(refused.stderr, /HardDeletePermissionError/);
    assert.deepEqual(
      project.org.org.store.all('SELECT "Id" FROM "Project__c" WHERE "IsDeleted" = 0').map(({ Id }) => Id),
      ids.slice(1)
    );
  });
});
