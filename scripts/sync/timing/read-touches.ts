import type { BulkRecord } from '../bulk/bulk-records.ts';
import { timeZoneOf } from './time-zones.ts';
import { wallTime } from './wall-time.ts';
import type { WallTime } from './wall-time.ts';

/** Somebody at an account was reached; `answer` is when they answered, on their own clock, where that is known. */
export interface AccountTouch {
  accountId: string;
  timeZone: string;
  /** ISO date on the account's calendar. */
  day: string;
  person: string | null;
  answer: WallTime | null;
}

/** One source of touches: its query, and what a row of it says; null for a row that says nothing. */
export interface TouchSource {
  name: string;
  /** For touches from this day on. */
  soql(from: string, now: Date): string;
  touchOf(row: BulkRecord): AccountTouch | null;
}

const ACCOUNT = 'AccountId, Account.Time_Zone__c, Account.BillingCountry';

/**
 * Completed tasks. A task says when it was done only by its day, unless it was completed on that day: a task that was
 * imported, or closed a week later, has no hour. An answer is a call that they made, or that lasted.
 */
const tasks: TouchSource = {
  name: 'tasks',
  soql: (from) =>
    `SELECT ${ACCOUNT}, WhoId, ActivityDate, CompletedDateTime, TaskSubtype, CallType, CallDurationInSeconds
     FROM Task WHERE IsClosed = true AND AccountId != null
     AND (ActivityDate >= ${from} OR (ActivityDate = null AND CompletedDateTime >= ${from}T00:00:00Z))`,
  touchOf(row) {
    const { timeZone, ...touch } = commonOf(row, 'Account.');
    const completed = row['CompletedDateTime'] ? wallTime(row['CompletedDateTime'], timeZone) : null;
    const day = row['ActivityDate'] || completed?.day;
    if (!day) return null;
    const isAnswer =
      row['CallType'] === 'Inbound' ||
      (row['TaskSubtype'] === 'Call' && Number(row['CallDurationInSeconds']) > 0);
    const hasHour = timeZone !== '' && completed?.day === day && touch.person !== null;
    return { ...touch, timeZone, day, answer: isAnswer && hasHour ? completed : null };
  }
};

/** Meetings that have begun. One with somebody of theirs at an hour of the day is an answer: they took the time. */
const events: TouchSource = {
  name: 'events',
  soql: (from, now) =>
    `SELECT ${ACCOUNT}, WhoId, ActivityDate, StartDateTime, IsAllDayEvent
     FROM Event WHERE AccountId != null AND ActivityDate >= ${from} AND StartDateTime <= ${now.toISOString()}`,
  touchOf(row) {
    const { timeZone, ...touch } = commonOf(row, 'Account.');
    const start = row['StartDateTime'] ? wallTime(row['StartDateTime'], timeZone) : null;
    const isAllDay = row['IsAllDayEvent'] === 'true';
    const day = (isAllDay ? null : start?.day) ?? row['ActivityDate'];
    if (!day) return null;
    const isAnswer = !isAllDay && timeZone !== '' && touch.person !== null;
    return { ...touch, timeZone, day, answer: isAnswer ? start : null };
  }
};

/** Responses to campaigns. They have a day and no hour, so they are touches and never answers. */
const responses: TouchSource = {
  name: 'campaign responses',
  soql: (from) =>
    `SELECT ContactId, Contact.AccountId, Contact.Account.Time_Zone__c, Contact.Account.BillingCountry,
     FirstRespondedDate FROM CampaignMember
     WHERE HasResponded = true AND Contact.AccountId != null AND FirstRespondedDate >= ${from}`,
  touchOf: (row) =>
    row['FirstRespondedDate']
      ? { ...commonOf(row, 'Contact.Account.'), day: row['FirstRespondedDate'], answer: null }
      : null
};

export const TOUCH_SOURCES: readonly TouchSource[] = [tasks, events, responses];

function commonOf(row: BulkRecord, account: string): Pick<AccountTouch, 'accountId' | 'timeZone' | 'person'> {
  return {
    accountId: row['AccountId'] ?? row['Contact.AccountId'] ?? '',
    timeZone: timeZoneOf(row[`${account}Time_Zone__c`] ?? '', row[`${account}BillingCountry`] ?? ''),
    person: (row['WhoId'] ?? row['ContactId']) || null
  };
}
