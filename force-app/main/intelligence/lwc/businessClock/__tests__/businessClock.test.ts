import fc from 'fast-check';
import { businessClock, type BusinessClock } from 'c/businessClock';
import { parseBusinessHours } from 'c/businessHours';

type Intervals = [string, string][];

const WORKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];
const EVERY_DAY = [...WORKDAYS, 'Saturday', 'Sunday'];

function clock(
  timeZone: string,
  intervals: Intervals = [['09:00', '17:00']],
  weekdays: string[] = WORKDAYS,
  holidays: string[] = []
): BusinessClock {
  const days = Object.fromEntries(weekdays.map((day) => [day, intervals]));
  const { hours, problems } = parseBusinessHours(
    JSON.stringify({ timeZone, days }),
    JSON.stringify(holidays)
  );
  if (!hours) {
    throw new Error(problems.join(' '));
  }
  return businessClock(hours);
}

const WITH_LUNCH: Intervals = [
  ['09:00', '12:00'],
  ['13:00', '17:00']
];
const AROUND_THE_CLOCK: Intervals = [['00:00', '24:00']];
const NIGHT: Intervals = [['01:00', '05:00']];

// In November 2026 the 16th is a Monday. Berlin is UTC+1 in winter and UTC+2 in summer.
const DUE: [string, BusinessClock, start: string, hours: number, due: string][] = [
  ['within the day', clock('Europe/Berlin'), '2026-11-16T09:00:00Z', 4, '2026-11-16T13:00:00Z'],
  ['at once, even when closed', clock('Europe/Berlin'), '2026-11-15T09:00:00Z', 0, '2026-11-15T09:00:00Z'],
  ['exactly at closing time', clock('Europe/Berlin'), '2026-11-16T08:00:00Z', 8, '2026-11-16T16:00:00Z'],
  ['over the night', clock('Europe/Berlin'), '2026-11-16T15:00:00Z', 4, '2026-11-17T11:00:00Z'],
  ['over the weekend', clock('Europe/Berlin'), '2026-11-20T15:00:00Z', 4, '2026-11-23T11:00:00Z'],
  ['from before opening', clock('Europe/Berlin'), '2026-11-16T03:00:00Z', 1, '2026-11-16T09:00:00Z'],
  ['from after closing', clock('Europe/Berlin'), '2026-11-16T22:00:00Z', 1, '2026-11-17T09:00:00Z'],
  ['from a Saturday', clock('Europe/Berlin'), '2026-11-21T12:00:00Z', 1, '2026-11-23T09:00:00Z'],
  ['over lunch', clock('Europe/Berlin', WITH_LUNCH), '2026-11-16T10:00:00Z', 2, '2026-11-16T13:00:00Z'],
  [
    'from within lunch',
    clock('Europe/Berlin', WITH_LUNCH),
    '2026-11-16T11:30:00Z',
    1,
    '2026-11-16T13:00:00Z'
  ],
  [
    'over Christmas: Thursday 24 December to Monday',
    clock('Europe/Berlin', undefined, WORKDAYS, ['2026-12-25']),
    '2026-12-24T15:00:00Z',
    2,
    '2026-12-28T09:00:00Z'
  ],
  [
    'from within a holiday',
    clock('Europe/Berlin', undefined, WORKDAYS, ['2026-12-25']),
    '2026-12-25T09:00:00Z',
    0.5,
    '2026-12-28T08:30:00Z'
  ],
  // Friday 27 March is winter time, Monday 30 March is summer time.
  [
    'over the change to summer time',
    clock('Europe/Berlin'),
    '2026-03-27T15:00:00Z',
    2,
    '2026-03-30T08:00:00Z'
  ],
  // Friday 23 October is summer time, Monday 26 October is winter time.
  [
    'over the change to winter time',
    clock('Europe/Berlin'),
    '2026-10-23T14:00:00Z',
    2,
    '2026-10-26T09:00:00Z'
  ],
  // 29 March from 01:00 to 05:00 has three hours: 02:00 jumps to 03:00.
  [
    'in a night that lacks an hour',
    clock('Europe/Berlin', NIGHT, EVERY_DAY),
    '2026-03-28T23:30:00Z',
    3,
    '2026-03-29T03:00:00Z'
  ],
  // 25 October from 01:00 to 05:00 has five hours: 03:00 goes back to 02:00.
  [
    'in a night that has an hour more',
    clock('Europe/Berlin', NIGHT, EVERY_DAY),
    '2026-10-24T22:00:00Z',
    5,
    '2026-10-25T04:00:00Z'
  ],
  // The United States change on 8 March, three weeks before Europe.
  [
    'in New York after its own change',
    clock('America/New_York'),
    '2026-03-06T21:00:00Z',
    2,
    '2026-03-09T14:00:00Z'
  ],
  ['in Kolkata, half an hour off', clock('Asia/Kolkata'), '2026-11-16T11:00:00Z', 1, '2026-11-17T04:00:00Z'],
  // Tuesday there begins while it is Monday elsewhere.
  ['in Auckland, a day ahead', clock('Pacific/Auckland'), '2026-11-15T20:00:00Z', 1, '2026-11-15T21:00:00Z'],
  // Lord Howe puts its clock forward by half an hour, on 4 October 2026 at 02:00.
  [
    'on Lord Howe, where half an hour is skipped',
    clock('Australia/Lord_Howe', NIGHT, EVERY_DAY),
    '2026-10-03T14:30:00Z',
    3.5,
    '2026-10-03T18:00:00Z'
  ],
  // Beirut has no midnight on 29 March 2026: 00:00 is 01:00.
  [
    'in Beirut, where a day begins at one',
    clock('Asia/Beirut', AROUND_THE_CLOCK, EVERY_DAY),
    '2026-03-28T21:00:00Z',
    2,
    '2026-03-28T23:00:00Z'
  ],
  // A year of 2,087 hours: 261 weekdays in 2026 less one hour.
  ['far away', clock('UTC'), '2026-01-01T09:00:00Z', 2087, '2026-12-31T16:00:00Z']
];

