import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { at, planOrg, uiApi } from './testing.ts';

const org = planOrg();
after(() => org.close());

const MASTER = '012000000000000AAA';

test('a picklist has its values in order, with labels and the default', async () => {
  const { status, body } = await uiApi(org, 'rep', `object-info/Plan__c/picklist-values/${MASTER}/Stage__c`);
  const open = { attributes: null, label: 'Still open', validFor: [], value: 'Open' };
  assert.equal(status, 200);
  assert.deepEqual(body, {
    controllerValues: {},
    defaultValue: open,
    url: `/services/data/v66.0/ui-api/object-info/Plan__c/picklist-values/${MASTER}/Stage__c`,
    values: [open, { attributes: null, label: 'Done', validFor: [], value: 'Done' }],
    eTag: at(body, 'eTag')
  });
});

test('stages tell what they mean for the forecast', async () => {
  const path = `object-info/Opportunity/picklist-values/${MASTER}/StageName`;
  const { body } = await uiApi(org, 'rep', path);
  assert.deepEqual(at(body, 'values.7'), {
    attributes: {
      closed: false,
      defaultProbability: 90,
      forecastCategoryName: 'Pipeline',
      picklistAtrributesValueType: 'OpportunityStage',
      won: false
    },
    label: 'Negotiation/Review',
    validFor: [],
    value: 'Negotiation/Review'
  });
});

test('all picklists of an object come by field, without other fields', async () => {
  const { body } = await uiApi(org, 'rep', `object-info/Plan__c/picklist-values/${MASTER}`);
  assert.deepEqual(Object.keys(at(body, 'picklistFieldValues') as object), ['Stage__c', 'Topics__c']);
});

const REFUSALS: [path: string, status: number, errorCode: string][] = [
  [`object-info/Plan__c/picklist-values/${MASTER}/Name`, 404, 'NOT_FOUND'],
  [`object-info/Plan__c/picklist-values/${MASTER}/Secret__c`, 404, 'NOT_FOUND'],
  [`object-info/Nowhere__c/picklist-values/${MASTER}/Stage__c`, 403, 'INSUFFICIENT_ACCESS'],
  ['object-info/Plan__c/picklist-values/012000000000001AAA', 400, 'ILLEGAL_QUERY_PARAMETER_VALUE']
];

for (const [path, status, errorCode] of REFUSALS) {
  test(`${path} answers ${status} ${errorCode}`, async () => {
    const answer = await uiApi(org, 'rep', path);
    assert.equal(answer.status, status);
    assert.equal(at(answer.body, '0.errorCode'), errorCode);
  });
}
