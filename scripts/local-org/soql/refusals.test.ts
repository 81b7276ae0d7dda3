import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noSuchColumn, refuseAt } from './refusals.ts';

/** The quoted line and the caret's line. */
function quoteOf(soql: string, word: string): string[] {
  const [error] = refuseAt('INVALID_FIELD', soql, soql.indexOf(word), 'message').errors;
  return error.message.split('\n').slice(1, 4);
}

test('quotes a short statement whole', () => {
  assert.equal(
    noSuchColumn('SELECT Nope FROM Account', 7, 'Nope', 'Account').errors[0].message,
    "\nSELECT Nope FROM Account\n       ^\nERROR at Row:1:Column:8\nNo such column 'Nope' on entity 'Account'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names."
  );
});

// As orgs answered in public issues: forcedotcom/cli#1356, vlocityinc/vlocity_build#364,
// roblesterjr04/EloquentSalesForce#68, simple-salesforce/simple-salesforce#73.
const quotes: [soql: string, word: string, quote: string, caret: number, column: number][] = [
  [
    'Select Id, vlocity_cmt__GlobalKey__c from vlocity_cmt____VlocityTrackingGroup__c',
    'vlocity_cmt____',
    'vlocity_cmt__GlobalKey__c from vlocity_cmt____VlocityTrackingGroup__c',
    31,
    43
  ],
  [
    'select Id, ProductCode from Product2 where ProductCode = 3999',
    'ProductCode =',
    'ProductCode from Product2 where ProductCode = 3999',
    32,
    44
  ],
  [
    "SELECT Name, Access_Key__c, Image_Vendor__c FROM Opportunity WHERE Image_Vendor__c LIKE 'Getty%'",
    'Image_Vendor__c LIKE',
    "Image_Vendor__c FROM Opportunity WHERE Image_Vendor__c LIKE 'Getty%'",
    39,
    68
  ],
  [
    'SELECT Id FROM X WHERE LastModifiedDate>TODAY GROUP BY LastModifiedDate',
    'LastModifiedDate',
    'SELECT Id FROM X WHERE LastModifiedDate>TODAY GROUP BY',
    23,
    24
  ]
];

for (const [soql, word, quote, caret, column] of quotes) {
  test(`quotes around ${word}`, () => {
    assert.deepEqual(quoteOf(soql, word), [
      quote,
      `${' '.repeat(caret)}^`,
      `ERROR at Row:1:Column:${column}`
    ]);
  });
}

test('quotes only the line of the fault, and counts rows', () => {
  assert.deepEqual(quoteOf('SELECT Id\nFROM Account\n  WHERE Nope = 1', 'Nope'), [
    '  WHERE Nope = 1',
    '        ^',
    'ERROR at Row:3:Column:9'
  ]);
});
