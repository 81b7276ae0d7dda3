import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { picklist, text } from '../catalogue/fields.ts';
import { standardObject } from '../catalogue/object.ts';
import { createBench } from './testing/bench.ts';

const thing = standardObject('Thing', 'T00', ['Thing', 'Things'], {}, [
  text('Key', 'Key', 10),
  picklist('Size', 'Size', ['Small', 'Large']),
  picklist('Tags', 'Tags', ['x', 'y'], { type: 'multipicklist' })
]);
const bench = createBench({ objects: [thing] });
after(() => bench.close());

for (const [Key, Size] of [
  ['b', 'Large'],
  ['A', 'Small'],
  ['c', null],
  [null, 'Huge'],
  ['a', 'large']
]) {
  bench.insert('Thing', { Key, Size });
}

const orders: [order: string, keys: string][] = [
  // Nulls come first in either direction unless told otherwise; text doesn't mind case.
  ['Key, Id', '-Aabc'],
  ['Key DESC, Id DESC', '-cbaA'],
  ['Key ASC NULLS LAST, Id', 'Aabc-'],
  ['Key DESC NULLS FIRST, Id', '-cbAa'],
  // A picklist sorts by the order of its values; one that is no longer among them comes last.
  ['Size, Key', 'cAab-'],
  ['Size DESC NULLS LAST, Key', '-abAc'],
  ['Id DESC', 'a-cAb']
];

for (const [order, keys] of orders) {
  test(`ORDER BY ${order}`, () => {
    const found = bench.values(`SELECT Key FROM Thing ORDER BY ${order}`, 'Key');
    assert.equal(found.map((key) => key ?? '-').join(''), keys);
  });
}

for (const [object, field] of [
  ['Thing', 'Tags'],
  ['Account', 'Description']
]) {
  test(`refuses to sort ${object} by ${field}`, () => {
    const { errorCode, message } = bench.refusal(`SELECT Id FROM ${object} ORDER BY ${field}`);
    assert.equal(errorCode, 'MALFORMED_QUERY');
    assert.equal(message.split('\n').at(-1), `field '${field}' can not be sorted in a query call`);
  });
}

test('refuses functions of fields outside aggregate queries', () => {
  assert.equal(
    bench.refusal('SELECT Id FROM Account ORDER BY CALENDAR_YEAR(CreatedDate)').message,
    'Ordered field must be grouped or aggregated: CreatedDate'
  );
});
