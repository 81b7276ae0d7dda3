import { operatorsFor } from 'c/criteriaCheck';

it('names the operators of a type, however it is spelled, and none for what criteria cannot use', () => {
  expect(operatorsFor('Boolean')).toEqual(['equals', 'notEqual']);
  expect(operatorsFor('MultiPicklist')).toEqual(operatorsFor('multipicklist'));
  expect(operatorsFor('Currency')).not.toContain('contains');
  expect(operatorsFor('Location')).toEqual([]);
});
