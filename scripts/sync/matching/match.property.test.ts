import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { indexAccounts } from './account-index.ts';
import { companyName } from './company-name.ts';
import { matchAccount } from './match-account.ts';
import { similarity } from './similarity.ts';

const ID = '001Hs0000000001IAA';
const text = fc.string({ unit: 'grapheme', maxLength: 40 });
const runs = { seed: 20261118, numRuns: 2000 };

test('whatever a row says, it has an outcome, and without a known name or domain none is matched', () => {
  const index = indexAccounts([{ id: ID, name: 'Halcyon', website: 'halcyon.com' }]);
  fc.assert(
    fc.property(
      fc.record({ id: text, externalId: text, domain: text, name: text }, { requiredKeys: [] }),
      (row) => {
        const { kind } = matchAccount(index, row);
        const names = companyName(row.name ?? '')?.keys ?? [];
        assert.ok(kind !== 'matched' || names.includes('halcyon') || /halcyon\.com/i.test(row.domain ?? ''));
      }
    ),
    runs
  );
});

test('an account is found by its own name, as far as that is one, however it is cased and spaced', () => {
  fc.assert(
    fc.property(text, (name) => {
      const index = indexAccounts([{ id: ID, name }]);
      const expected = companyName(name) ? 'matched' : 'unmatched';
      assert.equal(matchAccount(index, { name }).kind, expected);
      assert.equal(matchAccount(index, { name: `  ${name}\u00a0` }).kind, expected);
      assert.equal(matchAccount(index, { name: name.normalize('NFD') }).kind, expected);
    }),
    runs
  );
});

test('two accounts of one name are never told apart by it', () => {
  fc.assert(
    fc.property(text, (name) => {
      const index = indexAccounts([
        { id: ID, name },
        { id: '001Hs0000000002IAA', name }
      ]);
      assert.notEqual(matchAccount(index, { name }).kind, 'matched');
    }),
    runs
  );
});

test('likeness is the same both ways, and lies between 0 and 1', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      const [one, other] = [companyName(a), companyName(b)];
      if (!one || !other) return;
      const alike = similarity(one, other);
      assert.ok(alike >= 0 && alike <= 1);
      assert.equal(similarity(other, one), alike);
    }),
    runs
  );
});
