import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLineEndingScan } from './line-endings.ts';

const TEXTS: [says: string, text: string, found: string[]][] = [
  ['none', 'a,b', []],
  ['LF', 'a\n1\n', ['LF']],
  ['CRLF', 'a\r\n1\r\n', ['CRLF']],
  ['both', 'a\r\n1\n', ['CRLF', 'LF']],
  ['LF, with CRLF in quotes', 'a\n"1\r\n2"\n', ['LF']],
  ['CRLF, with LF in quotes', 'a\r\n"1\n""2""\n3"\r\n', ['CRLF']]
];

for (const [says, text, found] of TEXTS) {
  test(`finds ${says}, in one piece and in many`, () => {
    for (const pieces of [[text], [...text]]) {
      const scan = createLineEndingScan();
      for (const piece of pieces) scan.push(piece);
      assert.deepEqual(scan.found(), found);
    }
  });
}
