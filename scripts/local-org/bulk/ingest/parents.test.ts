import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { bulkOrg, outcomes, records, type BulkOrg } from '../testing.ts';

let t: BulkOrg;
before(() => {
  t = bulkOrg();
});
after(() => t.close());

function project(values: Record<string, unknown>, persona = 'rep'): string {
  const { id, errors } = t.org.records.create(t.user(persona), 'Project__c', values);
  assert.deepEqual(errors, []);
  return String(id);
}

const PARENTS: [says: string, header: string, cell: string, told: string | RegExp][] = [
  ['an external id', 'Project__r.Code__c', 'p1', /^a01\w{15} true$/],
  ['an id', 'Project__r.Id', 'PROJECT', /^a01\w{15} true$/],
  [
    'a value that nobody has',
    'Project__r.Code__c',
    'P9',
    'INVALID_FIELD:Foreign key external ID: P9 not found for field Code__c in entity Project__c:--'
  ]
];

for (const [says, header, cell, expected] of PARENTS) {
  test(`a parent may be named by ${says}`, async () => {
    const [known] = t.rows(`SELECT "Id" FROM "Project__c" WHERE "Code__c" = 'P1'`);
    const parent = known ? String(known.Id) : project({ Name: 'Parent', Code__c: 'P1' });
    const csv = `Name,${header}\nS,${cell.replace('PROJECT', parent)}\n`;
    const [result] = outcomes(await t.load('rep', { object: 'Step__c', operation: 'insert' }, csv));
    if (typeof expected === 'string') assert.equal(result, expected);
    else assert.match(result, expected);
  });
}

test('a parent of several types is named with its own', async () => {
  const csv = 'LastName,Company,Email\nVega,Vega Works,vega@test.example\n';
  const [lead] = outcomes(await t.load('rep', { object: 'Lead', operation: 'insert' }, csv));
  const tasks = await t.load(
    'rep',
    { object: 'Task', operation: 'insert' },
    'Subject,Lead:Who.Email\nCall,vega@test.example\n'
  );
  const [id] = outcomes(tasks)[0].split(' ');
  assert.equal(t.rows(`SELECT "WhoId" FROM "Task" WHERE "Id" = '${id}'`)[0]?.WhoId, lead.split(' ')[0]);
});

test('a reference given twice is refused', async () => {
  const id = project({ Name: 'Twice', Code__c: 'R1' });
  const csv = `Name,Project__c,Project__r.Code__c\nS,${id},R1\nT,,R1\n`;
  const loaded = await t.load('rep', { object: 'Step__c', operation: 'insert' }, csv);
  assert.deepEqual(
    records(loaded.failures).map((row) => [row.Name, row.sf__Error]),
    [
      [
        'S',
        'INVALID_FIELD:Cannot specify both an external ID reference Project__r and a salesforce id, Project__c:--'
      ]
    ]
  );
});
