import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { bulkOrg, INGEST, QUERY, waitFor, type BulkOrg, type JobBody } from '../bulk/testing.ts';

let t: BulkOrg;
let accountId: string;

before(() => {
  t = bulkOrg();
  const rep = t.user('rep');
  const create = (object: string, values: Record<string, unknown>): string => {
    const { id, errors } = t.org.records.create(rep, object, values);
    assert.deepEqual(errors, []);
    return String(id);
  };
  accountId = create('Account', { Name: 'Acme, "Inc"' });
  create('Project__c', {
    Name: 'One',
    Size__c: 1.5,
    Budget__c: 12_345_678,
    Active__c: true,
    Account__c: accountId
  });
  create('Project__c', {
    Name: 'Two',
    Size__c: 2,
    Budget__c: 1_234_567,
    Active__c: false,
    Starts__c: '2026-01-02'
  });
  create('Project__c', { Name: 'Three', Met_At__c: '2026-01-02T03:04:05.000Z', Share__c: 0.00012 });
  t.org.records.delete(rep, 'Project__c', create('Project__c', { Name: 'Deleted' }));
});
after(() => t.close());

const ask = (json: unknown, persona = 'rep') => t.request(persona, QUERY, { json });

async function start(query: string, more: Record<string, unknown> = {}): Promise<string> {
  const answer = await ask({ operation: 'query', query, ...more });
  const body = (await answer.json()) as JobBody;
  assert.equal(answer.status, 200, JSON.stringify(body));
  return body.id;
}

async function csvOf(query: string, more: Record<string, unknown> = {}): Promise<string> {
  return t.text('rep', `${QUERY}/${await start(query, more)}/results`);
}

async function refusal(answer: Response | Promise<Response>): Promise<[number, string]> {
  const { status } = await answer;
  const [{ errorCode, message }] = (await (await answer).json()) as { errorCode: string; message: string }[];
  return [status, `${errorCode}: ${message.trim().split('\n').at(-1)}`];
}

test('a query job tells what is documented at each step', async () => {
  const answer = await ask({ operation: 'query', query: 'SELECT Id FROM project__c' });
  const body = (await answer.json()) as JobBody;
  const basics = {
    id: body.id,
    operation: 'query',
    object: 'Project__c',
    createdById: t.userId('rep'),
    createdDate: '2026-11-18T12:00:00.000+0000',
    systemModstamp: '2026-11-18T12:00:00.000+0000',
    state: 'UploadComplete',
    concurrencyMode: 'Parallel',
    contentType: 'CSV',
    apiVersion: 66
  };
  const dialect = { lineEnding: 'LF', columnDelimiter: 'COMMA' };
  assert.deepEqual([answer.status, body], [200, { ...basics, ...dialect }]);
  const told = await t.request('rep', `${QUERY}/${body.id}`);
  assert.deepEqual(await told.json(), {
    ...basics,
    state: 'JobComplete',
    jobType: 'V2Query',
    ...dialect,
    numberRecordsProcessed: 3,
    retries: 0,
    totalProcessingTime: 0,
    isPkChunkingSupported: false
  });
});

