import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importSummary } from './usage-command.ts';

const IMPORTED = {
  rows: 7,
  events: 3,
  repeated: 1,
  unmatched: 2,
  paused: 1,
  people: 1,
  batches: 2,
  newBatches: 1,
  unmatchedFile: 'mail.log.unmatched.ndjson'
};

test('an import says what became of every row, and where the unmatched are', () => {
  assert.equal(
    importSummary(IMPORTED),
    '7 rows: 3 events of 1 person, 1 repeated, 2 unmatched, 1 while recording was paused; 1 new batch.\n' +
      'What is unmatched, and why: mail.log.unmatched.ndjson'
  );
});

test('an import in which all rows fit names no file', () => {
  assert.equal(
    importSummary({ ...IMPORTED, rows: 5, unmatched: 0 }),
    '5 rows: 3 events of 1 person, 1 repeated, 0 unmatched, 1 while recording was paused; 1 new batch.'
  );
});