const BETWEEN: [string, BusinessClock, from: string, to: string, hours: number][] = [
  ['nothing', clock('Europe/Berlin'), '2026-11-16T09:00:00Z', '2026-11-16T09:00:00Z', 0],
  ['a week', clock('Europe/Berlin'), '2026-11-16T00:00:00Z', '2026-11-23T00:00:00Z', 40],
  ['a weekend', clock('Europe/Berlin'), '2026-11-20T16:00:00Z', '2026-11-23T08:00:00Z', 0],
  [
    'a week with lunch and a holiday',
    clock('Europe/Berlin', WITH_LUNCH, WORKDAYS, ['2026-11-18']),
    '2026-11-16T00:00:00Z',
    '2026-11-23T00:00:00Z',
    28
  ],
  ['backwards', clock('Europe/Berlin'), '2026-11-16T13:00:00Z', '2026-11-16T09:00:00Z', -4],
  [
    'the day with 23 hours',
    clock('Europe/Berlin', AROUND_THE_CLOCK, ['Sunday']),
    '2026-03-23T00:00:00Z',
    '2026-03-30T00:00:00Z',
    23
  ],
  [
    'the day with 25 hours',
    clock('Europe/Berlin', AROUND_THE_CLOCK, ['Sunday']),
    '2026-10-19T00:00:00Z',
    '2026-10-26T12:00:00Z',
    25
  ],
  // Opens at 02:30, which that night does not have, and closes at 05:00: open from the jump at 03:00.
  [
    'from an opening that is skipped',
    clock('Europe/Berlin', [['02:30', '05:00']], EVERY_DAY),
    '2026-03-29T00:00:00Z',
    '2026-03-29T12:00:00Z',
    2
  ],
  // 02:30 comes twice; both times are the first, so these two stay side by side: 01:00 to 04:00 has four hours.
  [
    'over hours that meet at a time that comes twice',
    clock(
      'Europe/Berlin',
      [
        ['01:00', '02:30'],
        ['02:30', '04:00']
      ],
      EVERY_DAY
    ),
    '2026-10-24T22:00:00Z',
    '2026-10-25T12:00:00Z',
    4
  ],
  // Samoa had no 30 December 2011, a Friday: Thursday the 29th and Monday the 2nd, where the 3rd begins at 10:00 UTC.
  [
    'over a day that the calendar skipped',
    clock('Pacific/Apia'),
    '2011-12-29T10:00:00Z',
    '2012-01-02T10:00:00Z',
    16
  ]
];

