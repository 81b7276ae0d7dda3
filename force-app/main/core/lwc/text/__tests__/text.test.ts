import { count, fill } from 'c/text';

it('fills placeholders in any order and as often as they occur', () => {
  expect(fill('{1} of {0}, {1}', 5, 2)).toBe('2 of 5, 2');
});

it('leaves a placeholder without a value, and values are not filled again', () => {
  expect(fill('{0} and {1}', '{1}')).toBe('{1} and {1}');
  expect(fill('{2}', 'a')).toBe('{2}');
});

it('chooses between one and many', () => {
  expect(count(1, '1 step', '{0} steps')).toBe('1 step');
  expect(count(0, '1 step', '{0} steps')).toBe('0 steps');
});
