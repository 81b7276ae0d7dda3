import { nameOf, nodesOf, orNull, text, totalOf } from 'c/graphqlAnswer';

it('reads nothing where something may not be seen', () => {
  expect(nodesOf(undefined)).toEqual([]);
  expect(text(undefined)).toBe('');
  expect(text({ value: null })).toBe('');
  expect(orNull(undefined)).toBeNull();
  expect(nameOf(null)).toBeNull();
  expect(nameOf({ Id: '005000000000001AAA' })).toBeNull();
});

it('reads what is there, zero and false included', () => {
  expect(nodesOf({ edges: [{ node: 1 }, { node: 2 }] })).toEqual([1, 2]);
  expect(text({ value: 'Tier 1' })).toBe('Tier 1');
  expect(orNull({ value: 0 })).toBe(0);
  expect(orNull({ value: false })).toBe(false);
  expect(nameOf({ Id: '005000000000001AAA', Name: { value: 'Robin Vega' } })).toBe('Robin Vega');
});

it('tells how long a list is of which a part was brought', () => {
  expect(totalOf({ edges: [{ node: 1 }], totalCount: 312 })).toBe(312);
  expect(totalOf({ edges: [{ node: 1 }] })).toBe(1);
});
