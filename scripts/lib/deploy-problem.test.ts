import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeDeployProblem } from './deploy-problem.ts';

test('a problem is told once with its place', () => {
  const fileName = 'lwc/card/card.ts';
  const problem = '[Line: 3, Col: 1] An enum is not erasable TypeScript.';
  assert.equal(
    describeDeployProblem({ fileName, lineNumber: 3, columnNumber: 1, problem }),
    'lwc/card/card.ts:3:1: An enum is not erasable TypeScript.'
  );
});

test('a problem without a place names the file', () => {
  assert.equal(
    describeDeployProblem({ fileName: 'lwc/card/card.js-meta.xml', problem: 'No base file' }),
    'lwc/card/card.js-meta.xml: No base file'
  );
});