const RESULTS: [says: string, query: string, more: Record<string, unknown>, csv: string][] = [
  [
    'columns in the order of the question, each in quotes',
    'SELECT Size__c, Budget__c, name, Active__c FROM Project__c ORDER BY Name',
    {},
    '"Size__c","Budget__c","Name","Active__c"\n"1.5","1.2345678E7","One","true"\n"","","Three","true"\n"2.0","1234567.0","Two","false"\n'
  ],
  [
    'dates, date-times and small numbers as orgs write them',
    "SELECT Starts__c, Met_At__c, Share__c FROM Project__c WHERE Name IN ('Two', 'Three') ORDER BY Name",
    {},
    '"Starts__c","Met_At__c","Share__c"\n"","2026-01-02T03:04:05.000Z","0.0"\n"2026-01-02","",""\n'
  ],
  [
    'fields of parents, empty where there is none',
    "SELECT account__r.name, Account__r.Owner.Alias, Name FROM Project__c WHERE Name < 'Two' ORDER BY Name",
    {},
    '"Account__r.Name","Account__r.Owner.Alias","Name"\n"Acme, ""Inc""","rep","One"\n"","","Three"\n'
  ],
  [
    'an object named by an alias, and labels',
    "SELECT p.Name, toLabel(p.Kind__c) kind FROM Project__c p WHERE p.Name = 'One'",
    {},
    '"Name","kind"\n"One",""\n'
  ],
  [
    'another dialect',
    "SELECT Name, Id FROM Account WHERE Name LIKE 'Acme%'",
    { columnDelimiter: 'SEMICOLON', lineEnding: 'CRLF' },
    '"Name";"Id"\r\n"Acme, ""Inc""";"ACCOUNT"\r\n'
  ],
  ['a header and nothing else', "SELECT Id, Name FROM Account WHERE Name = 'Nobody'", {}, '"Id","Name"\n'],
  [
    'deleted records, when asked for all',
    "SELECT Name FROM Project__c WHERE Name = 'Deleted'",
    { operation: 'queryAll' },
    '"Name"\n"Deleted"\n'
  ],
  ['no deleted records otherwise', "SELECT Name FROM Project__c WHERE Name = 'Deleted'", {}, '"Name"\n']
];

for (const [says, query, more, csv] of RESULTS) {
  test(`results hold ${says}`, async () => {
    assert.equal(await csvOf(query, more), csv.replace('ACCOUNT', accountId));
  });
}

const REFUSED: [query: unknown, status: number, told: string][] = [
  ['SELECT COUNT() FROM Account', 400, 'API_ERROR: Aggregate functions not supported in Bulk Query'],
  ['SELECT MAX(Name) FROM Account', 400, 'API_ERROR: Aggregate functions not supported in Bulk Query'],
  ['SELECT Name FROM Account GROUP BY Name', 400, 'API_ERROR: GROUP BY not supported in Bulk Query'],
  ['SELECT Id FROM Account OFFSET 0', 400, 'API_ERROR: OFFSET not supported in Bulk Query'],
  [
    'SELECT TYPEOF What WHEN Account THEN Phone END FROM Task',
    400,
    'API_ERROR: TYPEOF not supported in Bulk Query'
  ],
  [
    'SELECT FIELDS(STANDARD) FROM Account',
    400,
    'API_ERROR: Selecting compound data not supported in Bulk Query'
  ],
  [
    'SELECT Id, (SELECT Id FROM Contacts) FROM Account',
    400,
    'API_ERROR: Aggregate Relationships not supported in Bulk V2 Query with CSV content type'
  ],
  ['SELECT Id FROM Account ALL ROWS', 400, 'MALFORMED_QUERY: ALL ROWS not allowed in this context'],
  ['', 400, 'MALFORMED_QUERY: A query string has to be specified'],
  [7, 400, 'JSON_PARSER_ERROR: Value of query does not match expected type string']
];

for (const [query, status, told] of REFUSED) {
  test(`no job is created from the query ${JSON.stringify(query)}`, async () => {
    assert.deepEqual(await refusal(ask({ operation: 'query', query })), [status, told]);
  });
}

test('what a user may not read is no column and no object; what they may not see is no record', async () => {
  const answer = await ask({ operation: 'query', query: 'SELECT Id FROM Account' }, 'integration');
  assert.match((await refusal(answer))[1], /^INVALID_TYPE: sObject type 'Account' is not supported/);
  const [, told] = await refusal(ask({ operation: 'query', query: 'SELECT Nope__c FROM Account' }));
  assert.match(told, /^INVALID_FIELD: No such column 'Nope__c' on entity 'Account'/);
  const { id } = (await (
    await ask({ operation: 'query', query: 'SELECT Name FROM Project__c' }, 'rep2')
  ).json()) as JobBody;
  assert.equal(await t.text('rep2', `${QUERY}/${id}/results`), '"Name"\n');
});

