import { parseBusinessHours } from 'c/businessHours';

const BERLIN = { timeZone: 'Europe/Berlin', days: { Monday: [['09:00', '17:00']] } };

function problemsOf(hours: unknown, holidays?: unknown): string[] | undefined {
  const text = typeof hours === 'string' ? hours : JSON.stringify(hours);
  return parseBusinessHours(text, holidays === undefined ? null : JSON.stringify(holidays)).problems;
}

describe('parseBusinessHours', () => {
  it('reads hours by weekday in minutes, in order, and days that are not named as closed', () => {
    const days = {
      Tuesday: [
        ['13:00', '24:00'],
        ['00:00', '12:30']
      ]
    };
    const { hours } = parseBusinessHours(JSON.stringify({ timeZone: 'Asia/Kolkata', days }), ' ');
    expect(hours).toEqual({
      timeZone: 'Asia/Kolkata',
      days: [
        [],
        [
          [0, 750],
          [780, 1440]
        ],
        [],
        [],
        [],
        [],
        []
      ],
      holidays: new Set()
    });
  });

  it('reads holidays', () => {
    const { hours } = parseBusinessHours(JSON.stringify(BERLIN), '["2026-12-25", "2028-02-29"]');
    expect(hours?.holidays).toEqual(new Set(['2026-12-25', '2028-02-29']));
  });

  it.each([
    ['blank', ' ', ['There are no business hours.']],
    [
      'no object',
      '[]',
      ['"timeZone" is an IANA name such as Europe/Berlin, not nothing.', expect.anything()]
    ],
    [
      'an unknown zone',
      { ...BERLIN, timeZone: 'Europe/Bärlin' },
      ['"timeZone" is an IANA name such as Europe/Berlin, not "Europe/Bärlin".']
    ],
    [
      'a list of days',
      { ...BERLIN, days: [] },
      ['"days" is an object with weekdays, as in { "Monday": [["09:00", "17:00"]] }.']
    ],
    [
      'a day in another language',
      { ...BERLIN, days: { Montag: [] } },
      ['"Montag" is no weekday; write Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday.']
    ],
    ['no hours at all', { ...BERLIN, days: {} }, ['No weekday has hours, so nothing could ever be due.']],
    [
      'hours that are no list',
      { ...BERLIN, days: { Monday: '9-5' } },
      ['Monday: the hours are a list such as [["09:00", "12:00"], ["13:00", "17:00"]].']
    ],
    [
      'an interval without brackets of its own',
      { ...BERLIN, days: { Monday: ['09:00', '17:00'] } },
      [
        'Monday: "09:00" is not an opening and a closing, as in ["09:00", "17:00"].',
        'Monday: "17:00" is not an opening and a closing, as in ["09:00", "17:00"].'
      ]
    ],
    [
      'a time without its zero, and one that no clock shows',
      { ...BERLIN, days: { Monday: [['9:00', '17:00']], Friday: [['09:00', '25:00']] } },
      ['Monday: "9:00" is not a time such as 09:00.', 'Friday: "25:00" is not a time such as 09:00.']
    ],
    [
      'a night over two days',
      { ...BERLIN, days: { Monday: [['22:00', '06:00']] } },
      ['Monday: ["22:00","06:00"] closes before it opens. Hours over midnight are of two days.']
    ],
    [
      'an overlap',
      {
        ...BERLIN,
        days: {
          Monday: [
            ['12:00', '17:00'],
            ['09:00', '12:01']
          ]
        }
      },
      ['Monday: two of the hours overlap.']
    ]
  ])('says what is wrong: %s', (_name, hours, problems) => {
    expect(problemsOf(hours)).toEqual(problems);
  });

  it('says what is wrong with holidays, each day by itself', () => {
    expect(problemsOf(BERLIN, ['2026-12-25', '25.12.2026', '2026-02-29', 7])).toEqual([
      'The holiday "25.12.2026" is not a day such as 2026-12-25.',
      'The holiday "2026-02-29" is not a day such as 2026-12-25.',
      'The holiday 7 is not a day such as 2026-12-25.'
    ]);
    expect(problemsOf(BERLIN, { day: '2026-12-25' })).toEqual([
      'The holidays are a list of days, as in ["2026-12-25"].'
    ]);
  });

  it('says that a text is not JSON', () => {
    const { problems } = parseBusinessHours('{', '[');
    expect(problems).toEqual([
      expect.stringMatching(/^The holidays are not JSON: /),
      expect.stringMatching(/^The business hours are not JSON: /)
    ]);
  });
});