describe('businessClock', () => {
  it.each(DUE)('is due %s', (_name, { dueAt }, start, hours, due) => {
    expect(dueAt(new Date(start), hours).toISOString()).toBe(new Date(due).toISOString());
  });

  it.each(BETWEEN)('counts the hours of %s', (_name, { hoursBetween }, from, to, hours) => {
    expect(hoursBetween(new Date(from), new Date(to))).toBe(hours);
  });

  it('says what is left, and by how much something is overdue', () => {
    const { hoursLeft } = clock('Europe/Berlin');
    const due = new Date('2026-11-17T09:00:00Z');
    expect(hoursLeft(new Date('2026-11-16T14:00:00Z'), due)).toBe(3);
    expect(hoursLeft(new Date('2026-11-18T09:00:00Z'), due)).toBe(-8);
  });

  it('refuses what no clock can count', () => {
    const { dueAt, hoursBetween } = clock('UTC');
    const now = new Date('2026-11-16T09:00:00Z');
    expect(() => dueAt(now, -1)).toThrow('Business hours to wait are a number from 0, not -1.');
    expect(() => dueAt(now, NaN)).toThrow('Business hours to wait are a number from 0, not NaN.');
    expect(() => hoursBetween(now, new Date(NaN))).toThrow('A moment on the business clock is a valid date.');
    const closed = { timeZone: 'UTC', days: [[], [], [], [], [], [], []], holidays: new Set<string>() };
    expect(() => businessClock(closed)).toThrow('A business clock needs a weekday that has hours.');
  });
});

describe('properties of the business clock', () => {
  const ZONES = [
    'UTC',
    'Europe/Berlin',
    'America/New_York',
    'Asia/Kolkata',
    'Australia/Lord_Howe',
    'Africa/Casablanca'
  ];
  const minutes = fc.uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 2, maxLength: 6 });
  const intervals = minutes.map((quarters): Intervals => {
    const times = quarters
      .toSorted((one, other) => one - other)
      .map(
        (quarter) =>
          `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`
      );
    const pairs = times.flatMap((from, index): Intervals => {
      return index % 2 === 0 && index + 1 < times.length ? [[from, times[index + 1]]] : [];
    });
    return pairs;
  });
  const clocks = fc
    .tuple(fc.constantFrom(...ZONES), intervals, fc.subarray(EVERY_DAY, { minLength: 1 }))
    .map(([zone, open, days]) => clock(zone, open, days, ['2026-03-30', '2026-11-02']));
  const FROM = Date.parse('2026-01-01T00:00:00Z');
  const moments = fc
    .integer({ min: 0, max: 400 * 24 * 60 })
    .map((minute) => new Date(FROM + minute * 60_000));
  const quarters = fc.integer({ min: 0, max: 240 }).map((quarter) => quarter / 4);

  it('is due so many hours after its start, and not a moment earlier', () => {
    fc.assert(
      fc.property(clocks, moments, quarters, ({ dueAt, hoursBetween }, start, hours) => {
        const due = dueAt(start, hours);
        expect(hoursBetween(start, due)).toBeCloseTo(hours, 9);
        expect(hours === 0 || hoursBetween(start, new Date(due.getTime() - 1)) < hours).toBe(true);
      }),
      { seed: 5, numRuns: 150 }
    );
  });

  it('is never due earlier for a later start or for more hours', () => {
    fc.assert(
      fc.property(clocks, moments, moments, quarters, quarters, ({ dueAt }, one, other, few, more) => {
        const [first, second] = one <= other ? [one, other] : [other, one];
        const [less, longer] = few <= more ? [few, more] : [more, few];
        expect(dueAt(first, less).getTime()).toBeLessThanOrEqual(dueAt(second, longer).getTime());
      }),
      { seed: 6, numRuns: 100 }
    );
  });

  it('adds up over any moment between', () => {
    fc.assert(
      fc.property(clocks, moments, moments, moments, ({ hoursBetween }, one, two, three) => {
        expect(hoursBetween(one, two) + hoursBetween(two, three)).toBeCloseTo(hoursBetween(one, three), 9);
      }),
      { seed: 7, numRuns: 60 }
    );
  });
});
