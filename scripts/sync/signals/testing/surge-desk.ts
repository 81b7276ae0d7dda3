import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { createAs } from '../../testing/records.ts';
import type { SyncOrg } from '../../testing/sync-org.ts';
import { signalsCommand } from '../signals-command.ts';
import type { SignalsCommandOptions } from '../signals-command.ts';

/** Gone after the test file. */
export const folder = mkdtempSync(join(tmpdir(), 'caddie-signals-'));
after(() => rmSync(folder, { recursive: true }));

/** An invented source, one row a surge. */
export const source = join(folder, 'surges.csv');
export const mapping = join(folder, 'surges.yaml');
export const unmatchedFile = `${source}.unmatched.ndjson`;
export const reviewFile = `${source}.review.csv`;

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

/** Lines of id, crm, site, company, topic, why, score, day, link. */
export function writeSource(...lines: string[]): void {
  writeFileSync(source, ['id,crm,site,company,topic,why,score,day,link', ...lines].join('\n'));
}

/** The mapping with one part of its text replaced, as a file of that name. */
export function changedMapping(name: string, part: string, by: string): string {
  const text = readFileSync(mapping, 'utf8');
  assert.ok(text.includes(part));
  const file = join(folder, name);
  writeFileSync(file, text.replace(part, by));
  return file;
}

/** Ids by name. A name may come twice, told apart by what follows a `#`. */
export function makeAccounts(org: SyncOrg, accounts: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(accounts).map(([name, Website]) => [
      name,
      createAs(org, 'admin', 'Account', { Name: name.replace(/#.*/, ''), Website })
    ])
  );
}

export type SyncedSignals = Awaited<ReturnType<typeof signalsCommand>>;

export function syncSignals(
  { withContext }: SyncOrg,
  options: Partial<SignalsCommandOptions> = {}
): Promise<SyncedSignals> {
  return withContext((context) => signalsCommand(context, { source, mapping, ...options }), {
    command: 'signals'
  });
}

/** External id, account, what happened, strength and what it was matched by, of every signal. */
export function storedSignals({ rows }: SyncOrg): unknown[][] {
  return rows(`SELECT "External_Id__c", a."Name", "What_Happened__c", "Strength__c", "Matched_By__c"
    FROM "Account_Signal__c" s JOIN "Account" a ON a."Id" = s."Account__c" WHERE s."IsDeleted" = 0 ORDER BY 1`);
}
