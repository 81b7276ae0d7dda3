import TargetCapacity from 'c/targetCapacity';
import { mount } from '../../../../../../test/agreement';

const NAMES = new Map([
  ['1', 'Sam Okafor'],
  ['2', 'Robin Vega']
]);

const capacity = (changes: object) => ({
  sellerId: '1',
  tier: '1',
  accounts: 9,
  pending: 0,
  most: 12,
  over: 0,
  ...changes
});

afterEach(() => document.body.replaceChildren());

it('says how many of how many, by name and never by size', async () => {
  const { element, texts } = await mount('c-target-capacity', TargetCapacity, {
    names: NAMES,
    capacities: [
      capacity({}),
      capacity({ sellerId: '2', tier: '2', most: null }),
      capacity({ sellerId: '2', accounts: 11, most: 8, over: 3 }),
      capacity({ sellerId: '' })
    ]
  });
  expect(texts('.text')).toEqual([
    'No seller yet: 9 of 12 tier-1 accounts',
    'Robin Vega: 11 of 8 tier-1 accounts',
    'Robin Vega: 9 tier-2 accounts, no limit agreed',
    'Sam Okafor: 9 of 12 tier-1 accounts'
  ]);
  expect(texts('.note')).toEqual(['3 more than one seller can serve well.']);
  await expect(element).toBeAccessible();
});

it('says what is not agreed yet, and whether it would be too much', async () => {
  const { texts } = await mount('c-target-capacity', TargetCapacity, {
    names: NAMES,
    capacities: [capacity({ pending: 2 }), capacity({ sellerId: '2', pending: 5 })]
  });
  expect(texts('.note')).toEqual([
    '5 more not agreed yet; with them it would be 2 too many.',
    '2 more not agreed yet.'
  ]);
});

it('shows eight at first', async () => {
  const { find, press, texts } = await mount('c-target-capacity', TargetCapacity, {
    capacities: Array.from({ length: 10 }, (_none, index) => capacity({ sellerId: `seller ${index}` }))
  });
  expect(texts('.text')).toHaveLength(8);
  expect(find('.toggle').label).toBe('2 more');
  await press('.toggle');
  expect(texts('.text')).toHaveLength(10);
  expect(find('.toggle').label).toBe('Show fewer');
});
