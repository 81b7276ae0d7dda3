import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { bulkOrg, records, type BulkOrg } from '../testing.ts';

/** What one row of a job comes to: the record's values, or the words of `sf__Error`. */
type Outcome = Record<string, unknown> | string;

const SELECT =
  'SELECT "Name", "Code__c", "Size__c", "Active__c", "Starts__c", "Met_At__c", "Kind__c", "Tags__c", "Account__c", "Level__c" FROM "Project__c" ORDER BY "Id" DESC LIMIT 1';

const READ: [says: string, header: string, row: string, outcome: Outcome][] = [
  [
    'defaults stand where a cell is empty',
    'Name,Active__c,Level__c',
    'A,,',
    { Active__c: 1, Level__c: 'low' }
  ],
  ['#N/A empties, also what has a default', 'Name,Level__c', 'A,#N/A', { Level__c: null }],
  ['checkboxes take true and false', 'Active__c', 'FALSE', { Active__c: 0 }],
  ['checkboxes take 1 and 0', 'Active__c', '0', { Active__c: 0 }],
  ['numbers are rounded to their scale', 'Size__c', '1.25', { Size__c: 1.3 }],
  ['numbers may have an exponent', 'Size__c', '1.2E1', { Size__c: 12 }],
  ['dates', 'Starts__c', '2026-02-28', { Starts__c: '2026-02-28' }],
  ['date-times in UTC', 'Met_At__c', '2026-02-28T10:00:00.000Z', { Met_At__c: '2026-02-28T10:00:00.000Z' }],
  [
    'date-times with an offset',
    'Met_At__c',
    '2026-02-28T10:00:00+02:00',
    { Met_At__c: '2026-02-28T08:00:00.000Z' }
  ],
  ['several picklist values', 'Tags__c', 'Red;Blue', { Tags__c: 'Red;Blue' }],
  ['header names in any case', 'NAME', 'Any', { Name: 'Any' }],
  ['line feeds and quotes inside a cell', 'Name', '"a\n""b"""', { Name: 'a\n"b"' }],
  [
    'a cell that is no number',
    'Name,Size__c',
    'A,many',
    "INVALID_FIELD:Failed to deserialize field at col 1. Due to, 'many' is not a valid value for the type xsd:double:Size__c --"
  ],
  [
    'a cell that is no date',
    'Starts__c',
    '28.02.2026',
    "INVALID_FIELD:Failed to deserialize field at col 0. Due to, '28.02.2026' is not a valid value for the type xsd:date:Starts__c --"
  ],
  [
    'a cell that is no checkbox',
    'Active__c',
    'yes',
    "INVALID_FIELD:Failed to deserialize field at col 0. Due to, 'yes' is not a valid value for the type xsd:boolean:Active__c --"
  ],
  [
    'a cell that is no date-time',
    'Met_At__c',
    'noon',
    "INVALID_FIELD:Failed to deserialize field at col 0. Due to, 'noon' is not a valid value for the type xsd:dateTime:Met_At__c --"
  ],
  [
    'a text that is too long',
    'Code__c',
    '12345678901',
    'STRING_TOO_LONG:Code: data value too large: 12345678901 (max length=10):Code__c --'
  ],
  [
    'a value outside a restricted picklist',
    'Kind__c',
    'Rent',
    'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST:Kind: bad value for restricted picklist field: Rent:Kind__c --'
  ],
  [
    'several problems, one after the other',
    'Code__c,Kind__c',
    '12345678901,Rent',
    'STRING_TOO_LONG:Code: data value too large: 12345678901 (max length=10):Code__c --INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST:Kind: bad value for restricted picklist field: Rent:Kind__c --'
  ],
  [
    'an id of another object',
    'Account__c',
    '005000000000001AAA',
    'FIELD_INTEGRITY_EXCEPTION:Account: id value of incorrect type: 005000000000001AAA:Account__c --'
  ],
  [
    'an id that is none',
    'Account__c',
    'Acme',
    'MALFORMED_ID:Account: id value of incorrect type: Acme:Account__c --'
  ],
  [
    'a field that nobody writes',
    'Number__c',
    'P-1',
    'INVALID_FIELD_FOR_INSERT_UPDATE:Unable to create/update fields: Number__c. Please check the security settings of this field and verify that it is read/write for your profile or permission set.:Number__c --'
  ],
  [
    'an id in an insert',
    'Id,Name',
    'a00000000000001AAA,A',
    'INVALID_FIELD_FOR_INSERT_UPDATE:cannot specify Id in an insert call:Id --'
  ]
];

describe('a row of an insert', () => {
  let t: BulkOrg;
  before(() => {
    t = bulkOrg();
  });
  after(() => t.close());

  for (const [says, header, row, outcome] of READ) {
    test(says, async () => {
      const { job, failures } = await t.load(
        'rep',
        { object: 'Project__c', operation: 'insert' },
        `${header}\n${row}\n`
      );
      assert.equal(job.state, 'JobComplete');
      if (typeof outcome === 'string') {
        assert.equal(job.numberRecordsFailed, 1);
        assert.equal(records(failures)[0].sf__Error, outcome);
        return;
      }
      assert.deepEqual([job.numberRecordsProcessed, job.numberRecordsFailed], [1, 0], failures);
      const [record] = t.rows(SELECT);
      assert.deepEqual(Object.fromEntries(Object.keys(outcome).map((name) => [name, record[name]])), outcome);
    });
  }
});
