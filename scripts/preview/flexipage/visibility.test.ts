import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import type { VisibilityRule } from './model.ts';
import { isVisible, recordFields } from './visibility.ts';

const VALUES: Record<string, string | number | null> = {
  'Record.StageName': 'Negotiation/Review',
  'Record.Amount': 5000,
  'Record.NextStep': null,
  '$Client.FormFactor': 'Large'
};
const lookup = (expression: string): string | number | null | undefined => VALUES[expression];

function rule(filter: string | null, ...criteria: [string, string, string][]): VisibilityRule {
  return {
    filter,
    criteria: criteria.map(([left, operator, right]) => ({ left: `{!${left}}`, operator, right }))
  };
}

describe('isVisible', () => {
  const cases: [boolean, VisibilityRule | null][] = [
    [true, null],
    [true, rule(null, ['Record.StageName', 'EQUAL', 'Negotiation/Review'])],
    [false, rule(null, ['Record.StageName', 'NE', 'Negotiation/Review'])],
    [true, rule(null, ['Record.StageName', 'CONTAINS', 'Review'])],
    [true, rule(null, ['Record.Amount', 'GE', '5000'])],
    [false, rule(null, ['Record.Amount', 'LT', '900'])],
    [true, rule(null, ['Record.NextStep', 'EQUAL', ''])],
    [false, rule(null, ['Record.Amount', 'GT', '1'], ['$Client.FormFactor', 'EQUAL', 'Small'])],
    [true, rule('1 OR 2', ['Record.Amount', 'GT', '1'], ['$Client.FormFactor', 'EQUAL', 'Small'])],
    [
      true,
      rule(
        '1 AND NOT (2 OR 3)',
        ['Record.Amount', 'GT', '1'],
        ['Record.Amount', 'EQUAL', '2'],
        ['Record.Amount', 'EQUAL', '3']
      )
    ]
  ];
  for (const [expected, tested] of cases) {
    it(`is ${expected} for ${tested ? `${tested.filter ?? 'all of'} ${JSON.stringify(tested.criteria)}` : 'no rule'}`, () => {
      assert.equal(isVisible(tested, lookup), expected);
    });
  }
});

it('names the fields of the record that a rule looks at', () => {
  assert.deepEqual(
    recordFields(
      rule(null, ['Record.Account.Industry', 'EQUAL', 'x'], ['$Client.FormFactor', 'EQUAL', 'Large'])
    ),
    ['Account.Industry']
  );
});
