import { footprintDays, lastDays, readFootprint } from 'c/footprint';
import type { UsageEvent } from 'c/usageEvent';
import { usageEvent } from '../../../../../../test/usage';

const batch = (events: (UsageEvent | string)[], dropped = 0, version = 1) => ({
  Id: 'a03000000000001AAA',
  Events__c: {
    value: events.map((event) => (typeof event === 'string' ? event : JSON.stringify(event))).join('\n')
  },
  Format_Version__c: { value: version },
  Dropped_Count__c: { value: dropped }
});

it('reads each event once, newest first, whatever batch it came in', () => {
  const first = usageEvent({ at: '2026-11-18T10:00:00.000Z' });
  const second = usageEvent({ at: '2026-11-19T10:00:00.000Z' });
  const footprint = readFootprint([batch([first, second], 2), batch([second], 1)]);
  expect(footprint).toEqual({ events: [second, first], unreadable: 0, dropped: 3 });
});

it('counts what it cannot read, and reads the rest', () => {
  const event = usageEvent({});
  const footprint = readFootprint([batch([event, '{"half":']), batch([event], 0, 99), { Id: 'a03' }]);
  expect(footprint.events).toEqual([event]);
  expect(footprint.unreadable).toBe(3);
});

it('puts an event into the day of the person, not of the server', () => {
  const events = [usageEvent({ at: '2026-11-19T02:00:00.000Z' })];
  expect(footprintDays(events, [], 'America/Los_Angeles').map(({ day }) => day)).toEqual(['2026-11-18']);
  expect(footprintDays(events, [], 'Europe/Stockholm').map(({ day }) => day)).toEqual(['2026-11-19']);
});

it('counts a day from its events, and takes the count of the sync where the events are gone', () => {
  const events = [
    usageEvent({ type: 'shown' }),
    usageEvent({ type: 'opened' }),
    usageEvent({ type: 'completed', guidance: 'other' })
  ];
  const counted = [
    {
      Day__c: { value: '2026-11-20' },
      Guidance_Key__c: { value: 'close-plan' },
      Event_Count__c: { value: 99 }
    },
    {
      Day__c: { value: '2026-10-02' },
      Guidance_Key__c: { value: 'close-plan' },
      Event_Count__c: { value: 4 },
      Shown_Count__c: { value: 3 },
      Opened_Count__c: { value: 1 },
      Completed_Count__c: { value: 0 }
    },
    { Day__c: { value: '2026-10-02' }, Guidance_Key__c: { value: 'other' }, Event_Count__c: { value: 2 } },
    {}
  ];
  expect(footprintDays(events, counted, 'UTC')).toEqual([
    { day: '2026-11-20', events: 3, pieces: 2, shown: 1, opened: 1, completed: 1 },
    { day: '2026-10-02', events: 6, pieces: 2, shown: 3, opened: 1, completed: 0 }
  ]);
});

it('shows silent days, too, over the end of a month', () => {
  const day = { day: '2026-12-01', events: 2, pieces: 1, shown: 2, opened: 0, completed: 0 };
  expect(lastDays([day], '2026-12-02', 4).map((one) => [one.day, one.events])).toEqual([
    ['2026-11-29', 0],
    ['2026-11-30', 0],
    ['2026-12-01', 2],
    ['2026-12-02', 0]
  ]);
});
