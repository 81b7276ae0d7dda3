import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { createAs } from '../testing/records.ts';
import { withSyncOrg } from '../testing/sync-org.ts';
import { signalsCommand } from './signals-command.ts';

const out = mkdtempSync(join(tmpdir(), 'caddie-examples-'));
after(() => rmSync(out, { recursive: true }));

interface SampleAccount {
  Name: string;
  Website: string;
}

const accounts = ['Account', 'Account-subsidiaries'].flatMap((name) => {
  const text = readFileSync(`data/${name}.json`, 'utf8');
  return (JSON.parse(text) as { records: SampleAccount[] }).records;
});

interface Expected {
  file: string;
  equation: string;
  /** Id in the source, account, strength, what it was matched by. */
  signals: string[][];
  /** Id in the source, candidates. */
  review: string[][];
  /** Number of the row, the reason. */
  left: [number, string][];
}

const EXAMPLES: Record<string, Expected> = {
  demandbase: {
    file: 'demandbase.csv',
    equation: '12 rows = 7 matched + 0 repeated + 1 expired + 2 to review + 1 unmatched + 1 unreadable',
    signals: [
      ['Brackwater Dairy 11/16/2026', 'Brackwater Dairy', 'Medium', 'Domain'],
      ['Brackwater Foods B.V. 11/16/2026', 'Brackwater Foods', 'Strong', 'Domain'],
      ['Kestrelby Freight Sp. z o.o. 11/16/2026', 'Kestrelby Freight', 'Medium', 'Name'],
      ['Orrin and Vale Grocers, Inc. 11/16/2026', 'Orrin & Vale Grocers', 'Medium', 'Domain'],
      ['Pinehollow Catering 11/09/2026', 'Pinehollow Catering', 'Medium', 'Domain'],
      ['Sunder Bay Fisheries 11/16/2026', 'Sunder Bay Fisheries', 'Weak', 'Domain'],
      ['Tessaly Pharma Logistics 11/16/2026', 'Tessaly Pharma Logistics', 'Strong', 'Domain']
    ],
    review: [
      ['Brackwater Iberia S.A. 11/16/2026', 'Brackwater Foods'],
      ['Quillmark Hospitals NHS Trust 11/16/2026', 'Quillmark Hospitals']
    ],
    left: [
      [7, 'strength: Very High is not listed in the mapping'],
      [11, 'no account has the domain northmoor-clinics.example; no account has the name, or one like it']
    ]
  },
  '6sense': {
    file: '6sense.csv',
    equation: '12 rows = 6 matched + 1 repeated + 0 expired + 3 to review + 1 unmatched + 1 unreadable',
    signals: [
      ['m-1001 2026-11-16', 'Brackwater Foods', 'Strong', 'Domain'],
      ['m-1002 2026-11-15', 'Tessaly Pharma Logistics', 'Medium', 'Domain'],
      ['m-1003 2026-11-14', 'Quillmark Blood Services', 'Strong', 'Domain'],
      ['m-1004 2026-11-14', 'Quillmark Hospitals', 'Weak', 'Domain'],
      ['m-1005 2026-11-13', 'Orrin & Vale Grocers', 'Medium', 'Domain'],
      ['m-1007 2026-11-12', 'Pinehollow Catering', 'Weak', 'Name']
    ],
    review: [
      ['m-1006 2026-11-12', 'Kestrelby Freight'],
      ['m-1008 2026-11-12', 'Sunder Bay Fisheries'],
      ['m-1009 2026-11-11', 'Petalgate Flowers']
    ],
    left: [
      [10, 'strength: n/a is no number'],
      [11, 'no account has the domain harrowgate-stores.com; no account has the name, or one like it']
    ]
  },
  hubspot: {
    file: 'hubspot.csv',
    equation: '12 rows = 7 matched + 0 repeated + 1 expired + 0 to review + 2 unmatched + 2 unreadable',
    signals: [
      ['hs-01', 'Brackwater Foods', 'Strong', 'Domain'],
      ['hs-02', 'Brackwater Dairy', 'Weak', 'Domain'],
      ['hs-03', 'Tessaly Pharma Logistics', 'Weak', 'Name'],
      ['hs-05', 'Quillmark Blood Services', 'Medium', 'Domain'],
      ['hs-06', 'Orrin & Vale Grocers', 'Medium', 'Domain'],
      ['hs-07', 'Lumenfold Biotech', 'Strong', 'Domain'],
      ['hs-09', 'Kestrelby Freight', 'Weak', 'Domain']
    ],
    review: [],
    left: [
      [4, 'icloud.com is used by many companies'],
      [10, 'type: Survey is not listed in the mapping'],
      [11, 'no account has the domain student-mail.edu'],
      [12, 'occurredAt: soon is no date that the mapping explains']
    ]
  },
  marketo: {
    file: 'marketo.json',
    equation: '12 rows = 6 matched + 0 repeated + 1 expired + 1 to review + 2 unmatched + 2 unreadable',
    signals: [
      ['101', 'Brackwater Foods', 'Weak', 'Domain'],
      ['102', 'Tessaly Pharma Logistics', 'Strong', 'Domain'],
      ['103', 'Quillmark Hospitals', 'Medium', 'Domain'],
      ['106', 'Lumenfold Biotech', 'Medium', 'Name'],
      ['108', 'Pinehollow Catering', 'Strong', 'Domain'],
      ['110', 'Petalgate Flowers', 'Medium', 'Domain']
    ],
    review: [['107', 'Kestrelby Freight']],
    left: [
      [4, 'yahoo.co.uk is used by many companies'],
      [5, 'type: 13 is not listed in the mapping'],
      [11, 'no account has the domain harrowgate-stores.com; no account has the name, or one like it'],
      [12, 'it is not an object']
    ]
  }
};

for (const [name, { file, equation, signals, review, left }] of Object.entries(EXAMPLES)) {
  test(`the example for ${name} finds the accounts of the sample`, () =>
    withSyncOrg(async (org) => {
      const { rows, withContext } = org;
      for (const { Name, Website } of accounts) createAs(org, 'admin', 'Account', { Name, Website });
      const example = (of: string): string => `scripts/sync/signals/examples/${of}`;
      const { result } = await withContext(
        (context) =>
          signalsCommand(context, { source: example(file), mapping: example(`${name}.yaml`), out }),
        { command: 'signals' }
      );
      assert.equal(result.equation.text, equation);
      assert.deepEqual(result.objects[0]?.refused, []);
      assert.deepEqual(
        rows(`SELECT substr("External_Id__c", instr("External_Id__c", ':') + 1), a."Name", "Strength__c", "Matched_By__c"
          FROM "Account_Signal__c" s JOIN "Account" a ON a."Id" = s."Account__c" ORDER BY 1`),
        signals
      );
      assert.deepEqual(reviewIn(result.reviewFile ?? null), review);
      assert.deepEqual(leftIn(result.unmatchedFile ?? null), left);
    }));
}

function reviewIn(file: string | null): string[][] {
  if (file === null) return [];
  const records = parse(readFileSync(file), { bom: true, columns: true }) as Record<string, string>[];
  return records.map((record) =>
    [record['key']?.replace(/^[^:]*:/, ''), record['name 1'], record['name 2']]
      .filter((text) => text !== '')
      .map(String)
  );
}

function leftIn(file: string | null): [number, string][] {
  if (file === null) return [];
  return readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { number: number; reason: string })
    .map(({ number, reason }) => [number, reason]);
}
