import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { createAs } from '../testing/records.ts';
import { withSyncOrg } from '../testing/sync-org.ts';
import {
  changedMapping,
  folder,
  makeAccounts,
  reviewFile,
  storedSignals,
  syncSignals,
  unmatchedFile,
  writeSource
} from './testing/surge-desk.ts';
import type { SyncedSignals } from './testing/surge-desk.ts';

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
    const rehearsal = await syncSignals(org, { dryRun: true });
    assert.deepEqual(storedSignals(org), []);
    assert.deepEqual(rehearsal.result.run, null);
    const { result, human } = await syncSignals(org);
    assert.deepEqual(storedSignals(org), [
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
    const counts = (done: SyncedSignals): number[][] =>
      done.result.objects.map(({ computed, saved, deleted, refused }) => [
        computed,
        saved,
        deleted,
        refused.length
      ]);
    assert.deepEqual(counts(await syncSignals(org)), [[3, 0, 0, 0]]);
    writeSource(`1,${Halcyon},,,fans,,91,2026-11-18,`);
    assert.deepEqual(counts(await syncSignals(org)), [[1, 1, 0, 0]]);
    assert.deepEqual(storedSignals(org)[0], ['Surge desk:1', 'Halcyon', 'Reads about fans', 'Strong', 'Id']);
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
    const { result } = await syncSignals(org);
    assert.equal(
      result.equation.text,
      '9 rows = 1 matched + 1 repeated + 1 expired + 0 to review + 2 unmatched + 4 unreadable'
    );
    assert.deepEqual(storedSignals(org), [
      ['Surge desk:1', 'Quill Paper', 'Reads about glue', 'Strong', 'Domain']
    ]);
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

test('files that are not there, and an answerer whom nobody knows, are told before anything is done', () =>
  withSyncOrg(async (org) => {
    writeSource('1,,halcyon.com,,ink,,90,2026-11-17,');
    const missing = join(folder, 'missing');
    const told = { code: 'NO_FILE', message: `${missing} cannot be read.` };
    await assert.rejects(syncSignals(org, { source: missing }), told);
    await assert.rejects(syncSignals(org, { mapping: missing }), told);
    await assert.rejects(syncSignals(org, { reviewed: missing }), told);
    const stranger = changedMapping('stranger.yaml', 'marketing@', 'gone@');
    await assert.rejects(syncSignals(org, { mapping: stranger }), {
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
    const byNumber = changedMapping(
      'by-number.yaml',
      'id: { from: crm }',
      'externalId: { from: crm, field: AccountNumber }'
    );
    writeSource('1,ERP-7,,,ink,,90,2026-11-17,', '2,,kim@brightline.com,,ink,,90,2026-11-17,');
    await syncSignals(org, { mapping: byNumber });
    assert.deepEqual(storedSignals(org), [
      ['Surge desk:1', 'Halcyon', 'Reads about ink', 'Strong', 'External id'],
      ['Surge desk:2', 'Brightline', 'Reads about ink', 'Strong', 'Domain']
    ]);
  }));
