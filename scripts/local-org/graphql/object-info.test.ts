import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { at, graphql, planOrg } from '../ui-api/testing.ts';

const org = planOrg();
after(() => org.close());

test('object info is asked by name, with the values of picklists', async () => {
  const { data, errors } = await graphql(
    org,
    'rep',
    `
      {
        uiapi {
          objectInfos(
            objectInfoInputs: [{ apiName: "Plan__c", fieldNames: ["Stage__c", "OwnerId", "Secret__c"] }]
          ) {
            ApiName
            label
            createable
            themeInfo {
              color
            }
            fields {
              __typename
              ApiName
              dataType
              required
              referenceToInfos {
                ApiName
                nameFields
              }
              ... on PicklistField {
                picklistValuesByRecordTypeIDs {
                  recordTypeID
                  picklistValues {
                    value
                    label
                  }
                  defaultValue {
                    value
                  }
                }
              }
            }
          }
        }
      }
    `
  );
  assert.deepEqual(errors, []);
  assert.deepEqual(at(data, 'uiapi.objectInfos'), [
    {
      ApiName: 'Plan__c',
      label: 'Plan',
      createable: true,
      themeInfo: { color: '8199AF' },
      fields: [
        {
          __typename: 'StandardField',
          ApiName: 'OwnerId',
          dataType: 'REFERENCE',
          required: true,
          referenceToInfos: [
            { ApiName: 'User', nameFields: ['FirstName', 'LastName', 'Name'] },
            { ApiName: 'Group', nameFields: ['Name'] }
          ]
        },
        {
          __typename: 'PicklistField',
          ApiName: 'Stage__c',
          dataType: 'PICKLIST',
          required: false,
          referenceToInfos: [],
          picklistValuesByRecordTypeIDs: [
            {
              recordTypeID: '012000000000000AAA',
              picklistValues: [
                { value: 'Open', label: 'Still open' },
                { value: 'Done', label: 'Done' }
              ],
              defaultValue: { value: 'Open' }
            }
          ]
        }
      ]
    }
  ]);
});

test('references and children lead on to the object infos behind them', async () => {
  const query = `{ uiapi { objectInfos(apiNames: ["Plan__c"]) {
    fields { ApiName referenceToInfos { objectInfo { label } } } } } }`;
  const { data } = await graphql(org, 'rep', query);
  const fields = at(data, 'uiapi.objectInfos.0.fields') as { ApiName: string }[];
  assert.deepEqual(
    fields.find(({ ApiName }) => ApiName === 'Account__c'),
    { ApiName: 'Account__c', referenceToInfos: [{ objectInfo: { label: 'Account' } }] }
  );
});

test('an object that the user may not read has no info', async () => {
  const query = '{ uiapi { objectInfos(apiNames: ["Plan__c"]) { ApiName } } }';
  const { data, errors } = await graphql(org, 'marketing', query);
  assert.deepEqual(data, { uiapi: { objectInfos: null } });
  assert.equal(errors[0].message, 'Object Plan__c is not supported in UI API');
});
