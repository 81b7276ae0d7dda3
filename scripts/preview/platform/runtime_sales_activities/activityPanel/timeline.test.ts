import assert from 'node:assert/strict';
import { it } from 'node:test';

import type { RecordRepresentation } from '../../data/records/representation.ts';
import { eventActivity, sortActivities, taskActivity } from './timeline.ts';

const TODAY = '2026-11-18';

function record(id: string, values: Record<string, string | boolean>): RecordRepresentation {
  const fields = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, { value, displayValue: null }])
  );
  return { id, apiName: 'Task', fields };
}

const overdue = taskActivity(
  record('1', { Subject: 'Call', ActivityDate: '2026-11-01', TaskSubtype: 'Call' }),
  TODAY
);
const undated = taskActivity(record('2', { Subject: 'Some day' }), TODAY);
const done = taskActivity(
  record('3', { Subject: 'Done', ActivityDate: '2026-11-02', IsClosed: true }),
  TODAY
);
const meeting = eventActivity(
  record('4', { Subject: 'Meet', StartDateTime: '2026-11-19T10:00:00.000Z' }),
  TODAY
);
const met = eventActivity(record('5', { Subject: 'Met', StartDateTime: '2026-11-10T10:00:00.000Z' }), TODAY);

it('tells what is overdue, and a call from a task', () => {
  assert.deepEqual([overdue.isOverdue, overdue.icon], [true, 'standard:log_a_call']);
  assert.deepEqual([undated.isOverdue, undated.icon, undated.when], [false, 'standard:task', 'No due date']);
  assert.equal(done.isOverdue, false);
});

it('puts what is to do first to last, and what is done last to first', () => {
  const { upcoming, past } = sortActivities([undated, met, meeting, done, overdue]);
  assert.deepEqual(
    upcoming.map(({ subject }) => subject),
    ['Call', 'Meet', 'Some day']
  );
  assert.deepEqual(
    past.map(({ subject }) => subject),
    ['Met', 'Done']
  );
});
