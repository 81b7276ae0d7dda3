import { draftValue } from '../draft';

it.each([
  ['Currency', { value: '900' }, 900],
  ['Percent', { value: '12.5' }, 12.5],
  ['Double', { value: '' }, null],
  ['Int', { value: '12a' }, null],
  ['Boolean', { checked: true }, true],
  ['Boolean', { checked: false }, false],
  ['Reference', { value: ['005000000000001AAA'] }, '005000000000001AAA'],
  ['Reference', { value: [] }, null],
  ['MultiPicklist', { value: 'A;B' }, 'A;B'],
  ['Date', { value: '2026-11-30' }, '2026-11-30'],
  ['Date', { value: null }, null],
  ['Picklist', { value: 'Negotiation/Review' }, 'Negotiation/Review'],
  ['Address', { value: { city: 'Oslo' } }, undefined]
])('reads a %s typed as %j as a record would hold it', (dataType, change, expected) => {
  expect(draftValue(change, dataType)).toBe(expected);
});
