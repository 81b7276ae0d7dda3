import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { bulkOrg, INGEST, type BulkOrg, type JobBody } from '../bulk/testing.ts';

let t: BulkOrg;
before(() => {
  t = bulkOrg();
});
after(() => t.close());

const INSERT = { object: 'Project__c', operation: 'insert' };

async function refusal(answer: Response | Promise<Response>): Promise<[number, unknown]> {
  const { status } = await answer;
  const [{ errorCode, message }] = (await (await answer).json()) as { errorCode: string; message: string }[];
  return [status, `${errorCode}: ${message}`];
}

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

const FAILED: [says: string, body: Record<string, unknown>, csv: string, message: string][] = [
  ['an unknown column', INSERT, 'Nam\nA\n', 'InvalidBatch : Field name not found : Nam'],
  [
    'a field that this user may not read',
    INSERT,
    'Name,Hidden__c\nA,b\n',
    'InvalidBatch : Field name not found : Hidden__c'
  ],
  [
    'a relationship by a field that tells nothing apart',
    INSERT,
    'Name,Account__r.Industry\nA,b\n',
    'InvalidBatch : Field name not found : Account__r.Industry'
  ],
  [
    'a grandparent',
    INSERT,
    'Name,Account__r.Owner.Username\nA,b\n',
    'InvalidBatch : Field name not found : Account__r.Owner.Username'
  ],
  [
    'a parent of several types without its own',
    INSERT,
    'Name,Owner.Username\nA,b\n',
    'InvalidBatch : Field name not found : Owner.Username'
  ],
  [
    'an update without ids',
    { ...INSERT, operation: 'update' },
    'Name\nA\n',
    'InvalidBatch : Field name not found : Id'
  ],
  [
    'an upsert without its key',
    { ...INSERT, operation: 'upsert', externalIdFieldName: 'Code__c' },
    'Name\nA\n',
    'InvalidBatch : Field name not found : Code__c'
  ],
  [
    'a delete with more than ids',
    { ...INSERT, operation: 'delete' },
    'Id,Name\na,b\n',
    "InvalidBatch : The 'delete' batch must contain only ids"
  ],
  [
    'another line ending',
    INSERT,
    'Name\r\nA\r\n',
    'ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is LF'
  ],
  ['a byte order mark', INSERT, '\uFEFFName\nA\n', 'InvalidBatch : Field name not found : \uFEFFName'],
  [
    'a record that is too wide',
    INSERT,
    'Name\nA,B\n',
    'InvalidBatch : Failed to parse CSV. A record has 2 columns where the header has 1'
  ],
  [
    'a quote inside a cell',
    INSERT,
    'Name\n5" pipe\n',
    'InvalidBatch : Failed to parse CSV. Found unescaped quote. A value with quote should be within a quote'
  ]
];

for (const [says, body, csv, message] of FAILED) {
  test(`a job fails for ${says}, and gives its data back`, async () => {
    const { job, unprocessed } = await t.load('rep', body, csv);
    assert.deepEqual(
      [job.state, job.errorMessage, job.numberRecordsProcessed, unprocessed],
      ['Failed', message, 0, csv]
    );
  });
}

test('what can be read before a bad record is saved, the rest is given back', async () => {
  const { job, unprocessed } = await t.load(
    'rep',
    INSERT,
    'Name\nGood one\nGood two\nBad "one\nNever read\n'
  );
  assert.deepEqual([job.state, job.numberRecordsProcessed, job.numberRecordsFailed], ['Failed', 2, 0]);
  assert.equal(unprocessed, 'Name\nBad "one\nNever read\n');
});

test('no data, or none but a header, completes a job', async () => {
  for (const csv of ['', 'Name\n', 'Name']) {
    const { job } = await t.load('rep', INSERT, csv);
    assert.deepEqual([job.state, job.numberRecordsProcessed], ['JobComplete', 0], JSON.stringify(csv));
  }
});

