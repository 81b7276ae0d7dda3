/** A promise as somebody types it, and as a record keeps it. */
import type { ServiceLevel } from 'c/agreementSource';
import { parseBusinessHours, WEEKDAYS, type Weekday } from 'c/businessHours';
import type { Fields } from 'c/crm';

export interface LevelDraft {
  name: string;
  owedBy: string;
  startsWhen: string;
  promise: string;
  hours: string;
  percent: string;
  timeZone: string;
  /** By weekday: `09:00-12:00, 13:00-17:00`; blank on a day that is closed. */
  days: Record<Weekday, string>;
  /** One ISO date a line. */
  holidays: string;
  responsibleId: string | null;
  escalateToId: string | null;
  escalateAfter: string;
}

const WORKDAY = '09:00-17:00';

export function newLevel(timeZone: string): LevelDraft {
  const days = WEEKDAYS.map((day) => [day, day.startsWith('S') ? '' : WORKDAY]);
  return {
    name: '',
    owedBy: 'Marketing',
    startsWhen: 'MQA reached',
    promise: '',
    hours: '8',
    percent: '90',
    timeZone,
    days: Object.fromEntries(days) as Record<Weekday, string>,
    holidays: '',
    responsibleId: null,
    escalateToId: null,
    escalateAfter: '2'
  };
}

/** A stored promise; hours that cannot be read are left blank. */
export function draftOf(level: ServiceLevel, timeZone: string): LevelDraft {
  const { hours } = parseBusinessHours(level.businessHours, level.holidays);
  const days = WEEKDAYS.map((day, index) => [
    day,
    (hours?.days[index] ?? []).map(([from, to]) => `${clock(from)}-${clock(to)}`).join(', ')
  ]);
  return {
    name: level.name,
    owedBy: level.owedBy,
    startsWhen: level.startsWhen,
    promise: level.promise,
    hours: String(level.hours ?? ''),
    percent: String(level.percent ?? ''),
    timeZone: hours?.timeZone ?? timeZone,
    days: Object.fromEntries(days) as Record<Weekday, string>,
    holidays: [...(hours?.holidays ?? [])].sort().join('\n'),
    responsibleId: level.responsible?.id ?? null,
    escalateToId: level.escalateTo?.id ?? null,
    escalateAfter: String(level.escalateAfter ?? '')
  };
}

/** The JSON of `Business_Hours__c`; times are judged by `c/businessHours`. */
export function businessHoursOf({ timeZone, days }: LevelDraft): string {
  const open = WEEKDAYS.flatMap((day) => {
    const spans = days[day]
      .split(',')
      .map((span) => span.split(/[-–]/).map((time) => time.trim()))
      .filter(([from]) => from);
    return spans.length > 0 ? [[day, spans]] : [];
  });
  return JSON.stringify({ timeZone: timeZone.trim(), days: Object.fromEntries(open) });
}

export function holidaysOf({ holidays }: LevelDraft): string {
  return JSON.stringify(holidays.split(/[\s,;]+/).filter(Boolean));
}

/** The fields to save, without key, version and status. */
export function termsOf(draft: LevelDraft): Fields {
  return {
    Name: draft.name.trim(),
    Owed_By__c: draft.owedBy,
    Starts_When__c: draft.startsWhen,
    Promise__c: draft.promise.trim(),
    Target_Hours__c: Number(draft.hours),
    Met_Percent_Target__c: Number(draft.percent),
    Business_Hours__c: businessHoursOf(draft),
    Holidays__c: holidaysOf(draft),
    Responsible__c: draft.responsibleId,
    Escalate_To__c: draft.escalateToId,
    Escalate_After_Missed__c: Number(draft.escalateAfter)
  };
}

/** What a version's key begins with: that of the version before, or the name in plain letters. */
export function slugOf(level: ServiceLevel | null, name: string): string {
  const before = level?.key.replace(/-\d+$/, '');
  return (
    before ||
    name
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60)
  );
}

export function isSigned({ signatures }: ServiceLevel): boolean {
  return Object.values(signatures).some((signature) => signature !== null);
}

function clock(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
