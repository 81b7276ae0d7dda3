import { costAndBenefit, kindIcon, kindLabel } from 'c/guidanceKind';

it('names and draws each kind', () => {
  expect((['Tip', 'Job Aid', 'Win Story', 'Lesson'] as const).map(kindLabel)).toEqual([
    'Tip',
    'Job aid',
    'Win story',
    'Lesson'
  ]);
  expect(kindIcon('Win Story')).toBe('utility:ribbon');
});

it('says only what the author said', () => {
  expect(costAndBenefit({ minutes: 2, sellerBenefit: 'keeps the date' })).toBe('2 min · keeps the date');
  expect(costAndBenefit({ minutes: null, sellerBenefit: 'keeps the date' })).toBe('keeps the date');
  expect(costAndBenefit({ minutes: 0.5, sellerBenefit: '' })).toBe('0.5 min');
});
