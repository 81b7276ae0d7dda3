import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { withSyncOrg } from '../testing/sync-org.ts';
import { folder, makeAccounts, storedSignals, syncSignals, writeSource } from './testing/surge-desk.ts';

test('what sellers found not useful is added once to a file of its source', () =>
  withSyncOrg(async (org) => {
    makeAccounts(org, { Halcyon: 'halcyon.com' });
    writeSource('1,,halcyon.com,,ink,,90,2026-11-17,', '2,,halcyon.com,,glue,,90,2026-11-17,');
    await syncSignals(org);
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
    const first = await syncSignals(org, { source: undefined, feedback });
    assert.deepEqual(first.result.feedback, [{ file, added: 1 }]);
    mark('2', 'an old topic', '2026-11-18T10:00:00.000Z');
    await syncSignals(org, { feedback });
    assert.deepEqual((await syncSignals(org, { feedback })).result.feedback, [{ file, added: 0 }]);
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
    await syncSignals(org);
    org.advance(35 * 86_400_000);
    assert.equal((await syncSignals(org, { source: undefined, purgeAfterDays: 60 })).result.purged, 0);
    assert.equal(
      (await syncSignals(org, { source: undefined, purgeAfterDays: 10, dryRun: true })).result.purged,
      1
    );
    assert.equal(storedSignals(org).length, 2);
    const { result } = await syncSignals(org, { source: undefined, purgeAfterDays: 10 });
    assert.deepEqual([result.purged, result.objects[0]?.deleted], [1, 1]);
    assert.deepEqual(
      storedSignals(org).map(([key]) => key),
      ['Surge desk:2']
    );
  }));
