import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { conclude } from './command-line.ts';
import { Failure } from './failure.ts';

function setup(): {
  out: string[];
  err: string[];
  output: { out(text: string): void; err(text: string): void };
} {
  const out: string[] = [];
  const err: string[] = [];
  return { out, err, output: { out: (text) => void out.push(text), err: (text) => void err.push(text) } };
}

afterEach(() => {
  process.exitCode = undefined;
});

const refusal = new Failure('NO_TOKEN', 'There is no token.', ['Set one.', 'Or name an org.']);

test('a person reads the text, a program one line of JSON', async () => {
  const person = setup();
  await conclude(undefined, async () => ({ result: { created: 1 }, human: 'Created 1.' }), person.output);
  assert.deepEqual([person.out, person.err, process.exitCode], [['Created 1.'], [], 0]);
  const program = setup();
  await conclude(true, async () => ({ result: { created: 1 }, human: 'Created 1.' }), program.output);
  assert.deepEqual([program.out, program.err, process.exitCode], [['{"created":1}'], [], 0]);
});

test('refused work has its result and exit code 1', async () => {
  const { out, err, output } = setup();
  await conclude(true, async () => ({ result: { problems: [1] }, human: '', refused: true }), output);
  assert.deepEqual([out, err, process.exitCode], [['{"problems":[1]}'], [], 1]);
});

test('a failure tells a person on stderr what to do next', async () => {
  const { out, err, output } = setup();
  await conclude(false, () => Promise.reject(refusal), output);
  assert.deepEqual(
    [out, err, process.exitCode],
    [[], ['Error (NO_TOKEN): There is no token.\nSet one.\nOr name an org.'], 1]
  );
});

test('a failure tells a program on stdout', async () => {
  const { out, err, output } = setup();
  await conclude(true, () => Promise.reject(refusal), output);
  assert.deepEqual(
    [out, err, process.exitCode],
    [
      [
        '{"error":{"code":"NO_TOKEN","message":"There is no token.","actions":["Set one.","Or name an org."]}}'
      ],
      [],
      1
    ]
  );
});

test('what nobody foresaw is told with how to see more', async () => {
  const { err, output } = setup();
  await conclude(false, () => Promise.reject(new TypeError('x is not a function')), output);
  assert.deepEqual(err, [
    'Error (UNEXPECTED): x is not a function\nSet CADDIE_DEBUG=1 and run it again to see where it stopped.'
  ]);
});
