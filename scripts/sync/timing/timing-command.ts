import { WEEKDAYS } from '../../../force-app/main/intelligence/lwc/answerTimes/answerTimes.ts';
import type { Answers } from '../../../force-app/main/intelligence/lwc/answerTimes/answerTimes.ts';
import { WEEKS } from '../../../force-app/main/intelligence/lwc/engagement/engagement.ts';
import { count } from '../../lib/count.ts';
import { addDays } from '../../lib/days.ts';
import { bulkRecords } from '../bulk/bulk-records.ts';
import { queryRows } from '../org/rest.ts';
import type { FieldValues } from '../org/rest.ts';
import { changesFor } from '../run/changes.ts';
import type { Stored } from '../run/changes.ts';
import { computedCommand } from '../run/computed-command.ts';
import type { Computed } from '../run/computed-command.ts';
import { step } from '../run/context.ts';
import type { SyncContext } from '../run/context.ts';
import type { OpenedContext } from '../run/open-context.ts';
import { countTouches } from './count-touches.ts';
import type { AccountTiming } from './count-touches.ts';
import { TOUCH_SOURCES } from './read-touches.ts';
import { timeZoneOf } from './time-zones.ts';

const OBJECT = 'Account_Engagement__c';
const KEY = 'Engagement_Key__c';

/** `caddie sync timing`: touches by week and answers by weekday and hour, of every account that has any. */
export function timingCommand(context: OpenedContext, options: { dryRun?: boolean }) {
  return computedCommand(context, 'timing', computeTiming, options);
}

async function computeTiming(context: SyncContext): Promise<Computed> {
  const now = context.client.clock.now();
  const counting = countTouches(now);
  const stored = await step(context, 'Read what is stored', () =>
    queryRows<Stored>(context.client, `SELECT Id, ${STORED_FIELDS.join(', ')} FROM ${OBJECT}`)
  );
  await step(context, 'Read accounts that are told of in any case', () => includeAccounts(context, counting));
  // A day more than the weeks have: on the account's calendar it may be a day earlier than here.
  const from = addDays(now.toISOString().slice(0, 10), -7 * WEEKS - 1);
  for (const { name, soql, touchOf } of TOUCH_SOURCES) {
    await step(context, `Read ${name}`, async () => {
      let read = 0;
      for await (const row of bulkRecords(context, {
        name: name.replaceAll(' ', '-'),
        soql: soql(from, now)
      })) {
        counting.add(touchOf(row));
        read += 1;
        if (read % 1000 === 0) context.progress.update(count(read, 'row'));
      }
    });
  }
  const { accounts, equation } = counting.result();
  const computed = accounts.map((account) => fieldsOf(account, now));
  const withoutZone = accounts.filter(({ timeZone }) => timeZone === '').length;
  return {
    equation,
    changes: [
      changesFor({
        object: OBJECT,
        key: KEY,
        computed,
        stored,
        stamps: ['Computed_At__c'],
        fixed: ['Account__c']
      })
    ],
    says: [
      `${count(accounts.length, 'account')}` +
        (withoutZone > 0 ? `; the time zone of ${withoutZone} is unknown, so their hours are not told.` : '.')
    ],
    details: { accounts: accounts.length, withoutTimeZone: withoutZone }
  };
}

/** Target accounts, so that "nobody touched it" is known of them; and those stored, whose weeks have moved on. */
async function includeAccounts(
  { client }: SyncContext,
  counting: ReturnType<typeof countTouches>
): Promise<void> {
  const zone = 'Account__c, Account__r.Time_Zone__c, Account__r.BillingCountry';
  for (const soql of [
    `SELECT ${zone} FROM Target_Account__c WHERE Status__c NOT IN ('Superseded', 'Withdrawn')`,
    `SELECT ${zone} FROM ${OBJECT}`
  ]) {
    const rows = await queryRows<{
      Account__c: string;
      Account__r: { Time_Zone__c: string | null; BillingCountry: string | null };
    }>(client, soql);
    for (const { Account__c, Account__r } of rows) {
      counting.include(
        Account__c,
        timeZoneOf(Account__r.Time_Zone__c ?? '', Account__r.BillingCountry ?? '')
      );
    }
  }
}

function fieldsOf(
  { accountId, timeZone, engagement, answers, answerCount }: AccountTiming,
  now: Date
): FieldValues {
  return {
    [KEY]: accountId,
    Account__c: accountId,
    Weeks__c: JSON.stringify(engagement.weeks),
    Touches_13_Weeks__c: engagement.touches13,
    People_13_Weeks__c: engagement.people13,
    Median_Week__c: engagement.medianWeek,
    Last_Touch_On__c: engagement.lastTouchOn,
    Answers__c: JSON.stringify(inOrder(answers)),
    Answer_Count__c: answerCount,
    Time_Zone__c: timeZone,
    Computed_At__c: now.toISOString()
  };
}

const STORED_FIELDS = [
  KEY,
  'Weeks__c',
  'Touches_13_Weeks__c',
  'People_13_Weeks__c',
  'Median_Week__c',
  'Last_Touch_On__c',
  'Answers__c',
  'Answer_Count__c',
  'Time_Zone__c'
];

/** The same counts are the same text, in whatever order the rows came. Hours are ordered by JavaScript itself. */
function inOrder(answers: Answers): Answers {
  return Object.fromEntries(WEEKDAYS.flatMap((day) => (answers[day] ? [[day, answers[day]]] : [])));
}
