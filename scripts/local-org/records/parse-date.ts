const DATE = /^(\d{4})-(\d{2})-(\d{2})(?:Z|T.*)?$/;
const DATE_TIME =
  /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(?:Z|([+-])(\d{2}):?(\d{2}))?)?$/;

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && isLeap ? 29 : (DAYS[month - 1] ?? 0);
}

/** `YYYY-MM-DD` of a real day, or null. The time of a full ISO text is dropped, as the REST API does. */
export function parseDate(text: string): string | null {
  const match = DATE.exec(text.trim());
  if (!match) return null;
  const [, year, month, day] = match;
  const isReal = year >= '0100' && day >= '01' && Number(day) <= daysIn(Number(year), Number(month));
  return isReal ? `${year}-${month}-${day}` : null;
}

/** `YYYY-MM-DDTHH:mm:ss.sssZ` in UTC, or null. Without an offset the text is taken as UTC. */
export function parseDateTime(text: string): string | null {
  const match = DATE_TIME.exec(text.trim());
  const day = match && parseDate(match[1]);
  if (!match || !day) return null;
  const [, , hours = '00', minutes = '00', seconds = '00', fraction = '0', sign, zoneHours, zoneMinutes] =
    match;
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null;
  const milliseconds = fraction.padEnd(3, '0').slice(0, 3);
  const local = Date.parse(`${day}T${hours}:${minutes}:${seconds}.${milliseconds}Z`);
  const offset = sign ? (Number(zoneHours) * 60 + Number(zoneMinutes)) * (sign === '-' ? -1 : 1) : 0;
  return new Date(local - offset * 60_000).toISOString();
}

const TIME = /^(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?Z?$/;

/** `HH:mm:ss.sssZ`, a time of no day and no zone, or null. https://www.w3.org/TR/xmlschema-2/#time */
export function parseTime(text: string): string | null {
  const [match, hours = '', minutes = '', seconds = '00', fraction = ''] = TIME.exec(text.trim()) ?? [];
  if (match === undefined || hours > '23' || minutes > '59' || seconds > '59') return null;
  return `${hours}:${minutes}:${seconds}.${fraction.padEnd(3, '0')}Z`;
}
