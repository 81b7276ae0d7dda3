import type { Weekday } from '../../../force-app/main/intelligence/lwc/answerTimes/answerTimes.ts';

/** What clock and calendar show somewhere at a moment. */
export interface WallTime {
  /** ISO date. */
  day: string;
  weekday: Weekday;
  hour: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** An ISO date-time as the org writes it (`2026-11-18T12:00:00.000Z`), in a zone; UTC where the zone is empty. */
export function wallTime(at: string, timeZone: string): WallTime {
  const parts = Object.fromEntries(
    formatFor(timeZone || 'UTC')
      .formatToParts(Date.parse(at))
      .map(({ type, value }) => [type, value])
  );
  return {
    day: `${parts['year']}-${parts['month']}-${parts['day']}`,
    weekday: parts['weekday'] as Weekday,
    hour: Number(parts['hour'])
  };
}

/** Making a format is slow, and accounts share few zones. */
function formatFor(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      weekday: 'long',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit'
    });
    formats.set(timeZone, format);
  }
  return format;
}
