import assert from 'node:assert/strict';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { CRM_DATA, WITH_CRM_DATA } from '../testing/crm-data.ts';
import { createAs } from '../testing/records.ts';
import { withSyncOrg } from '../testing/sync-org.ts';
import type { SyncOrg } from '../testing/sync-org.ts';
import { targetsCommand } from './targets-command.ts';
import type { TargetsCommandOptions } from './targets-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'caddie-targets-'));
after(() => rmSync(folder, { recursive: true }));

const file = join(folder, 'tiers.csv');

/** Their Ids. A name may come twice, told apart by what follows a `#`. */
function makeAccounts(org: SyncOrg, accounts: Record<string, string | null>): string[] {
  return Object.entries(accounts).map(([name, Website]) =>
    createAs(org, 'admin', 'Account', { Name: name.replace(/#.*/, ''), Website })
  );
}

const importList = ({ withContext }: SyncOrg, options: Partial<TargetsCommandOptions> = {}) =>
  withContext((context) => targetsCommand(context, { file, ...options }), { command: 'targets' });

const targets = ({ rows }: SyncOrg): unknown[][] =>
  rows(`SELECT a."Name", "Version__c", "Tier__c", "Status__c", s."Username" AS sales, m."Username" AS marketing, "Reason__c" FROM "Target_Account__c" t
    JOIN "Account" a ON a."Id" = t."Account__c" LEFT JOIN "User" s ON s."Id" = "Sales_Owner__c"
    LEFT JOIN "User" m ON m."Id" = "Marketing_Owner__c" ORDER BY 1, 2`);

const ROBIN = 'rep@caddie.example';
const SAM = 'rep2@caddie.example';
const JONAS = 'marketing@caddie.example';

test('a list becomes proposals that nobody has signed; the same list again proposes nothing', () =>
  withSyncOrg(async (org) => {
    const [halcyon = ''] = makeAccounts(org, { Halcyon: 'halcyon.com', 'Quill Paper': null });
    writeFileSync(
      file,
      'account,website,account id,tier,sales owner,marketing owner,reason\n' +
        `,,${halcyon},Tier 1,${ROBIN},${JONAS.toUpperCase()},Renews in May\n` +
        '"Quill Paper, Inc.",,,3,,,=1+1\n'
    );
    const rehearsal = await importList(org, { dryRun: true });
    assert.deepEqual([rehearsal.result.run, rehearsal.result.proposed, targets(org)], [null, 2, []]);
    const { result } = await importList(org);
    assert.equal(
      result.equation.text,
      '2 rows = 2 proposed + 0 unchanged + 0 to review + 0 unmatched + 0 unreadable'
    );
    assert.deepEqual(targets(org), [
      ['Halcyon', 1, '1', 'Proposed', ROBIN, JONAS, 'Renews in May'],
      ['Quill Paper', 1, '3', 'Proposed', null, null, '=1+1']
    ]);
    assert.deepEqual(
      org.rows(`SELECT "Target_Key__c", "Proposed_By__c", "Proposed_At__c", "Signed_By_Sales__c", "Signed_By_Marketing__c"
        FROM "Target_Account__c" ORDER BY 1 LIMIT 1`),
      [[`${halcyon}-1`, org.userId('integration'), '2026-11-18T12:00:00.000Z', null, null]]
    );
    assert.deepEqual(org.rows(`SELECT "Command__c", "Status__c", "Saved_Count__c" FROM "Sync_Run__c"`), [
      ['targets', 'Succeeded', 2]
    ]);
    const again = await importList(org);
    assert.deepEqual([again.result.proposed, again.result.unchanged, targets(org).length], [0, 2, 2]);
  }));

/** Both sides agree to the only row of the list. */
function accept({ org, userId, rows }: SyncOrg): void {
  const [id] = rows('SELECT "Id" FROM "Target_Account__c"').flat();
  const sign = (persona: string, values: Record<string, string | number>): void => {
    const saved = org.records.update(org.user(userId(persona)), 'Target_Account__c', String(id), values);
    assert.ok(saved.success, JSON.stringify(saved));
  };
  const at = '2026-11-18T12:30:00.000Z';
  sign('manager', { Signed_By_Sales__c: userId('manager'), Sales_Signed_At__c: at });
  sign('marketing', {
    Signed_By_Marketing__c: userId('marketing'),
    Marketing_Signed_At__c: at,
    Status__c: 'Accepted',
    List_Version__c: 1
  });
}

test('what both sides agreed stays until they agree to what a list proposes instead', () =>
  withSyncOrg(async (org) => {
    makeAccounts(org, { Halcyon: 'halcyon.com' });
    const list = (tier: string, owner: string, reason: string): void =>
      writeFileSync(file, `website;tier;sales owner;reason\nwww.halcyon.com;${tier};${owner};${reason}\n`);
    list('2', ROBIN, 'First of its kind');
    await importList(org);
    accept(org);
    list('2', '', 'Another word for it');
    assert.deepEqual((await importList(org)).result.unchanged, 1);
    list('1', '', 'Bought a rival');
    await importList(org);
    list('1', SAM, 'Robin moves on');
    await importList(org);
    assert.deepEqual(targets(org), [
      ['Halcyon', 1, '2', 'Accepted', ROBIN, null, 'First of its kind'],
      ['Halcyon', 2, '1', 'Proposed', ROBIN, null, 'Bought a rival'],
      ['Halcyon', 3, '1', 'Proposed', SAM, null, 'Robin moves on']
    ]);
  }));

test('rows that fit nothing are left with the reason; unsure ones come back decided', () =>
  withSyncOrg(async (org) => {
    const [, second = ''] = makeAccounts(org, {
      Acme: 'acme-tools.de',
      'Acme#2': 'acme.io',
      Halcyon: 'halcyon.com'
    });
    writeFileSync(
      file,
      'account,website,tier,sales owner\n' +
        'Acme,,1,\n' +
        'Nobody,,1,\n' +
        'Halcyon,,4,\n' +
        'Halcyon,,,\n' +
        'Halcyon,,2,gone@caddie.example\n' +
        'Halcyon,,2,\n' +
        ',halcyon.com,3,\n'
    );
    const { result } = await importList(org);
    assert.equal(
      result.equation.text,
      '7 rows = 1 proposed + 0 unchanged + 1 to review + 3 unmatched + 2 unreadable'
    );
    const left = readFileSync(`${file}.unmatched.ndjson`, 'utf8').trimEnd().split('\n');
    assert.deepEqual(
      left
        .map((line) => JSON.parse(line) as { number: number; reason: string })
        .map(({ number, reason }) => [number, reason]),
      [
        [2, 'no account has the name, or one like it'],
        [3, 'tier: 4 is none of 1, 2, 3'],
        [4, 'tier: the row has no tier'],
        [5, 'no active user is called gone@caddie.example'],
        [7, 'row 6 is about the same account']
      ]
    );
    const reviewed = `${file}.review.csv`;
    writeFileSync(reviewed, readFileSync(reviewed, 'utf8').replace('\n,Acme', `\n${second},Acme`));
    await importList(org, { reviewed });
    assert.equal(existsSync(reviewed), false);
    assert.deepEqual(
      org.rows(
        'SELECT "Target_Key__c", "Tier__c" FROM "Target_Account__c" WHERE "Account__c" = \'' + second + "'"
      ),
      [[`${second}-1`, '1']]
    );
  }));

test('a mapping explains other columns, and is told when it does not', () =>
  withSyncOrg(async (org) => {
    makeAccounts(org, { Halcyon: 'halcyon.com' });
    const mapping = join(folder, 'm.yaml');
    writeFileSync(mapping, 'format: xlsx\naccount: { phone: { from: a } }\ntarget: { owner: { from: b } }\n');
    await assert.rejects(importList(org, { mapping }), {
      code: 'BAD_MAPPING',
      message:
        `${mapping} is no mapping:\n  format: csv or ndjson\n` +
        '  account.phone: unknown; id, externalId, domain, name are known\n' +
        '  target.owner: unknown; tier, salesOwner, marketingOwner, reason are known\n  target.tier: missing'
    });
    writeFileSync(
      mapping,
      `
format: ndjson
account: { name: { from: company.name } }
target: { tier: { from: size, values: { big: '1', small: '3' } }, reason: { text: 'A {size} company' } }
`
    );
    writeFileSync(
      file,
      '{"company":{"name":"Halcyon"},"size":"big"}\n{"company":{"name":"Halcyon"},"size":"huge"}\n'
    );
    const { result } = await importList(org, { mapping });
    assert.deepEqual([result.proposed, result.unmatched], [1, 1]);
    assert.deepEqual(targets(org), [['Halcyon', 1, '1', 'Proposed', null, null, 'A big company']]);
  }));

test('85 real companies are tiered by their revenue', WITH_CRM_DATA, () =>
  withSyncOrg(async (org) => {
    const companiesFile = join(CRM_DATA, 'accounts.csv');
    const companies = parse(readFileSync(companiesFile), { columns: true }) as {
      account: string;
      revenue: string;
    }[];
    makeAccounts(org, Object.fromEntries(companies.map(({ account }) => [account, null])));
    const mapping = join(folder, 'revenue.yaml');
    writeFileSync(
      mapping,
      `
account: { name: { from: account } }
target:
  tier: { from: revenue, atLeast: { '1': 3000, '2': 1000, '3': 0 } }
  reason: { text: 'Revenue of {revenue} million' }
`
    );
    copyFileSync(companiesFile, file);
    const { result } = await importList(org, { mapping });
    assert.equal(
      result.equation.text,
      '85 rows = 85 proposed + 0 unchanged + 0 to review + 0 unmatched + 0 unreadable'
    );
    assert.deepEqual(result.objects[0]?.refused, []);
    const tierOf = (revenue: number): string => (revenue >= 3000 ? '1' : revenue >= 1000 ? '2' : '3');
    const tiers = org.rows(
      `SELECT a."Name", "Tier__c" FROM "Target_Account__c" t JOIN "Account" a ON a."Id" = t."Account__c"`
    ) as [string, string][];
    assert.deepEqual(
      new Map(tiers),
      new Map(companies.map(({ account, revenue }) => [account, tierOf(Number(revenue))]))
    );
    assert.deepEqual(
      ['1', '2', '3'].map((tier) => tiers.filter(([, one]) => one === tier).length),
      [16, 33, 36]
    );
    assert.equal((await importList(org, { mapping })).result.unchanged, 85);
  })
);
