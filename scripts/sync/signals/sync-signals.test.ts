import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { createAs } from '../testing/records.ts';
import type { SyncOrg } from '../testing/sync-org.ts';
import { withSyncOrg } from '../testing/sync-org.ts';
import { signalsCommand } from './signals-command.ts';
import type { SignalsCommandOptions } from './signals-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'caddie-signals-'));
after(() => rmSync(folder, { recursive: true }));

const source = join(folder, 'surges.csv');
const mapping = join(folder, 'surges.yaml');
const unmatchedFile = `${source}.unmatched.ndjson`;
const reviewFile = `${source}.review.csv`;

writeFileSync(
  mapping,
  `
name: Surge desk
format: csv
sentBy: marketing@caddie.example
account: { id: { from: crm }, domain: { from: site }, name: { from: company } }
signal:
  id: { from: id }
  type: { value: Intent }
  whatHappened: { text: 'Reads about {topic}' }
  reason: { from: why }
  strength: { from: score, atLeast: { Strong: 80, Medium: 50, Weak: 0 } }
  occurredAt: { from: day }
  url: { from: link }
freshDays: 30
`
);

const HEADING = 'id,crm,site,company,topic,why,score,day,link';

function writeSource(...lines: string[]): void {
  writeFileSync(source, [HEADING, ...lines].join('\n'));
}

