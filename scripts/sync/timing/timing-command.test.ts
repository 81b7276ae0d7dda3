import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAs } from '../testing/records.ts';
import { withSyncOrg } from '../testing/sync-org.ts';
import type { SyncOrg } from '../testing/sync-org.ts';
import { timingCommand } from './timing-command.ts';

const STORED = `SELECT "Account"."Name", "Touches_13_Weeks__c", "People_13_Weeks__c", "Median_Week__c", "Last_Touch_On__c",
    "Answers__c", "Answer_Count__c", "Account_Engagement__c"."Time_Zone__c"
  FROM "Account_Engagement__c" JOIN "Account" ON "Account"."Id" = "Account__c" ORDER BY 1`;

function timing({ withContext }: SyncOrg, options: { dryRun?: boolean } = {}) {
  return withContext((context) => timingCommand(context, options), { command: 'timing' });
}

function account(
  sync: SyncOrg,
  Name: string,
  BillingCountry: string | null
): { account: string; contact: string } {
  const id = createAs(sync, 'admin', 'Account', { Name, BillingCountry });
  return { account: id, contact: createAs(sync, 'admin', 'Contact', { LastName: 'Of it', AccountId: id }) };
}

function meeting(
  sync: SyncOrg,
  { account: WhatId, contact: WhoId }: ReturnType<typeof account>,
  start: string
): void {
  const StartDateTime = `${start}.000Z`;
  createAs(sync, 'rep', 'Event', {
    Subject: 'Meeting',
    WhatId,
    WhoId,
    StartDateTime,
    ActivityDateTime: StartDateTime,
    DurationInMinutes: 30
  });
}

test('touches and answers of tasks, events and campaign responses are stored in the account’s own time', async () => {
  await withSyncOrg(async (sync) => {
    const berlin = account(sync, 'In Berlin', 'Germany');
    const somewhere = account(sync, 'Somewhere', 'United States');
    meeting(sync, berlin, '2026-11-10T08:15:00');
    // Before the end of summer time: 09:15 there as well.
    meeting(sync, berlin, '2026-10-20T07:15:00');
    meeting(sync, somewhere, '2026-11-10T08:15:00');
    meeting(sync, berlin, '2026-11-19T08:15:00');
    createAs(sync, 'rep', 'Task', {
      Subject: 'Call',
      Status: 'Completed',
      Priority: 'Normal',
      TaskSubtype: 'Call',
      CallType: 'Inbound',
      WhatId: berlin.account,
      WhoId: berlin.contact,
      ActivityDate: '2026-11-18'
    });
    createAs(sync, 'rep', 'Task', {
      Subject: 'Not done yet',
      Status: 'Not Started',
      Priority: 'Normal',
      WhatId: berlin.account,
      ActivityDate: '2026-11-18'
    });
    const campaign = createAs(sync, 'admin', 'Campaign', { Name: 'Webinar', IsActive: true });
    createAs(sync, 'admin', 'CampaignMember', {
      CampaignId: campaign,
      ContactId: somewhere.contact,
      Status: 'Responded'
    });
    const { human } = await timing(sync);
    assert.deepEqual(sync.rows(STORED), [
      ['In Berlin', 3, 1, 0, '2026-11-18', '{"Tuesday":{"9":2},"Wednesday":{"13":1}}', 3, 'Europe/Berlin'],
      ['Somewhere', 2, 1, 0, '2026-11-18', '{}', 0, null]
    ]);
    assert.match(human, /^2 accounts; the time zone of 1 is unknown, so their hours are not told\.\n/);
    assert.match(human, /\n5 rows = 5 touches counted \+ 0 of other weeks \+ 0 without a day\.\n/);
  });
});

test('a target account that nobody touched is known to be silent', async () => {
  await withSyncOrg(async (sync) => {
    const { account: Account__c } = account(sync, 'Quiet', 'Japan');
    createAs(sync, 'rep', 'Target_Account__c', {
      Account__c,
      Target_Key__c: `${Account__c}-1`,
      Version__c: 1,
      Tier__c: '1',
      Proposed_By__c: sync.userId('rep')
    });
    await timing(sync);
    assert.deepEqual(sync.rows(STORED), [['Quiet', 0, 0, 0, null, '{}', 0, 'Asia/Tokyo']]);
  });
});

test('a second run changes nothing; a week later the same touches are a week further back', async () => {
  await withSyncOrg(async (sync) => {
    const berlin = account(sync, 'In Berlin', 'Germany');
    meeting(sync, berlin, '2026-11-10T08:15:00');
    await timing(sync);
    const stamps = () => sync.rows('SELECT "SystemModstamp", "Weeks__c" FROM "Account_Engagement__c"');
    const before = stamps();
    sync.advance(60_000);
    assert.deepEqual([(await timing(sync)).result.objects[0]?.saved, stamps()], [0, before]);
    sync.advance(7 * 24 * 3_600_000);
    assert.deepEqual((await timing(sync)).result.objects[0], {
      object: 'Account_Engagement__c',
      computed: 1,
      saved: 1,
      deleted: 0,
      refused: []
    });
    const [[, weeks]] = stamps() as [[string, string]];
    assert.deepEqual((JSON.parse(weeks) as { week: string; touches: number }[]).slice(-3), [
      { week: '2026-11-09', touches: 1, people: 1 },
      { week: '2026-11-16', touches: 0, people: 0 },
      { week: '2026-11-23', touches: 0, people: 0 }
    ]);
  });
});

test('an account with 5,000 activities is counted whole', async () => {
  await withSyncOrg(async (sync) => {
    const busy = account(sync, 'Busy', 'Germany');
    createAs(sync, 'rep', 'Task', {
      Subject: 'Other',
      Status: 'Completed',
      Priority: 'Normal',
      WhatId: busy.account,
      WhoId: busy.contact,
      ActivityDate: '2026-11-18'
    });
    multiplyTask(sync, 4999);
    const { result } = await timing(sync);
    assert.equal(
      result.equation.text,
      '5,000 rows = 5,000 touches counted + 0 of other weeks + 0 without a day'
    );
    // From 24 August on there are 87 of every 91 days; 4,999 are 54 times all of them, and 85 more.
    assert.deepEqual(
      sync.rows('SELECT "Touches_13_Weeks__c", "People_13_Weeks__c" FROM "Account_Engagement__c"'),
      [[1 + 54 * 87 + 85, 1]]
    );
  });
});

/** Copies the one task straight in the org's store, dated 0 to 90 days back in turn: saving so many takes a minute. */
function multiplyTask({ org }: SyncOrg, copies: number): void {
  const [task] = org.store.all('SELECT * FROM "Task"');
  const same = Object.keys(task!).filter((column) => column !== 'Id' && column !== 'ActivityDate');
  const columns = same.map((column) => `"${column}"`).join(', ');
  org.store.run(
    `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ?)
     INSERT INTO "Task" ("Id", "ActivityDate", ${columns})
     SELECT printf('00T9%014d', i), date('2026-11-18', '-' || (i % 91) || ' days'), ${columns} FROM "Task", n`,
    [copies]
  );
}
