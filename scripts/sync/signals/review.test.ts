import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { withSyncOrg } from '../testing/sync-org.ts';
import {
  folder,
  makeAccounts,
  reviewFile,
  storedSignals,
  syncSignals,
  writeSource
} from './testing/surge-desk.ts';

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
    const first = await syncSignals(org);
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
    const second = await syncSignals(org, { reviewed: reviewFile });
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
    const third = await syncSignals(org);
    assert.deepEqual(third.result.objects[0]?.saved, 0);
    assert.deepEqual(third.result.matched, { Reviewed: 1 });
  }));

test('a review can move a signal to another account, and says which lines it cannot read', () =>
  withSyncOrg(async (org) => {
    const accounts = makeAccounts(org, { Halcyon: 'halcyon.com', 'Quill Paper': 'quillpaper.com' });
    writeSource('1,,halcyon.com,,ink,,90,2026-11-17,');
    await syncSignals(org);
    const reviewed = join(folder, 'moved.csv');
    writeFileSync(
      reviewed,
      `account,key\n${accounts['Quill Paper']},Surge desk:1\n${accounts['Halcyon']},Surge desk:9\n`
    );
    const { human } = await syncSignals(org, { reviewed });
    assert.deepEqual(storedSignals(org), [
      ['Surge desk:1', 'Quill Paper', 'Reads about ink', 'Strong', 'Reviewed']
    ]);
    assert.match(human, /^1 decision of the review fit no row\./m);
    writeFileSync(reviewed, `account,key\n001000000000001AAB,Surge desk:1\nHalcyon,Surge desk:2\n`);
    await assert.rejects(syncSignals(org, { reviewed }), {
      code: 'BAD_REVIEW',
      message:
        `${reviewed} cannot be understood:\n  row 1: '001000000000001AAB' is neither the Id of an account nor none\n` +
        `  row 2: 'Halcyon' is neither the Id of an account nor none`
    });
  }));
