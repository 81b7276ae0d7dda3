import { dayAt, dayOf, instantOf, relativeDays } from 'c/calendar';

const iso = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
/** A Monday. */
const TODAY = dayOf('2026-11-23', 'UTC');
const range = (text: string, firstDayOfWeek?: number): string => {
  const [from, to] = relativeDays(text)?.(TODAY, firstDayOfWeek) ?? [NaN, NaN];
  return `${iso(from)} ${iso(to - 1)}`;
};

describe('c/calendar', () => {
  it("takes the day from the person's time zone", () => {
    const instant = new Date('2026-11-22T23:30:00Z');
    expect(iso(dayAt(instant, 'UTC'))).toBe('2026-11-22');
    expect(iso(dayAt(instant, 'Europe/Berlin'))).toBe('2026-11-23');
    expect(iso(dayAt(instant, 'America/Los_Angeles'))).toBe('2026-11-22');
  });

  it('keeps days whole when clocks change', () => {
    // Summer time ends in New York on 1 November 2026 at 02:00.
    expect(iso(dayOf('2026-11-01T05:59:59Z', 'America/New_York'))).toBe('2026-11-01');
    expect(iso(dayOf('2026-11-02T04:59:59Z', 'America/New_York'))).toBe('2026-11-01');
    expect(iso(dayOf('2026-11-02T05:00:00Z', 'America/New_York'))).toBe('2026-11-02');
  });

  it('leaves a date without time alone', () => {
    expect(iso(dayOf('2026-11-22', 'Pacific/Auckland'))).toBe('2026-11-22');
  });

  it('reads the offsets that the REST API writes', () => {
    expect(iso(dayOf('2026-11-22T23:30:00.000+0000', 'Europe/Berlin'))).toBe('2026-11-23');
    expect(instantOf('2026-11-22T23:30:00.000-0530')).toBe(Date.UTC(2026, 10, 23, 5, 0));
  });

  it.each(['', 'Negotiation', '2026', '22.11.2026', '2026-13-45', '2026-99-99T10:00:00Z'])(
    'answers NaN for %j',
    (text) => {
      expect(dayOf(text, 'UTC')).toBeNaN();
    }
  );

  it('never throws: an unknown time zone counts as UTC, an invalid date is NaN', () => {
    expect(iso(dayAt(new Date('2026-11-22T23:30:00Z'), 'Mars/Olympus'))).toBe('2026-11-22');
    expect(dayAt(new Date(NaN), 'UTC')).toBeNaN();
    expect(instantOf('soon')).toBeNaN();
  });

  it.each([
    ['TODAY', '2026-11-23 2026-11-23'],
    ['YESTERDAY', '2026-11-22 2026-11-22'],
    ['TOMORROW', '2026-11-24 2026-11-24'],
    ['LAST_WEEK', '2026-11-15 2026-11-21'],
    ['THIS_WEEK', '2026-11-22 2026-11-28'],
    ['NEXT_MONTH', '2026-12-01 2026-12-31'],
    ['THIS_QUARTER', '2026-10-01 2026-12-31'],
    ['NEXT_QUARTER', '2027-01-01 2027-03-31'],
    ['LAST_YEAR', '2025-01-01 2025-12-31'],
    ['LAST_90_DAYS', '2026-08-25 2026-11-23'],
    ['NEXT_90_DAYS', '2026-11-24 2027-02-21'],
    ['LAST_N_DAYS:30', '2026-10-24 2026-11-23'],
    ['NEXT_N_DAYS:14', '2026-11-24 2026-12-07'],
    ['LAST_N_WEEKS:2', '2026-11-08 2026-11-21'],
    ['NEXT_N_MONTHS:2', '2026-12-01 2027-01-31'],
    ['LAST_N_QUARTERS:1', '2026-07-01 2026-09-30'],
    ['NEXT_N_YEARS:2', '2027-01-01 2028-12-31'],
    ['N_DAYS_AGO:7', '2026-11-16 2026-11-16'],
    ['N_MONTHS_AGO:1', '2026-10-01 2026-10-31']
  ])('%s is %s', (text, expected) => {
    expect(range(text)).toBe(expected);
  });

  it("begins weeks on the org's first day", () => {
    expect(range('THIS_WEEK', 2)).toBe('2026-11-23 2026-11-29');
    expect(range('THIS_WEEK', 7)).toBe('2026-11-21 2026-11-27');
  });

  it.each([
    'today',
    'LAST_DAY',
    'THIS_FISCAL_QUARTER',
    'LAST_N_DAYS',
    'LAST_N_DAYS:x',
    'LAST_N_DAYS:99999',
    ' TODAY'
  ])('does not take %j for a relative date', (text) => {
    expect(relativeDays(text)).toBeUndefined();
  });
});
