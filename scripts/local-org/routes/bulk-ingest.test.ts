import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { bulkOrg, INGEST, refusal, type BulkOrg, type JobBody } from '../bulk/testing.ts';

let t: BulkOrg;
before(() => {
  t = bulkOrg();
});
after(() => t.close());

const INSERT = { object: 'Project__c', operation: 'insert' };

test('a job tells what is documented at each step', async () => {
  const created = await t.request('rep', INGEST, {
    json: {
      ...INSERT,
      operation: 'upsert',
      externalIdFieldName: 'Code__c',
      contentType: 'CSV',
      lineEnding: 'CRLF',
      columnDelimiter: 'PIPE'
    }
  });
  const body = (await created.json()) as JobBody;
  const { id } = body;
  assert.match(id, /^750\w{15}$/);
  const basics = {
    id,
    operation: 'upsert',
    object: 'Project__c',
    createdById: t.userId('rep'),
    createdDate: '2026-11-18T12:00:00.000+0000',
    systemModstamp: '2026-11-18T12:00:00.000+0000',
    state: 'Open',
    externalIdFieldName: 'Code__c',
    concurrencyMode: 'Parallel',
    contentType: 'CSV',
    apiVersion: 66
  };
  const url = { contentUrl: `services/data/v66.0/jobs/ingest/${id}/batches` };
  const dialect = { lineEnding: 'CRLF', columnDelimiter: 'PIPE' };
  assert.deepEqual([created.status, body], [200, { ...basics, ...url, ...dialect }]);

  const counts = {
    numberRecordsProcessed: 0,
    numberRecordsFailed: 0,
    retries: 0,
    totalProcessingTime: 0,
    apiActiveProcessingTime: 0,
    apexProcessingTime: 0
  };
  const full = { jobType: 'V2Ingest', ...url, ...dialect, ...counts, isPkChunkingSupported: false };
  assert.deepEqual(await t.get('rep', id), { ...basics, ...full });

  const uploaded = await t.upload(
    'rep',
    id,
    'Code__c|Name\r\nA1|"a|b"\r\nA2|"line\nfeed"\r\nA1234567890|long\r\n'
  );
  assert.deepEqual([uploaded.status, await uploaded.text()], [201, '']);
  t.advance(60_000);
  const closed = await t.setState('rep', id, 'UploadComplete');
  const changed = { ...basics, state: 'UploadComplete', systemModstamp: '2026-11-18T12:01:00.000+0000' };
  assert.deepEqual([closed.status, await closed.json()], [200, changed]);

  assert.deepEqual(await t.get('rep', id), {
    ...changed,
    state: 'JobComplete',
    jobType: 'V2Ingest',
    ...dialect,
    ...counts,
    numberRecordsProcessed: 3,
    numberRecordsFailed: 1,
    isPkChunkingSupported: false
  });
  const [first, second] = t.rows('SELECT "Id" FROM "Project__c" ORDER BY "Id"').map(({ Id }) => String(Id));
  assert.equal(
    await t.text('rep', `${INGEST}/${id}/successfulResults`),
    `"sf__Id"|"sf__Created"|Code__c|Name\r\n"${first}"|"true"|"A1"|"a|b"\r\n"${second}"|"true"|"A2"|"line\nfeed"\r\n`
  );
  assert.equal(
    await t.text('rep', `${INGEST}/${id}/failedResults/`),
    '"sf__Id"|"sf__Error"|Code__c|Name\r\n""|"STRING_TOO_LONG:Code: data value too large: A1234567890 (max length=10):Code__c --"|"A1234567890"|"long"\r\n'
  );
  assert.equal(await t.text('rep', `${INGEST}/${id}/unprocessedrecords`), 'Code__c|Name\r\n');
});

