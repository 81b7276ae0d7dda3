import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure, toFailure } from './failure.ts';

const cases: [name: string, thrown: unknown, code: string, message: string][] = [
  ['a failure', new Failure('NO_ORG', 'No org is named.'), 'NO_ORG', 'No org is named.'],
  [
    "the org's refusal",
    Object.assign(new Error('\nNo such column'), { errorCode: 'INVALID_FIELD' }),
    'INVALID_FIELD',
    'No such column'
  ],
  [
    'an old token',
    Object.assign(new Error('Session expired or invalid'), { errorCode: 'INVALID_SESSION_ID' }),
    'INVALID_SESSION_ID',
    'The org no longer takes this access token.'
  ],
  ['a mistake of ours', new TypeError('x is not a function'), 'UNEXPECTED', 'x is not a function'],
  ['anything', 'text', 'UNEXPECTED', 'text']
];

for (const [name, thrown, code, message] of cases) {
  test(`${name} is told as ${code}`, () => {
    const failure = toFailure(thrown);
    assert.deepEqual([failure.code, failure.message], [code, message]);
  });
}
