import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import {
  fieldPath,
  getFieldDisplayValue,
  getFieldValue,
  idsIn,
  merge,
  project,
  type RecordRepresentation
} from './representation.ts';

const DEAL: RecordRepresentation = {
  id: '006000000000001AAA',
  apiName: 'Opportunity',
  fields: {
    Amount: { value: 1200, displayValue: '$1,200.00' },
    Campaign: { value: null, displayValue: null },
    Account: {
      displayValue: 'Acme',
      value: {
        id: '001000000000001AAA',
        apiName: 'Account',
        fields: {
          Name: { value: 'Acme', displayValue: null },
          Industry: { value: 'Energy', displayValue: 'Energy' }
        }
      }
    }
  }
};

describe('fields of a record', () => {
  it('are found by path, by schema import and through a parent', () => {
    assert.equal(getFieldValue(DEAL, 'Opportunity.Amount'), 1200);
    assert.equal(
      getFieldDisplayValue(DEAL, { objectApiName: 'Opportunity', fieldApiName: 'Amount' }),
      '$1,200.00'
    );
    assert.equal(getFieldValue(DEAL, 'Opportunity.Account.Name'), 'Acme');
    assert.equal(
      fieldPath({ objectApiName: 'Opportunity', fieldApiName: 'Account.Name' }),
      'Opportunity.Account.Name'
    );
  });

  it('are null behind an empty parent and undefined when never asked for', () => {
    assert.equal(getFieldValue(DEAL, 'Opportunity.Campaign.Name'), null);
    assert.equal(getFieldValue(DEAL, 'Opportunity.StageName'), undefined);
    assert.equal(getFieldValue(undefined, 'Opportunity.StageName'), undefined);
  });
});

it('project leaves only what was asked for, in parents too', () => {
  const { fields } = project(DEAL, ['Opportunity.Account.Name', 'Opportunity.Missing']);
  assert.deepEqual(fields, {
    Account: {
      displayValue: 'Acme',
      value: {
        id: '001000000000001AAA',
        apiName: 'Account',
        fields: { Name: { value: 'Acme', displayValue: null } }
      }
    }
  });
});

it('merge keeps the fields of a parent that is still the same', () => {
  const newer = structuredClone(DEAL);
  newer.fields = {
    Account: {
      displayValue: 'Acme Ltd',
      value: {
        id: '001000000000001AAA',
        apiName: 'Account',
        fields: { Name: { value: 'Acme Ltd', displayValue: null } }
      }
    }
  };
  const merged = merge(DEAL, newer);
  assert.equal(getFieldValue(merged, 'Opportunity.Account.Name'), 'Acme Ltd');
  assert.equal(getFieldValue(merged, 'Opportunity.Account.Industry'), 'Energy');
  assert.equal(getFieldValue(merged, 'Opportunity.Amount'), 1200);
});

it('idsIn names the record and its parents', () => {
  assert.deepEqual(idsIn(DEAL), ['006000000000001AAA', '001000000000001AAA']);
});
