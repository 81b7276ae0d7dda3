import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { indexAccounts } from './account-index.ts';
import { matchAccount } from './match-account.ts';
import type { MatchOutcome } from './outcome.ts';
import { toId18 } from './salesforce-id.ts';

interface LabelledRow {
  id: string;
  external: string;
  domain: string;
  name: string;
  /** The account that it is about; empty where no automatic match is right. */
  expected: string;
  trap: string;
}

function readCsv<Row>(name: string): Row[] {
  const text = readFileSync(new URL(`testing/${name}.csv`, import.meta.url));
  return parse(text, { columns: true });
}

const accounts =
  readCsv<Record<'account' | 'name' | 'website' | 'emails' | 'external_id', string>>('accounts');
const idOf = new Map(accounts.map(({ account }, place) => [account, idNumber(place + 1)]));
idOf.set('missing', idNumber(9999));
const keyOf = new Map([...idOf].map(([key, id]) => [id, key]));

const index = indexAccounts(
  accounts.map(({ account, name, website, emails, external_id: externalId }) => {
    const domains = Map.groupBy(
      emails.split(';').filter((email) => email !== ''),
      (email) => email.split('@')[1] ?? ''
    );
    const mailDomains = new Map([...domains].map(([domain, list]) => [domain, list.length]));
    return { id: idOf.get(account) ?? '', name, website, externalId, mailDomains };
  })
);

function idNumber(n: number): string {
  return toId18(`001Hs${String(n).padStart(10, '0')}`) ?? '';
}

/** `18:key` and `15:key` stand for that account's Id, `raw:…` for what it says. */
function idIn(text: string): string {
  const [kind, rest = ''] = text.split(':');
  if (kind === 'raw') return rest;
  return (idOf.get(rest) ?? '').slice(0, Number(kind));
}

interface Judged extends LabelledRow {
  outcome: MatchOutcome;
  got: string;
}

const judged: Judged[] = readCsv<LabelledRow>('labelled').map((row) => {
  const { id, external: externalId, domain, name } = row;
  const outcome = matchAccount(index, { id: idIn(id.trim()), externalId, domain, name });
  return { ...row, outcome, got: outcome.kind === 'matched' ? (keyOf.get(outcome.account) ?? '?') : '' };
});

/** Every third row is not looked at when the rules are changed. */
const heldOut = judged.filter((_row, place) => place % 3 === 2);
const seen = judged.filter((_row, place) => place % 3 !== 2);

function measure(rows: readonly Judged[]): {
  precision: number;
  recall: number;
  text: string;
} {
  const automatic = rows.filter(({ got }) => got !== '');
  const right = automatic.filter(({ got, expected }) => got === expected);
  const wanted = rows.filter(({ expected }) => expected !== '');
  const left = wanted.filter(({ got }) => got === '');
  const suggested = left.filter(
    ({ outcome, expected }) =>
      outcome.kind === 'unsure' && outcome.candidates.some(({ id }) => id === idOf.get(expected))
  );
  const precision = right.length / automatic.length;
  const recall = right.length / wanted.length;
  const text =
    `${rows.length} rows: precision ${right.length} of ${automatic.length} = ${precision.toFixed(3)}, ` +
    `recall ${right.length} of ${wanted.length} = ${recall.toFixed(3)}, ` +
    `${suggested.length} of the other ${left.length} are suggested for review`;
  return { precision, recall, text };
}

function wrongOf(rows: readonly Judged[]): string[] {
  return rows
    .filter(({ got, expected }) => got !== '' && got !== expected)
    .map(({ domain, name, trap, got }) => `${trap}: ${domain} ${name} was matched to ${got}`);
}

test('there are enough labelled rows, with and without a right answer', () => {
  assert.ok(judged.length >= 300);
  assert.ok(judged.filter(({ expected }) => expected === '').length >= 100);
});

for (const [name, rows] of [
  ['that rules may be changed for', seen],
  ['held out', heldOut]
] as const) {
  test(`of the rows ${name}, automatic matches are right and most are found`, (context) => {
    const { precision, recall, text } = measure(rows);
    context.diagnostic(text);
    assert.ok(precision >= 0.99, [text, ...wrongOf(rows)].join('\n'));
    assert.ok(recall >= 0.9, text);
  });
}

test('the guide tells what is measured here', () => {
  const guide = readFileSync('docs/signals.md', 'utf8');
  const automatic = judged.filter(({ got }) => got !== '');
  const right = automatic.filter(({ got, expected }) => got === expected).length;
  const wanted = judged.filter(({ expected }) => expected !== '').length;
  assert.ok(guide.includes(`[${judged.length} rows of our own making]`));
  assert.ok(guide.includes(`${right} of ${automatic.length} automatic matches are right`));
  assert.ok(guide.includes(`${right} of the ${wanted} rows that have an account are matched`));
});
