import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { quotedLine } from '../../lib/csv/writer.ts';
import { countRecords } from './count-records.ts';
import { csvRecords } from './csv-records.ts';

const folder = mkdtempSync(join(tmpdir(), 'caddie-count-'));
const file = join(folder, 'results.csv');

after(() => rmSync(folder, { recursive: true }));

function count(text: string): Promise<number> {
  writeFileSync(file, text);
  return countRecords(file);
}

const COUNTED: [says: string, text: string, records: number][] = [
  ['nothing', '', 0],
  ['a header alone', '"sf__Id","sf__Created"\n', 0],
  ['records', 'Id,Name\n1,one\n2,two\n', 2],
  ['a last record without its line feed', 'Id,Name\n1,one\n2,two', 2],
  ['line feeds in quotes as part of their cell', 'Id,Name\n1,"one\ntwo\n\nthree"\n2,two\n', 2],
  ['doubled quotes, also beside a line feed', 'Id,Name\n1,"say ""one""\n"\n2,"""\n"""\n', 2],
  ['an empty cell in quotes as a record', 'Id\n""\n', 1],
  ['no record that breaks off in a cell', 'Id,Name\n1,one\n2,"tw', 1],
  ['no empty lines', '\nId\n\n1\n\n\n2\n\n', 2]
];

for (const [says, text, records] of COUNTED) {
  test(`counts ${says}`, async () => {
    assert.equal(await count(text), records);
  });
}

test('counts across the pieces that a long file comes in', async () => {
  const long = `"${'x'.repeat(300_000)}\n${'y'.repeat(300_000)}"`;
  assert.equal(await count(`Id\n${`${long}\n`.repeat(5)}`), 5);
});

test('counts the records that the reader reads', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', '\n'), maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { maxLength: 6 }),
      async (rows) => {
        const counted = await count(rows.map((cells) => `${quotedLine(cells, ',')}\n`).join(''));
        let read = 0;
        for await (const cells of csvRecords(file)) read += Math.sign(cells.length);
        assert.equal(counted, Math.max(0, read - 1));
        assert.equal(counted, Math.max(0, rows.length - 1));
      }
    ),
    { seed: 20_261_118, numRuns: 300 }
  );
});
