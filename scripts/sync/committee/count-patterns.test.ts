import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countPatterns } from './count-patterns.ts';

test('counts deals by role, in all and in the industry of the account, each deal once', () => {
  const { addDeal, addRole, result } = countPatterns();
  addDeal({ id: 'A', isWon: true, industry: 'Retail' });
  addDeal({ id: 'B', isWon: false, industry: 'retail' });
  addDeal({ id: 'C', isWon: true, industry: '' });
  addRole({ dealId: 'A', role: 'Evaluator' });
  addRole({ dealId: 'A', role: 'evaluator' });
  addRole({ dealId: 'B', role: 'Evaluator' });
  addRole({ dealId: 'C', role: 'Other' });
  addRole({ dealId: 'C', role: '' });
  addRole({ dealId: 'still open', role: 'Evaluator' });
  const all = { segment: 'All', wonDeals: 2, lostDeals: 1 };
  assert.deepEqual(result(), {
    patterns: [
      { ...all, role: 'Evaluator', dealsWithRole: 1, lostDealsWithRole: 1 },
      { ...all, role: 'Other', dealsWithRole: 1, lostDealsWithRole: 0 },
      {
        segment: 'Industry: Retail',
        wonDeals: 1,
        lostDeals: 1,
        role: 'Evaluator',
        dealsWithRole: 1,
        lostDealsWithRole: 1
      }
    ],
    equation: {
      text:
        '9 rows = 2 won deals + 1 lost deals + 3 roles + 1 roles that repeat + 1 roles without a name + ' +
        '1 roles of deals reopened meanwhile',
      holds: true
    }
  });
});
