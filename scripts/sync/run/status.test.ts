import assert from 'node:assert/strict';
import { test } from 'node:test';
import { statusText } from './status.ts';

const RUN = {
  Name: 'SR-000001',
  Started_At__c: '2026-11-18T12:00:00.000Z',
  Ended_At__c: null,
  Message__c: null,
  Equation_Holds__c: true,
  Counted_Count__c: null
};

test('says which command each run was, and what it came to', () => {
  const runs = [
    {
      ...RUN,
      Command__c: 'committee',
      Status__c: 'Succeeded',
      Equation__c: '2 rows = 1 won deals + 1 roles'
    },
    { ...RUN, Command__c: null, Status__c: 'Succeeded', Equation__c: null, Counted_Count__c: 3 },
    { ...RUN, Command__c: 'clocks', Status__c: 'Failed', Equation__c: null, Message__c: 'No such field.' }
  ];
  assert.equal(
    statusText({ pending: 0, quarantined: 0, oldestPending: null, runs }),
    'No batch waits.\nLast runs:\n' +
      '  SR-000001  2026-11-18 12:00  committee  Succeeded: 2 rows = 1 won deals + 1 roles\n' +
      '  SR-000001  2026-11-18 12:00  usage  Succeeded: 3 events counted\n' +
      '  SR-000001  2026-11-18 12:00  clocks  Failed: No such field.'
  );
});
