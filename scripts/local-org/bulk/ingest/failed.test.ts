import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { bulkOrg, type BulkOrg } from '../testing.ts';

let t: BulkOrg;
before(() => {
  t = bulkOrg();
});
after(() => t.close());

const INSERT = { object: 'Project__c', operation: 'insert' };

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
