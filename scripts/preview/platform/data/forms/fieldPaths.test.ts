import assert from 'node:assert/strict';
import { it } from 'node:test';

import type { FieldInfo, ObjectInfo } from '../objects/objects.ts';
import type { RecordRepresentation } from '../records/representation.ts';
import { fieldText, lookupTarget } from './fieldText.ts';
import { changedFields, fieldPaths } from './fieldPaths.ts';

function field(rest: Partial<FieldInfo>): FieldInfo {
  return {
    dataType: 'String',
    reference: false,
    relationshipName: null,
    referenceToInfos: [],
    ...rest
  } as FieldInfo;
}

const ACCOUNT = field({
  apiName: 'AccountId',
  dataType: 'Reference',
  reference: true,
  relationshipName: 'Account',
  referenceToInfos: [{ apiName: 'Account', nameFields: ['Name'] }]
});
const INFO = {
  apiName: 'Opportunity',
  fields: { AccountId: ACCOUNT, Amount: field({ apiName: 'Amount' }) }
} as unknown as ObjectInfo;

const DEAL: RecordRepresentation = {
  id: '006000000000001AAA',
  apiName: 'Opportunity',
  fields: {
    Amount: { value: 1200, displayValue: '$1,200.00' },
    NextStep: { value: null, displayValue: null },
    AccountId: { value: '001000000000001AAA', displayValue: null },
    Account: {
      displayValue: 'Acme',
      value: {
        id: '001000000000001AAA',
        apiName: 'Account',
        fields: { Name: { value: 'Acme', displayValue: null } }
      }
    }
  }
};

it('changedFields keeps what differs from the record', () => {
  assert.deepEqual(changedFields({ Amount: 1200, NextStep: 'Call', AccountId: null }, DEAL), {
    NextStep: 'Call',
    AccountId: null
  });
  assert.deepEqual(changedFields({ Amount: 1 }, null), { Amount: 1 });
});

it('fieldPaths asks for the name behind a lookup', () => {
  assert.deepEqual(fieldPaths(INFO, 'AccountId'), ['Opportunity.AccountId', 'Opportunity.Account.Name']);
  assert.deepEqual(fieldPaths(INFO, 'Amount'), ['Opportunity.Amount']);
});

it('lookupTarget tells where a lookup leads', () => {
  assert.deepEqual(lookupTarget(DEAL, ACCOUNT), {
    id: '001000000000001AAA',
    objectApiName: 'Account',
    name: 'Acme'
  });
  assert.equal(lookupTarget({ ...DEAL, fields: {} }, ACCOUNT), null);
});

it('fieldText reads as a person does', () => {
  assert.equal(fieldText(DEAL.fields.Amount, field({ dataType: 'Currency' })), '$1,200.00');
  assert.equal(fieldText({ value: 40, displayValue: null }, field({ dataType: 'Percent' })), '40%');
  assert.equal(
    fieldText({ value: 'a;b', displayValue: 'A;B' }, field({ dataType: 'Multipicklist' })),
    'A, B'
  );
  assert.equal(fieldText({ value: 1234567, displayValue: null }, field({ dataType: 'Int' })), '1,234,567');
  assert.equal(fieldText(DEAL.fields.NextStep, field({})), '');
  assert.equal(fieldText(undefined, field({})), '');
});
