import { dayInWords, momentInWords, timeOfDayInWords, weekdayInWords } from 'c/moments';

jest.mock('@salesforce/i18n/timeZone', () => ({ __esModule: true, default: 'Asia/Tokyo' }), {
  virtual: true
});

it('tells a moment in the time zone of the person', () => {
  expect(momentInWords('2026-11-20T16:30:00.000Z')).toMatch(/^Nov 21, 2026, 1:30\sAM$/);
});

it('reads offsets as the platform writes them', () => {
  expect(momentInWords('2026-11-20T16:30:00.000+0000')).toMatch(/^Nov 21, 2026, 1:30\sAM$/);
});

it('shows what is no moment as it is', () => {
  expect(momentInWords('soon')).toBe('soon');
});

it('tells a day, which has no time zone', () => {
  expect(dayInWords('2026-11-20')).toBe('Nov 20');
});

it('names the days of a week that begins on Monday, long and short', () => {
  expect([0, 6].map((weekday) => weekdayInWords(weekday, 'long'))).toEqual(['Monday', 'Sunday']);
  expect([0, 6].map((weekday) => weekdayInWords(weekday, 'short'))).toEqual(['Mon', 'Sun']);
});

it('tells a time of day as it is meant, not in the time zone of the person', () => {
  expect(timeOfDayInWords(0)).toMatch(/^12:00\sAM$/);
  expect(timeOfDayInWords(9 * 60 + 30)).toMatch(/^9:30\sAM$/);
});
