import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { bulkOrg, QUERY, refusal, type BulkOrg, type JobBody } from '../testing.ts';

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
