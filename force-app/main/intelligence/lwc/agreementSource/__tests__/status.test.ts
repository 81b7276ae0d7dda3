import { partStatus } from 'c/agreementSource';

const failed = { errors: [{ message: 'Service unavailable' }] };
const denied = { errors: [{ message: "Field 'Kpi_Week__c' in type 'RecordQuery' is undefined" }] };

it.each([
  [[undefined], false, 'loading'],
  [[{ data: {} }], true, 'ready'],
  [[{ data: {} }, failed], true, 'failed'],
  [[undefined, denied], false, 'denied']
])('of %j, complete: %s, is %s', (answers, isComplete, expected) => {
  expect(partStatus(answers, isComplete)).toBe(expected);
});
