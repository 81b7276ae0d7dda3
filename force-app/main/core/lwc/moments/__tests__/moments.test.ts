import { dayInWords, momentInWords } from 'c/moments';

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