test('results come in sets as large as asked for, again and again', async () => {
  const id = await start('SELECT Name FROM Project__c ORDER BY Name');
  const set = async (parameters: string): Promise<[string | null, string | null, string]> => {
    const { headers, ...answer } = await t
      .request('rep', `${QUERY}/${id}/results?${parameters}`)
      .then(async (given) => ({
        headers: given.headers,
        text: await given.text()
      }));
    return [headers.get('Sforce-Locator'), headers.get('Sforce-NumberOfRecords'), answer.text];
  };
  const first = ['Mg', '2', '"Name"\n"One"\n"Three"\n'];
  assert.deepEqual(await set('maxRecords=2'), first);
  assert.deepEqual(await set('locator=Mg&maxRecords=2'), ['null', '1', '"Name"\n"Two"\n']);
  assert.deepEqual(await set('maxRecords=2'), first);
  assert.deepEqual(await set(''), ['null', '3', '"Name"\n"One"\n"Three"\n"Two"\n']);
  assert.deepEqual(await refusal(t.request('rep', `${QUERY}/${id}/results?locator=nonsense`)), [
    400,
    'INVALID_QUERY_LOCATOR: invalid query locator'
  ]);
  assert.equal((await t.request('rep', `${QUERY}/${id}/results?maxRecords=0`)).status, 400);
});

test('results are there in the version that the job was created in', async () => {
  const id = await start('SELECT Name FROM Account');
  const path = `${QUERY}/${id}/results`.replace('v66.0', 'v65.0');
  assert.deepEqual(await refusal(t.request('rep', path)), [
    409,
    `INVALIDVERSION: Job ${id} was created in version 66.0; its results are only there in that version`
  ]);
});

test('many records are read turn by turn; a job can be aborted between two turns', async () => {
  const own = bulkOrg();
  const names = Array.from({ length: 4500 }, (_, index) => `Many ${index}`);
  await own.load('rep', { object: 'Project__c', operation: 'insert' }, `Name\n${names.join('\n')}\n`);
  const begin = async (): Promise<string> => {
    const json = { operation: 'query', query: 'SELECT Name FROM Project__c' };
    return ((await (await own.request('rep', QUERY, { json })).json()) as JobBody).id;
  };

  const id = await begin();
  const get = async () => (await (await own.request('rep', `${QUERY}/${id}`)).json()) as JobBody;
  const soon = await get();
  assert.deepEqual([soon.state, soon.numberRecordsProcessed], ['InProgress', 2000]);
  const early = await own.request('rep', `${QUERY}/${id}/results`);
  assert.deepEqual(await refusal(early), [
    400,
    `INVALIDJOBSTATE: Job ${id} is InProgress; it has results only when it is complete`
  ]);
  assert.equal((await waitFor(get)).numberRecordsProcessed, 4500);
  const lines = (await own.text('rep', `${QUERY}/${id}/results`)).trimEnd().split('\n');
  assert.deepEqual(lines, ['"Name"', ...names.map((name) => `"${name}"`)]);

  const other = await begin();
  const aborted = await own.request('rep', `${QUERY}/${other}`, {
    method: 'PATCH',
    json: { state: 'Aborted' }
  });
  assert.deepEqual([aborted.status, ((await aborted.json()) as JobBody).state], [200, 'Aborted']);
  const again = own.request('rep', `${QUERY}/${other}`, { method: 'PATCH', json: { state: 'Aborted' } });
  assert.deepEqual(await refusal(again), [400, 'INVALIDJOBSTATE: Aborting already Aborted Job not allowed']);
  assert.equal((await own.request('rep', `${QUERY}/${other}`, { method: 'DELETE' })).status, 204);
  assert.equal((await own.request('rep', `${QUERY}/${other}`)).status, 404);
  own.close();
});

test('query jobs are listed, apart from ingest jobs', async () => {
  const { records } = JSON.parse(await t.text('rep', QUERY)) as { records: { jobType: string }[] };
  assert.deepEqual([...new Set(records.map(({ jobType }) => jobType))], ['V2Query']);
  const ingest = JSON.parse(await t.text('rep', INGEST)) as { records: unknown[] };
  assert.deepEqual(ingest.records, []);
  assert.deepEqual(await refusal(t.request('rep', QUERY, { method: 'PUT' })), [
    405,
    "METHOD_NOT_ALLOWED: HTTP Method 'PUT' not allowed. Allowed are GET,POST"
  ]);
});
