import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toId18 } from './salesforce-id.ts';

test('an Id of 15 characters gets the three that tell its capitals', () => {
  assert.equal(toId18('001D000000IRFma'), '001D000000IRFmaIAH');
  assert.equal(toId18(' 001D000000IRFmaIAH '), '001D000000IRFmaIAH');
});

test('an Id whose capitals were lost is none', () => {
  assert.equal(toId18('001d000000irfmaIAH'), undefined);
  assert.equal(toId18('001D000000IRFmaIAA'), undefined);
});

test('what has another length or other characters is none', () => {
  for (const text of ['', '001D000000IRFm', '001D000000IRFmaIA', '001D000000IRF-a', "001D000000IRFm'"]) {
    assert.equal(toId18(text), undefined, text);
  }
});