test('data is sent once, as CSV, into an open job', async () => {
  const { id } = await t.create('rep', INSERT);
  const put = (headers: Record<string, string>) =>
    t.request('rep', `${INGEST}/${id}/batches`, { method: 'PUT', headers });
  assert.deepEqual(await refusal(put({ 'Content-Type': 'application/json' })), [
    415,
    "UNSUPPORTED_MEDIA_TYPE: A job's data has to come as text/csv, not as application/json in the encoding identity"
  ]);
  assert.deepEqual(await refusal(put({ 'Content-Type': 'text/csv', 'Content-Length': '100000001' })), [
    400,
    'CLIENTINPUTERROR: Failed to read request. Exceeded max size limit of 100000000 with response size 100000001'
  ]);
  assert.deepEqual(await refusal(t.setState('rep', id, 'UploadComplete')), [
    400,
    `INVALIDJOBSTATE: No data has been uploaded to job ${id}`
  ]);
  assert.equal((await t.upload('rep', id, 'Name\nA\n')).status, 201);
  assert.deepEqual(await refusal(t.upload('rep', id, 'Name\nB\n')), [
    400,
    `INVALIDJOB: Found multiple contents for job: <${id}>, please 'Close' / 'Abort' / 'Delete' the current Job then create a new Job and make sure you only do 'PUT' once on a given Job.`
  ]);
  await t.setState('rep', id, 'UploadComplete');
  assert.deepEqual(await refusal(t.upload('rep', id, 'Name\nC\n')), [
    400,
    `INVALIDJOBSTATE: Data can only be uploaded to an Open job; job ${id} is JobComplete`
  ]);
  assert.equal((await t.get('rep', id)).numberRecordsProcessed, 1);
});

test('an upload that breaks off, or grows too large, leaves the job open for another one', async () => {
  const { id } = await t.create('rep', INSERT);
  const megabyte = new TextEncoder().encode('Name\n'.padEnd(1_000_000, 'x\n'));
  const endless = new ReadableStream<Uint8Array>({ pull: (controller) => controller.enqueue(megabyte) });
  const [status, told] = await refusal(t.upload('rep', id, endless));
  assert.deepEqual(
    [status, told],
    [
      400,
      'CLIENTINPUTERROR: Failed to read request. Exceeded max size limit of 100000000 with response size 101000000'
    ]
  );
  assert.equal((await t.upload('rep', id, 'Name\nWhole\n')).status, 201);
  await t.setState('rep', id, 'UploadComplete');
  assert.equal((await t.get('rep', id)).numberRecordsProcessed, 1);
  assert.match(await t.text('rep', `${INGEST}/${id}/successfulResults`), /"Whole"/);
});

test('an aborted job keeps its data for reading; what is over changes no more', async () => {
  const { id } = await t.create('rep', INSERT);
  await t.upload('rep', id, 'Name\nA\n');
  assert.deepEqual(await refusal(t.request('rep', `${INGEST}/${id}/failedResults`)), [
    400,
    `INVALIDJOBSTATE: Job ${id} is Open; its results aren't there yet`
  ]);
  assert.deepEqual(await refusal(t.request('rep', `${INGEST}/${id}`, { method: 'DELETE' })), [
    400,
    'INVALIDJOBSTATE: Deleting Open Job not allowed'
  ]);
  const aborted = await t.setState('rep', id, 'Aborted');
  assert.deepEqual([aborted.status, ((await aborted.json()) as JobBody).state], [200, 'Aborted']);
  assert.equal(await t.text('rep', `${INGEST}/${id}/unprocessedrecords`), 'Name\nA\n');
  for (const [state, told] of [
    ['Aborted', 'Aborting already Aborted Job not allowed'],
    ['UploadComplete', 'Closing already Aborted Job not allowed'],
    ['JobComplete', 'A job can be set to UploadComplete or Aborted, not to JobComplete']
  ]) {
    assert.deepEqual(await refusal(t.setState('rep', id, state)), [400, `INVALIDJOBSTATE: ${told}`]);
  }
  const { job } = await t.load('rep', INSERT, 'Name\nB\n');
  assert.deepEqual(await refusal(t.setState('rep', job.id, 'Aborted')), [
    400,
    'INVALIDJOBSTATE: Aborting already Completed Job not allowed'
  ]);
});

test('a deleted job is gone', async () => {
  const { job } = await t.load('rep', INSERT, 'Name\nA\n');
  const deleted = await t.request('rep', `${INGEST}/${job.id}`, { method: 'DELETE' });
  assert.deepEqual([deleted.status, await deleted.text()], [204, '']);
  assert.deepEqual(await refusal(t.request('rep', `${INGEST}/${job.id}`)), [
    404,
    'NOT_FOUND: The requested resource does not exist'
  ]);
  assert.deepEqual(t.rows(`SELECT 1 FROM "_bulk_text" WHERE "job" = '${job.id}'`), []);
});

test('a job belongs to its creator; administrators reach all of them', async () => {
  const { id } = await t.create('rep', INSERT);
  assert.deepEqual(await refusal(t.request('rep2', `${INGEST}/${id}`)), [
    400,
    `INVALIDUSER: The job ${id} was created by another user`
  ]);
  assert.equal((await t.request('admin', `${INGEST}/${id.slice(0, 15)}`)).status, 200);
  assert.deepEqual(await refusal(t.request('rep', `${INGEST}/nonsense`)), [
    400,
    'INVALIDJOB: Invalid job id: nonsense'
  ]);
});

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
