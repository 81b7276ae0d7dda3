import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { made, planOrg, uiApi } from './testing.ts';

const org = planOrg();
after(() => org.close());

const plan = made(org, 'rep', 'Plan__c', { Name: 'First' });

const NO_ACCESS = {
  message: "You don't have access to this record. Ask your administrator for help or to request access.",
  errorCode: 'INSUFFICIENT_ACCESS'
};

function noSuchColumn(field: string) {
  return {
    message: `No such column '${field}' on entity 'Plan__c'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.`,
    errorCode: 'INVALID_FIELD'
  };
}

const REFUSALS: [name: string, persona: string, path: string, status: number, error: object][] = [
  ['a hidden field', 'rep', `records/${plan}?fields=Plan__c.Secret__c`, 400, noSuchColumn('Secret__c')],
  ['an unknown field', 'rep', `records/${plan}?fields=Plan__c.Nope__c`, 400, noSuchColumn('Nope__c')],
  [
    'a field of another object',
    'rep',
    `records/${plan}?fields=Account.Name`,
    400,
    noSuchColumn('Account.Name')
  ],
  [
    'an unknown parent',
    'rep',
    `records/${plan}?fields=Plan__c.Nope__r.Name`,
    400,
    noSuchColumn('Nope__r.Name')
  ],
  ['a private row', 'rep2', `records/${plan}?fields=Plan__c.Name`, 403, NO_ACCESS],
  ['an object without permission', 'marketing', `records/${plan}?fields=Plan__c.Name`, 403, NO_ACCESS],
  [
    'a row that is not there',
    'rep',
    `records/${plan.slice(0, 9)}zzzzzz?fields=Plan__c.Name`,
    404,
    { message: 'The requested resource does not exist', errorCode: 'NOT_FOUND' }
  ],
  [
    'an Id that is none',
    'rep',
    'records/nonsense?fields=Plan__c.Name',
    400,
    { message: 'Record ID nonsense is not a valid record ID.', errorCode: 'INVALID_ID_FIELD' }
  ],
  [
    'no fields at all',
    'rep',
    `records/${plan}`,
    400,
    {
      message: "Must provide either 'fields' or 'layoutTypes'.",
      errorCode: 'INVALID_INPUT_COMBINATION'
    }
  ],
  [
    'a layout type that is none',
    'rep',
    `records/${plan}?layoutTypes=Wide`,
    400,
    {
      message: "Illegal value for query parameter 'layoutTypes': Wide",
      errorCode: 'ILLEGAL_QUERY_PARAMETER_VALUE'
    }
  ],
  [
    'child relationships',
    'rep',
    `records/${plan}?fields=Plan__c.Name&childRelationships=Plan__c.Notes`,
    501,
    {
      message: 'The parameter childRelationships is not supported by the local org.',
      errorCode: 'NOT_IMPLEMENTED'
    }
  ]
];

for (const [name, persona, path, status, error] of REFUSALS) {
  test(`reading ${name} as ${persona} answers ${status}`, async () => {
    assert.deepEqual(await uiApi(org, persona, path), { status, body: [error] });
  });
}
