import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TOUCH_SOURCES } from './read-touches.ts';

const [tasks, events, responses] = TOUCH_SOURCES;

const AT_BERLIN = { AccountId: '001', 'Account.Time_Zone__c': '', 'Account.BillingCountry': 'Germany' };
const CALL = {
  ...AT_BERLIN,
  WhoId: '003',
  ActivityDate: '2026-11-17',
  CompletedDateTime: '2026-11-17T08:30:00.000Z',
  TaskSubtype: 'Call',
  CallType: 'Outbound',
  CallDurationInSeconds: '60'
};
const MEETING = {
  ...AT_BERLIN,
  WhoId: '003',
  ActivityDate: '2026-11-16',
  StartDateTime: '2026-11-16T23:30:00.000Z',
  IsAllDayEvent: 'false'
};
const TUESDAY_AT_NINE = { day: '2026-11-17', weekday: 'Tuesday', hour: 9 };

test('a call that lasted is an answer at the hour of their clock', () => {
  assert.deepEqual(tasks!.touchOf(CALL), {
    accountId: '001',
    person: '003',
    timeZone: 'Europe/Berlin',
    day: '2026-11-17',
    answer: TUESDAY_AT_NINE
  });
});

const TASKS: [string, Record<string, string>, answer: object | null][] = [
  ['a call that they made', { CallType: 'Inbound', CallDurationInSeconds: '' }, TUESDAY_AT_NINE],
  ['a call that nobody took', { CallDurationInSeconds: '0' }, null],
  ['an e-mail', { TaskSubtype: 'Email', CallDurationInSeconds: '' }, null],
  ['a call with nobody in particular', { WhoId: '' }, null],
  ['a call that was entered a day later', { CompletedDateTime: '2026-11-18T08:30:00.000Z' }, null],
  ['a call of an imported task', { CompletedDateTime: '' }, null],
  ['a call in a country of several zones', { 'Account.BillingCountry': 'United States' }, null]
];
for (const [name, details, answer] of TASKS) {
  test(`${name} is a touch, and ${answer ? 'an' : 'no'} answer`, () => {
    const touch = tasks!.touchOf({ ...CALL, ...details });
    assert.deepEqual([touch?.day, touch?.answer], ['2026-11-17', answer]);
  });
}

test('a task without a day is of the day on which it was completed, on their calendar', () => {
  const touch = tasks!.touchOf({ ...CALL, ActivityDate: '', CompletedDateTime: '2026-11-16T23:30:00.000Z' });
  assert.deepEqual([touch?.day, touch?.answer?.hour], ['2026-11-17', 0]);
  assert.equal(tasks!.touchOf({ ...CALL, ActivityDate: '', CompletedDateTime: '' }), null);
});

test('a meeting is an answer on their calendar, where it may be tomorrow', () => {
  const touch = events!.touchOf(MEETING);
  assert.deepEqual([touch?.day, touch?.answer], ['2026-11-17', { ...TUESDAY_AT_NINE, hour: 0 }]);
});

test('a whole day, and a meeting without anybody of theirs, are touches and no answers', () => {
  const whole = events!.touchOf({ ...MEETING, IsAllDayEvent: 'true' });
  const alone = events!.touchOf({ ...MEETING, WhoId: '' });
  assert.deepEqual([whole?.day, whole?.answer], ['2026-11-16', null]);
  assert.deepEqual([alone?.person, alone?.answer], [null, null]);
});

test('a response to a campaign has a day and a person, and no hour', () => {
  const row = {
    ContactId: '003',
    'Contact.AccountId': '001',
    'Contact.Account.Time_Zone__c': 'Asia/Tokyo',
    'Contact.Account.BillingCountry': '',
    FirstRespondedDate: '2026-11-10'
  };
  assert.deepEqual(responses!.touchOf(row), {
    accountId: '001',
    person: '003',
    timeZone: 'Asia/Tokyo',
    day: '2026-11-10',
    answer: null
  });
  assert.equal(responses!.touchOf({ ...row, FirstRespondedDate: '' }), null);
});
