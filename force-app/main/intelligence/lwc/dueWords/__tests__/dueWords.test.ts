import { dateInWords, dueInWords } from 'c/dueWords';

// A Friday, 9 in the morning where the tests' reader is (America/Los_Angeles).
const NOW = new Date('2026-11-20T17:00:00.000Z');

/** Days are said in the reader's time zone, and the space before AM is narrow in some versions of ICU. */
const due = (at: string, left: number | null): string =>
  dueInWords(new Date(at), NOW, left).replace(/\u202f/g, ' ');

describe('when something is due', () => {
  it.each([
    ['2026-11-20T23:30:00.000Z', 6.5, 'due today 3:30 PM, 6 working hours left'],
    ['2026-11-21T18:00:00.000Z', 1.9, 'due tomorrow 10:00 AM, 1 working hour left'],
    ['2026-11-24T18:00:00.000Z', 9, 'due Tue, Nov 24, 10:00 AM, 9 working hours left'],
    ['2026-11-20T17:20:00.000Z', 0.3, 'due today 9:20 AM, less than a working hour left'],
    ['2026-11-20T16:00:00.000Z', -1, 'was due Fri, Nov 20, 8:00 AM, 1 working hour late'],
    ['2026-11-18T16:00:00.000Z', -16.2, 'was due Wed, Nov 18, 8:00 AM, 16 working hours late'],
    ['2026-11-20T16:40:00.000Z', -0.3, 'was due Fri, Nov 20, 8:40 AM, less than a working hour late']
  ])('%s with %d hours', (at, left, expected) => {
    expect(due(at, left)).toBe(expected);
  });

  it('says no hours where the business hours are unknown', () => {
    expect(due('2026-11-21T18:00:00.000Z', null)).toBe('due tomorrow 10:00 AM');
  });
});

describe('a date', () => {
  it('is the day of the reader, with its year only when that is far away', () => {
    expect(dateInWords('2026-11-20T03:00:00.000+0000', NOW)).toBe('Nov 19');
    expect(dateInWords('2026-11-20', NOW)).toBe('Nov 20');
    expect(dateInWords('2027-01-08', NOW)).toBe('Jan 8');
    expect(dateInWords('2025-03-02', NOW)).toBe('Mar 2, 2025');
  });
});
