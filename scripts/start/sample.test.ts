import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { STAGES } from '../local-org/catalogue/objects/opportunity.ts';
import { readSample } from './sample-files.ts';
import type { SampleRecord } from './sample-files.ts';
import { makeOwners } from './sample-owners.ts';

const sample = await readSample(fileURLToPath(new URL('../../data', import.meta.url)));
const all = sample.files.flatMap(({ records }) => records);

function records(object: string): SampleRecord[] {
  return all.filter(({ attributes }) => attributes.type === object);
}

test('no file holds more records than one call takes', () => {
  assert.ok(sample.files.every(({ records: some }) => some.length > 0 && some.length <= 200));
});

test('every referenceId is there once, and every reference points at a record before it', () => {
  const seen = new Set<string>();
  for (const { object, records: some } of sample.files) {
    for (const record of some) {
      assert.equal(record.attributes.type, object);
      for (const [field, value] of Object.entries(record)) {
        if (typeof value === 'string' && value.startsWith('@')) {
          assert.ok(seen.has(value.slice(1)), `${record.attributes.referenceId}.${field} points at ${value}`);
        }
      }
    }
    for (const { attributes } of some) {
      assert.ok(!seen.has(attributes.referenceId), `${attributes.referenceId} is there twice`);
      seen.add(attributes.referenceId);
    }
  }
});

test('there is enough of everything to sell with', () => {
  assert.equal(records('Account').length, 12);
  assert.equal(records('Account').filter(({ ParentId }) => ParentId !== undefined).length, 2);
  assert.equal(records('Contact').length, 31);
  assert.equal(records('Opportunity').length, 36);
  assert.equal(records('Lead').length, 8);
  assert.equal(records('Task').length, 24);
  assert.equal(records('Event').length, 11);
});

test('every stage has a deal', () => {
  const used = new Set(records('Opportunity').map(({ StageName }) => StageName));
  assert.deepEqual([...used].toSorted(), STAGES.map(({ name }) => name).toSorted());
});

test('closed deals closed before the dates were written', () => {
  for (const { Name, StageName, CloseDate } of records('Opportunity')) {
    if (String(StageName).startsWith('Closed')) {
      assert.ok(
        String(CloseDate) < sample.extras.writtenOn,
        `${String(Name)} closes on ${String(CloseDate)}`
      );
    }
  }
});

test('mail goes nowhere real', () => {
  for (const { Email } of [...records('Contact'), ...records('Lead')]) {
    assert.match(String(Email), /^[a-z.-]+@[a-z-]+\.example$/);
  }
});

test('every name in the extras is a record, and line items add up to the amount of their deal', () => {
  const references = new Set(all.map(({ attributes }) => attributes.referenceId));
  const named = [
    ...Object.values(sample.extras.owners).flat(),
    ...Object.keys(sample.extras.prices),
    ...sample.extras.lineItems.flatMap(({ opportunity, product }) => [opportunity, product])
  ];
  assert.deepEqual(
    named.filter((reference) => !references.has(reference)),
    []
  );
  const totals = Object.groupBy(sample.extras.lineItems, ({ opportunity }) => opportunity);
  for (const [opportunity, items] of Object.entries(totals)) {
    const deal = all.find(({ attributes }) => attributes.referenceId === opportunity);
    const total = items!.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice, 0);
    assert.equal(total, deal?.['Amount'], opportunity);
  }
});

test('reviews are about pieces that exist', async () => {
  const files = await readdir(new URL('../../content', import.meta.url), { recursive: true });
  const keys = new Set(files.map((file) => basename(file, '.md')));
  const unknown = sample.extras.reviews.filter(({ guidance }) => !keys.has(guidance));
  assert.deepEqual(unknown, []);
});

test('a record belongs to whom the extras name, else to the owner of its deal or account', () => {
  const ownerOf = makeOwners(sample.extras.owners);
  const owners = new Map(all.map((record) => [record.attributes.referenceId, ownerOf(record)]));
  assert.equal(owners.get('BrackwaterFoods'), 'rep');
  assert.equal(owners.get('AnneliesDekker'), 'rep');
  assert.equal(owners.get('LumenfoldValidationPackage'), 'manager');
  assert.equal(owners.get('QuillmarkWardFridges'), 'rep2');
  assert.equal(owners.get('ProductSensor'), null);
  const task = records('Task').find(({ WhatId }) => WhatId === '@LumenfoldValidationPackage');
  assert.equal(owners.get(task!.attributes.referenceId), 'manager');
});
