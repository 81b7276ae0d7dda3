import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { listElements } from './json-list.ts';

/** The elements, and whether it was a list; the text comes in pieces of a size. */
async function read(text: string, size = text.length): Promise<{ elements: unknown[]; isList: boolean }> {
  const elements: unknown[] = [];
  const list = listElements(pieces(text, size), 'statements');
  let next = await list.next();
  for (; next.done !== true; next = await list.next()) elements.push(JSON.parse(next.value));
  return { elements, isList: next.value };
}

async function* pieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

const LISTS: [says: string, text: string, elements: unknown[]][] = [
  ['a bare list', '[{"a":1},{"a":[2,3]}]', [{ a: 1 }, { a: [2, 3] }]],
  ['a list behind a byte order mark, with spaces', '\ufeff [ 1 ,\n 2 ] \n', [1, 2]],
  ['an empty list', '[ ]', []],
  ['the member', '{"statements":[{"a":1}],"more":""}', [{ a: 1 }]],
  ['the member behind others', '{"more":{"statements":[9]},"n":[8], "statements" : [1,2]}', [1, 2]],
  ['what looks like signs in texts', '["],[{","\\"]",{"b":"\\\\"}]', ['],[{', '"]', { b: '\\' }]]
];

for (const [says, text, elements] of LISTS) {
  test(`reads ${says}`, async () => {
    assert.deepEqual(await read(text), { elements, isList: true });
    assert.deepEqual(await read(text, 1), { elements, isList: true }, 'one character at a time');
  });
}

for (const text of ['', ' \n', 'a,b', '{"id":1}\n{"id":2}', '{"inner":{"statements":[1]}}', '{"half":']) {
  test(`finds no list in ${JSON.stringify(text)}`, async () => {
    assert.deepEqual(await read(text), { elements: [], isList: false });
  });
}

const REFUSED: [text: string, message: string][] = [
  ['{"statements":{"a":1}}', 'What the file has as statements is no list.'],
  ['{"statements":5,"more":""}', 'What the file has as statements is no list.'],
  ['[1,2', 'The file breaks off in the middle of its list.'],
  ['{"statements":[1,{"a"', 'The file breaks off in the middle of its list.'],
  ['[1]\n[2]', 'The file goes on behind the end of its list.'],
  ['[1] more', 'The file goes on behind the end of its list.']
];

for (const [text, message] of REFUSED) {
  test(`refuses ${text}`, async () => {
    await assert.rejects(read(text), { code: 'BAD_SOURCE', message });
  });
}

test('reads what JSON.parse reads, however it is written and in whatever pieces', async () => {
  const spaces = fc.constantFrom(undefined, 1, '\t');
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.jsonValue(), { maxLength: 5 }),
      fc.jsonValue(),
      spaces,
      fc.boolean(),
      fc.integer({ min: 1, max: 20 }),
      async (elements, more, space, isBare, size) => {
        const document = isBare ? elements : { more, statements: elements };
        const expected = JSON.parse(JSON.stringify(elements)) as unknown;
        const found = await read(JSON.stringify(document, null, space), size);
        assert.deepEqual(found, { elements: expected, isList: true });
      }
    ),
    { seed: 20_261_118, numRuns: 500 }
  );
});

test('takes no more of the file than the element in hand needs', async () => {
  let taken = 0;
  async function* endless(): AsyncGenerator<string> {
    yield '[';
    for (;;) yield `${taken++},`;
  }
  const list = listElements(endless(), 'statements');
  for (let element = 0; element < 1000; element += 1) {
    assert.equal((await list.next()).value, String(element));
    assert.equal(taken, element + 1);
  }
  await list.return(true);
});
