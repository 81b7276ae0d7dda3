import assert from 'node:assert/strict';
import { it } from 'node:test';

import { announceChanges, observeObject } from './changes.ts';

it('tells of changes to an object, to records of unknown objects, and to everything', () => {
  let told = 0;
  const stop = observeObject('Task', () => (told += 1));
  announceChanges([{ recordId: '00T000000000001AAA', objectApiName: 'Task' }]);
  announceChanges([{ recordId: '006000000000001AAA', objectApiName: 'Opportunity' }]);
  assert.equal(told, 1);
  announceChanges([{ recordId: '00T000000000001AAA', objectApiName: null }]);
  announceChanges([]);
  assert.equal(told, 3);
  stop();
  announceChanges([]);
  assert.equal(told, 3);
});
