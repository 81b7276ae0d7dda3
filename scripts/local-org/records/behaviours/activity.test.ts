import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setupBehaviour as setup } from '../testing/behaviour.ts';

test('a finished task moves the last activity of all it is about; an open one only shows on the deal', () => {
  const { create, deal, read, update, remove } = setup();
  const account = create('Account', { Name: 'Acme' });
  const contact = create('Contact', { LastName: 'Lee', AccountId: account });
  const id = deal({ AccountId: account });
  const last = () => [
    read('Opportunity', id, 'LastActivityDate', 'HasOpenActivity'),
    read('Account', account, 'LastActivityDate').LastActivityDate,
    read('Contact', contact, 'LastActivityDate').LastActivityDate
  ];
  const task = create('Task', { Subject: 'Call', WhatId: id, WhoId: contact, ActivityDate: '2026-11-10' });
  assert.deepEqual(last(), [{ LastActivityDate: null, HasOpenActivity: true }, null, null]);
  update('Task', task, { Status: 'Completed' });
  assert.deepEqual(last(), [
    { LastActivityDate: '2026-11-10', HasOpenActivity: false },
    '2026-11-10',
    '2026-11-10'
  ]);
  assert.deepEqual(read('Task', task, 'IsClosed', 'CompletedDateTime', 'AccountId'), {
    IsClosed: true,
    CompletedDateTime: '2026-11-18T12:00:00.000Z',
    AccountId: account
  });
  remove('Task', task);
  assert.deepEqual(last(), [{ LastActivityDate: null, HasOpenActivity: false }, null, null]);
});

test('an event needs a start and a length; a past one counts as activity, a coming one not yet', () => {
  const { create, read, refused } = setup();
  const account = create('Account', { Name: 'Acme' });
  assert.deepEqual(refused('Event', { Subject: 'Meeting', WhatId: account }), [
    'REQUIRED_FIELD_MISSING: Required fields are missing: [ActivityDateTime, DurationInMinutes]'
  ]);
  const id = create('Event', {
    Subject: 'Meeting',
    WhatId: account,
    StartDateTime: '2026-11-17T09:00:00Z',
    EndDateTime: '2026-11-17T09:45:00Z'
  });
  create('Event', { WhatId: account, ActivityDateTime: '2026-11-20T09:00:00Z', DurationInMinutes: 30 });
  assert.deepEqual(read('Event', id, 'ActivityDate', 'ActivityDateTime', 'DurationInMinutes'), {
    ActivityDate: '2026-11-17',
    ActivityDateTime: '2026-11-17T09:00:00.000Z',
    DurationInMinutes: 45
  });
  assert.equal(read('Account', account, 'LastActivityDate').LastActivityDate, '2026-11-17');
});