const NOT_CREATED: [body: unknown, status: number, told: string][] = [
  [{ operation: 'insert' }, 400, 'INVALIDJOB: Unable to find object: '],
  [{ object: 'Nope__c', operation: 'insert' }, 400, 'INVALIDJOB: Unable to find object: Nope__c'],
  [
    { object: 'OpportunityHistory', operation: 'insert' },
    400,
    "INVALIDENTITY: Entity 'OpportunityHistory' is not supported by the Bulk API."
  ],
  [
    { object: 'Project__c' },
    400,
    'JSON_PARSER_ERROR: operation is required, one of insert, update, upsert, delete, hardDelete'
  ],
  [
    { ...INSERT, operation: 'merge' },
    400,
    'JSON_PARSER_ERROR: merge not a valid value for operation, one of insert, update, upsert, delete, hardDelete'
  ],
  [
    { ...INSERT, contentType: 'JSON' },
    400,
    'JSON_PARSER_ERROR: JSON not a valid value for contentType, one of CSV'
  ],
  [
    { ...INSERT, lineEnding: 'CR' },
    400,
    'JSON_PARSER_ERROR: CR not a valid value for lineEnding, one of LF, CRLF'
  ],
  [
    { ...INSERT, columnDelimiter: 7 },
    400,
    'JSON_PARSER_ERROR: Value of columnDelimiter does not match expected type string'
  ],
  [{ ...INSERT, colour: 'blue' }, 400, 'JSON_PARSER_ERROR: Unrecognized field "colour"'],
  [
    { ...INSERT, operation: 'upsert' },
    400,
    'INVALIDJOB: External ID was blank for Project__c. An External ID must be specified for upsert.'
  ],
  [
    { ...INSERT, operation: 'upsert', externalIdFieldName: 'Size__c' },
    400,
    'INVALIDJOB: Field name provided, Size__c does not match an External ID for Project__c'
  ],
  [
    { ...INSERT, assignmentRuleId: '01Q000000000001' },
    501,
    'NOT_IMPLEMENTED: Assignment rules in a bulk job is not supported by the local org.'
  ]
];

for (const [json, status, told] of NOT_CREATED) {
  test(`no job is created from ${JSON.stringify(json)}`, async () => {
    assert.deepEqual(await refusal(t.request('rep', INGEST, { json })), [status, told]);
  });
}

test('other methods and unknown results are refused', async () => {
  const { id } = await t.create('rep', INSERT);
  assert.deepEqual(await refusal(t.request('rep', INGEST, { method: 'DELETE' })), [
    405,
    "METHOD_NOT_ALLOWED: HTTP Method 'DELETE' not allowed. Allowed are GET,POST"
  ]);
  assert.equal((await t.request('rep', `${INGEST}/${id}`, { method: 'PUT' })).status, 405);
  assert.equal((await t.request('rep', `${INGEST}/${id}/batches`)).status, 405);
  assert.equal((await t.request('rep', `${INGEST}/${id}/allResults`)).status, 404);
});

test('a multipart request brings a job and its data at once', async () => {
  const send = (content: string) => {
    const form = new FormData();
    form.append('job', JSON.stringify(INSERT));
    form.append('content', new Blob([content], { type: 'text/csv' }), 'content');
    return t.app.request(INGEST, {
      method: 'POST',
      headers: { Authorization: `Bearer ${t.token('rep')}` },
      body: form
    });
  };
  const answer = await send('Name\nIn one\n');
  const job = (await answer.json()) as JobBody;
  assert.deepEqual([answer.status, job.state], [200, 'UploadComplete']);
  assert.equal((await t.get('rep', job.id)).numberRecordsProcessed, 1);
  assert.deepEqual(await refusal(send(`Name\n${'x'.repeat(100_000)}\n`)), [
    400,
    'CLIENTINPUTERROR: The data of a multipart request can have at most 100000 characters; upload more in a request of its own'
  ]);
});

test('jobs are listed newest first, a thousand a page, and forgotten after seven days', async () => {
  const own = bulkOrg();
  for (let count = 0; count < 1001; count += 1) await own.create('rep', INSERT);
  await own.create('rep2', INSERT);
  type Page = { done: boolean; nextRecordsUrl: string | null; records: (JobBody & { jobType: string })[] };
  const page = async (path: string) => JSON.parse(await own.text('rep', path)) as Page;

  const first = await page(INGEST);
  assert.deepEqual(
    [first.done, first.records.length, first.nextRecordsUrl],
    [false, 1000, `${INGEST}?queryLocator=MTAwMA`]
  );
  assert.deepEqual(
    [first.records[0].id, first.records[0].jobType, 'numberRecordsProcessed' in first.records[0]],
    ['750000000001001AAA', 'V2Ingest', false]
  );
  assert.deepEqual((await page(`${INGEST}?jobType=Classic`)).records, []);
  const second = await page(String(first.nextRecordsUrl));
  assert.deepEqual([second.done, second.records.length, second.nextRecordsUrl], [true, 1, null]);

  own.advance(7 * 24 * 60 * 60 * 1000 + 1);
  const later = await own.app.request(INGEST, {
    headers: { Authorization: `Bearer ${own.org.sessions.issue(own.userId('rep'))}` }
  });
  assert.deepEqual(await later.json(), { done: true, records: [], nextRecordsUrl: null });
  assert.deepEqual(own.rows('SELECT 1 FROM "_bulk_job"'), []);
  own.close();
});