/** Ids by name. A name may come twice, told apart by what follows a `#`. */
function makeAccounts(org: SyncOrg, accounts: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(accounts).map(([name, Website]) => [
      name,
      createAs(org, 'admin', 'Account', { Name: name.replace(/#.*/, ''), Website })
    ])
  );
}

const sync = ({ withContext }: SyncOrg, options: Partial<SignalsCommandOptions> = {}) =>
  withContext((context) => signalsCommand(context, { source, mapping, ...options }), { command: 'signals' });

const signals = ({ rows }: SyncOrg): unknown[][] =>
  rows(`SELECT "External_Id__c", a."Name", "What_Happened__c", "Strength__c", "Matched_By__c" FROM "Account_Signal__c" s
    JOIN "Account" a ON a."Id" = s."Account__c" WHERE s."IsDeleted" = 0 ORDER BY 1`);

test('rows become signals of their accounts; a second run writes nothing', () =>
  withSyncOrg(async (org) => {
    const { Halcyon = '' } = makeAccounts(org, {
      Halcyon: 'halcyon.example.com',
      'Quill Paper': 'quillpaper.com'
    });
    writeSource(
      `1,${Halcyon},,,pumps,Renewal in May,91,2026-11-17,https://surge.example/1`,
      '2,,www.quillpaper.com,Quill,ink,,55,2026-11-16T08:00:00+01:00,',
      '3,,,"Quill Paper, Inc.",<b>glue</b>,=1+1,3%,2026-11-15,javascript:alert(1)'
    );
    const rehearsal = await sync(org, { dryRun: true });
    assert.deepEqual(signals(org), []);
    assert.deepEqual(rehearsal.result.run, null);
    const { result, human } = await sync(org);
    assert.deepEqual(signals(org), [
      ['Surge desk:1', 'Halcyon', 'Reads about pumps', 'Strong', 'Id'],
      ['Surge desk:2', 'Quill Paper', 'Reads about ink', 'Medium', 'Domain'],
      ['Surge desk:3', 'Quill Paper', 'Reads about <b>glue</b>', 'Weak', 'Name']
    ]);
    assert.deepEqual(
      org.rows(`SELECT "Reason__c", "Url__c", "Occurred_At__c", "Expires_At__c", "Source__c", "Username" FROM "Account_Signal__c"
        JOIN "User" u ON u."Id" = "Sent_By__c" ORDER BY "External_Id__c"`),
      [
        ['Renewal in May', 'https://surge.example/1', '2026-11-17T00:00:00.000Z', '2026-12-17T00:00:00.000Z'],
        [null, null, '2026-11-16T07:00:00.000Z', '2026-12-16T07:00:00.000Z'],
        ['=1+1', null, '2026-11-15T00:00:00.000Z', '2026-12-15T00:00:00.000Z']
      ].map((row) => [...row, 'Surge desk', 'marketing@caddie.example'])
    );
    assert.equal(
      result.equation.text,
      '3 rows = 3 matched + 0 repeated + 0 expired + 0 to review + 0 unmatched + 0 unreadable'
    );
    assert.deepEqual(result.matched, { Id: 1, Domain: 1, Name: 1 });
    assert.match(human, /1 link left out: only http and https are taken\./);
    assert.equal(existsSync(unmatchedFile) || existsSync(reviewFile), false);
    const counts = (done: Awaited<ReturnType<typeof sync>>): number[][] =>
      done.result.objects.map(({ computed, saved, deleted, refused }) => [
        computed,
        saved,
        deleted,
        refused.length
      ]);
    assert.deepEqual(counts(await sync(org)), [[3, 0, 0, 0]]);
    writeSource(`1,${Halcyon},,,fans,,91,2026-11-18,`);
    assert.deepEqual(counts(await sync(org)), [[1, 1, 0, 0]]);
    assert.deepEqual(signals(org)[0], ['Surge desk:1', 'Halcyon', 'Reads about fans', 'Strong', 'Id']);
    assert.deepEqual(
      org.rows('SELECT "Reason__c", "Url__c" FROM "Account_Signal__c" ORDER BY "External_Id__c" LIMIT 1'),
      [[null, null]]
    );
  }));

test('a bad row stops nothing and is told with its reason', () =>
  withSyncOrg(async (org) => {
    makeAccounts(org, { 'Quill Paper': 'quillpaper.com' });
    writeSource(
      '1,,quillpaper.com,,ink,,90,2026-11-17,',
      '2,,quillpaper.com,,ink,,many,2026-11-17,',
      '3,,quillpaper.com,,ink,,90,17 November,',
      '4,,quillpaper.com,,ink,,90,2027-01-01,',
      '5,,quillpaper.com,,,,90,2026-11-17,',
      '6,,nobody.com,Nobody,ink,,90,2026-11-17,',
      '7,,jo@gmail.com,,ink,,90,2026-11-17,',
      '8,,quillpaper.com,,ink,,90,2026-10-01,',
      '1,,quillpaper.com,,glue,,90,2026-11-18,'
    );
    const { result } = await sync(org);
    assert.equal(
      result.equation.text,
      '9 rows = 1 matched + 1 repeated + 1 expired + 0 to review + 2 unmatched + 4 unreadable'
    );
    assert.deepEqual(signals(org), [['Surge desk:1', 'Quill Paper', 'Reads about glue', 'Strong', 'Domain']]);
    assert.deepEqual(reasonsIn(unmatchedFile), [
      [2, 'strength: many is no number'],
      [3, 'occurredAt: 17 November is no date that the mapping explains'],
      [4, 'occurredAt: 2027-01-01 lies in the future'],
      [5, 'whatHappened: the row has no topic'],
      [6, 'no account has the domain nobody.com; no account has the name, or one like it'],
      [7, 'gmail.com is used by many companies']
    ]);
  }));

function reasonsIn(file: string): unknown[] {
  return readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => {
      const { number, reason } = JSON.parse(line) as { number: number; reason: string };
      return [number, reason];
    });
}

test('what is unsure goes into a file, comes back decided, and stays decided', () =>
  withSyncOrg(async (org) => {
    const accounts = makeAccounts(org, {
      Acme: 'acme-tools.de',
      'Acme#2': 'acme.io',
      Halcyon: 'halcyon.com'
    });
    writeSource(
      '1,,,Acme,ink,,90,2026-11-17,',
      '=2,,,Acme,glue,,90,2026-11-17,',
      '3,,halcyon.com,Halcyon Japan,pens,,90,2026-11-17,'
    );
    const first = await sync(org);
    assert.equal(first.result.unsure, 3);
    assert.match(first.human, /3 rows may be about one of several accounts\. Fill in the column account/);
    const lines = readFileSync(reviewFile, 'utf8').trimEnd().split('\n');
    assert.equal(
      lines[1],
      `,Surge desk:1,Reads about ink,Acme,,several accounts have the name,${accounts['Acme']},Acme,has the name,` +
        `${accounts['Acme#2']},Acme,has the name,,,`
    );
    const decided = [lines[0], `${accounts['Acme#2']?.slice(0, 15)}${lines[1]}`, `none${lines[2]}`, lines[3]];
    writeFileSync(reviewFile, decided.join('\r\n'));
    const second = await sync(org, { reviewed: reviewFile });
    assert.deepEqual(second.result.matched, { Reviewed: 1 });
    assert.deepEqual(
      org.rows('SELECT "External_Id__c", "Account__c", "Matched_By__c" FROM "Account_Signal__c"'),
      [['Surge desk:1', accounts['Acme#2'], 'Reviewed']]
    );
    const left = readFileSync(reviewFile, 'utf8').trimEnd().split('\n').slice(1);
    assert.deepEqual(
      left.map((line) => line.split(',').slice(0, 2)),
      [
        ['none', 'Surge desk:=2'],
        ['', 'Surge desk:3']
      ]
    );
    assert.match(second.human, /^1 row may be about/);
    const third = await sync(org);
    assert.deepEqual(third.result.objects[0]?.saved, 0);
    assert.deepEqual(third.result.matched, { Reviewed: 1 });
  }));

test('files that are not there, and an answerer whom nobody knows, are told before anything is done', () =>
  withSyncOrg(async (org) => {
    writeSource('1,,halcyon.com,,ink,,90,2026-11-17,');
    const missing = join(folder, 'missing');
    const told = { code: 'NO_FILE', message: `${missing} cannot be read.` };
    await assert.rejects(sync(org, { source: missing }), told);
    await assert.rejects(sync(org, { mapping: missing }), told);
    await assert.rejects(sync(org, { reviewed: missing }), told);
    const stranger = join(folder, 'stranger.yaml');
    writeFileSync(stranger, readFileSync(mapping, 'utf8').replace('marketing@', 'gone@'));
    await assert.rejects(sync(org, { mapping: stranger }), {
      code: 'UNKNOWN_USER',
      message: "The org has no user 'gone@caddie.example'."
    });
    assert.deepEqual(org.rows('SELECT "Command__c", "Status__c", "Lock_Key__c" FROM "Sync_Run__c"'), [
      ['signals', 'Failed', null],
      ['signals', 'Failed', null],
      ['signals', 'Failed', null],
      ['signals', 'Failed', null]
    ]);
  }));

test('accounts are found by a field of the org, and by where their contacts write from', () =>
  withSyncOrg(async (org) => {
    const { Halcyon } = makeAccounts(org, { Halcyon: 'halcyon.com', Brightline: 'brightline-logistics.com' });
    const admin = org.org.user(org.userId('admin'));
    org.org.records.update(admin, 'Account', String(Halcyon), { AccountNumber: 'ERP-7' });
    const [brightline] = org.rows(`SELECT "Id" FROM "Account" WHERE "Name" = 'Brightline'`).flat();
    for (const LastName of ['Lee', 'Moor']) {
      const Email = `${LastName.toLowerCase()}@brightline.com`;
      createAs(org, 'admin', 'Contact', { LastName, Email, AccountId: String(brightline) });
    }
    const byNumber = join(folder, 'by-number.yaml');
    writeFileSync(
      byNumber,
      readFileSync(mapping, 'utf8').replace(
        'id: { from: crm }',
        'externalId: { from: crm, field: AccountNumber }'
      )
    );
    writeSource('1,ERP-7,,,ink,,90,2026-11-17,', '2,,kim@brightline.com,,ink,,90,2026-11-17,');
    await sync(org, { mapping: byNumber });
    assert.deepEqual(signals(org), [
      ['Surge desk:1', 'Halcyon', 'Reads about ink', 'Strong', 'External id'],
      ['Surge desk:2', 'Brightline', 'Reads about ink', 'Strong', 'Domain']
    ]);
  }));

test('a review can move a signal to another account, and says which lines it cannot read', () =>
  withSyncOrg(async (org) => {
    const accounts = makeAccounts(org, { Halcyon: 'halcyon.com', 'Quill Paper': 'quillpaper.com' });
    writeSource('1,,halcyon.com,,ink,,90,2026-11-17,');
    await sync(org);
    const reviewed = join(folder, 'moved.csv');
    writeFileSync(
      reviewed,
      `account,key\n${accounts['Quill Paper']},Surge desk:1\n${accounts['Halcyon']},Surge desk:9\n`
    );
    const { human } = await sync(org, { reviewed });
    assert.deepEqual(signals(org), [
      ['Surge desk:1', 'Quill Paper', 'Reads about ink', 'Strong', 'Reviewed']
    ]);
    assert.match(human, /^1 decision of the review fit no row\./m);
    writeFileSync(reviewed, `account,key\n001000000000001AAB,Surge desk:1\nHalcyon,Surge desk:2\n`);
    await assert.rejects(sync(org, { reviewed }), {
      code: 'BAD_REVIEW',
      message:
        `${reviewed} cannot be understood:\n  row 1: '001000000000001AAB' is neither the Id of an account nor none\n` +
        `  row 2: 'Halcyon' is neither the Id of an account nor none`
    });
  }));

test('what sellers found not useful is added once to a file of its source', () =>
  withSyncOrg(async (org) => {
    makeAccounts(org, { Halcyon: 'halcyon.com' });
    writeSource('1,,halcyon.com,,ink,,90,2026-11-17,', '2,,halcyon.com,,glue,,90,2026-11-17,');
    await sync(org);
    const mark = (id: string, reason: string, at: string): void => {
      const [row] = org.rows(
        `SELECT "Id" FROM "Account_Signal__c" WHERE "External_Id__c" = 'Surge desk:${id}'`
      );
      const saved = org.org.records.update(
        org.org.user(org.userId('rep')),
        'Account_Signal__c',
        String(row?.[0]),
        {
          Not_Useful_At__c: at,
          Not_Useful_By__c: org.userId('rep'),
          Not_Useful_Reason__c: reason
        }
      );
      assert.ok(saved.success, JSON.stringify(saved));
    };
    mark('1', '=they, are "competitors"', '2026-11-18T09:00:00.000Z');
    const feedback = join(folder, 'feedback');
    const file = join(feedback, 'surge-desk.csv');
    const first = await sync(org, { source: undefined, feedback });
    assert.deepEqual(first.result.feedback, [{ file, added: 1 }]);
    mark('2', 'an old topic', '2026-11-18T10:00:00.000Z');
    await sync(org, { feedback });
    assert.deepEqual((await sync(org, { feedback })).result.feedback, [{ file, added: 0 }]);
    assert.equal(
      readFileSync(file, 'utf8'),
      '\ufeffmarked at,id,account,type,what happened,reason,sent by\n' +
        `2026-11-18T09:00:00.000Z,Surge desk:1,Halcyon,Intent,Reads about ink,"'=they, are ""competitors""",Jonas Weber\n` +
        '2026-11-18T10:00:00.000Z,Surge desk:2,Halcyon,Intent,Reads about glue,an old topic,Jonas Weber\n'
    );
    assert.deepEqual(
      org.rows('SELECT "Not_Useful_Reason__c" FROM "Account_Signal__c" ORDER BY "External_Id__c"'),
      [['=they, are "competitors"'], ['an old topic']]
    );
  }));

test('signals that are long over are deleted when asked for', () =>
  withSyncOrg(async (org) => {
    makeAccounts(org, { Halcyon: 'halcyon.com' });
    writeSource('1,,halcyon.com,,ink,,90,2026-10-20,', '2,,halcyon.com,,glue,,90,2026-11-17,');
    await sync(org);
    org.advance(35 * 86_400_000);
    assert.equal((await sync(org, { source: undefined, purgeAfterDays: 60 })).result.purged, 0);
    assert.equal((await sync(org, { source: undefined, purgeAfterDays: 10, dryRun: true })).result.purged, 1);
    assert.equal(signals(org).length, 2);
    const { result } = await sync(org, { source: undefined, purgeAfterDays: 10 });
    assert.deepEqual([result.purged, result.objects[0]?.deleted], [1, 1]);
    assert.deepEqual(
      signals(org).map(([key]) => key),
      ['Surge desk:2']
    );
  }));
