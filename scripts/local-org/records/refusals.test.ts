import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setup, told } from './testing/setup.ts';

const REFUSED: [object: string, values: Record<string, unknown>, told: string[]][] = [
  [
    'Opportunity',
    {},
    [
      'REQUIRED_FIELD_MISSING: Required fields are missing: [Name, StageName, CloseDate] [Name, StageName, CloseDate]'
    ]
  ],
  [
    'Project__c',
    { Code__c: '12345678901', Kind__c: 'Rent', Size__c: 12345 },
    [
      'STRING_TOO_LONG: Code: data value too large: 12345678901 (max length=10) [Code__c]',
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST: Kind: bad value for restricted picklist field: Rent [Kind__c]',
      'NUMBER_OUTSIDE_VALID_RANGE: Size: value outside of valid range on numeric field: 12345 [Size__c]'
    ]
  ],
  [
    'Project__c',
    { Tags__c: 'Red;Green' },
    [
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST: Tags: bad value for restricted picklist field: Green [Tags__c]'
    ]
  ],
  [
    'Project__c',
    { Mail__c: 'nobody' },
    ['INVALID_EMAIL_ADDRESS: Mail: invalid email address: nobody [Mail__c]']
  ],
  ['Project__c', { Nope__c: 1 }, ["INVALID_FIELD: No such column 'Nope__c' on sobject of type Project__c"]],
  [
    'Nothing__c',
    {},
    [
      "INVALID_TYPE: sObject type 'Nothing__c' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names."
    ]
  ],
  [
    'Project__c',
    { Number__c: 'P-9', CreatedDate: '2020-01-01T00:00:00Z' },
    [
      'INVALID_FIELD_FOR_INSERT_UPDATE: Unable to create/update fields: Number__c, CreatedDate. Please check the security settings of this field and verify that it is read/write for your profile or permission set. [Number__c, CreatedDate]'
    ]
  ],
  [
    'Project__c',
    { Id: 'a00000000000009AAA' },
    ['INVALID_FIELD: The Id field should not be specified in the sobject data.']
  ],
  [
    'Project__c',
    { Starts__c: '2026-02-30' },
    [
      'JSON_PARSER_ERROR: Cannot deserialize instance of date from VALUE_STRING value 2026-02-30 or request may be missing a required field'
    ]
  ],
  [
    'Project__c',
    { Name: 12 },
    [
      'JSON_PARSER_ERROR: Cannot deserialize instance of string from VALUE_NUMBER_INT value 12 or request may be missing a required field'
    ]
  ],
  [
    'Project__c',
    { Account__c: 'abc' },
    ['MALFORMED_ID: Account: id value of incorrect type: abc [Account__c]']
  ],
  [
    'Project__c',
    { Account__c: '003000000000001AAA' },
    ['FIELD_INTEGRITY_EXCEPTION: Account: id value of incorrect type: 003000000000001AAA [Account__c]']
  ],
  [
    'Project__c',
    { Account__c: '001000000000099AAA' },
    ['INVALID_CROSS_REFERENCE_KEY: invalid cross reference id [Account__c]']
  ],
  [
    'Opportunity',
    { Name: 'D', StageName: 'Daydream', CloseDate: '2026-12-01' },
    [
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST: Stage: bad value for restricted picklist field: Daydream [StageName]'
    ]
  ],
  [
    'Campaign',
    { Name: 'C' },
    ['CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY: entity type cannot be inserted: Campaign']
  ]
];

for (const [object, values, expected] of REFUSED) {
  test(`${object} ${JSON.stringify(values)} is refused as the platform refuses it`, () => {
    const { rep } = setup();
    assert.deepEqual(told(rep.create(object, values)), expected);
  });
}
