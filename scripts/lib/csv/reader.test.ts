import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { COLUMN_DELIMITERS, LINE_ENDINGS, type CsvDialect } from './dialect.ts';
import { createCsvReader, CsvProblem } from './reader.ts';

const COMMA_LF: CsvDialect = { columnDelimiter: 'COMMA', lineEnding: 'LF' };
const COMMA_CRLF: CsvDialect = { columnDelimiter: 'COMMA', lineEnding: 'CRLF' };

/** All records of text that comes in these pieces. */
function read(dialect: CsvDialect, ...pieces: string[]): string[][] {
  const reader = createCsvReader(dialect);
  const records: string[][] = [];
  const drain = (): void => {
    for (let cells = reader.next(); cells; cells = reader.next()) records.push(cells);
  };
  for (const piece of pieces) {
    reader.push(piece);
    drain();
  }
  reader.end();
  drain();
  return records;
}

const READ: [says: string, dialect: CsvDialect, text: string, records: string[][]][] = [
  [
    'plain cells',
    COMMA_LF,
    'a,b\n1,2\n',
    [
      ['a', 'b'],
      ['1', '2']
    ]
  ],
  [
    'no line feed at the end',
    COMMA_LF,
    'a,b\n1,2',
    [
      ['a', 'b'],
      ['1', '2']
    ]
  ],
  [
    'empty cells',
    COMMA_LF,
    ',b,\n,,\n',
    [
      ['', 'b', ''],
      ['', '', '']
    ]
  ],
  ['spaces, untrimmed', COMMA_LF, ' a , b\n', [[' a ', ' b']]],
  ['a delimiter and a line feed in quotes', COMMA_LF, '"a,\nb",c\n', [['a,\nb', 'c']]],
  ['both kinds of line feed in quotes', COMMA_CRLF, '"a\nb\r\nc",d\r\n', [['a\nb\r\nc', 'd']]],
  ['a carriage return line feed in quotes', COMMA_LF, '"a\r\nb"\n', [['a\r\nb']]],
  ['doubled quotes', COMMA_LF, '"say ""hi""","""",""\n', [['say "hi"', '"', '']]],
  ['quoted and plain cells beside each other', COMMA_LF, '"a",b,"c"\n', [['a', 'b', 'c']]],
  ['empty lines, skipped', COMMA_LF, '\na\n\n1\n\n', [['a'], ['1']]],
  ['an empty cell in quotes, kept', COMMA_LF, 'a\n""\n', [['a'], ['']]],
  ['a byte order mark, kept', COMMA_LF, '\uFEFFa\n', [['\uFEFFa']]],
  ['nothing', COMMA_LF, '', []],
  ['tabs', { columnDelimiter: 'TAB', lineEnding: 'LF' }, 'a,b\tc\n', [['a,b', 'c']]]
];

for (const [says, dialect, text, records] of READ) {
  test(`reads ${says}`, () => {
    assert.deepEqual(read(dialect, text), records);
    assert.deepEqual(read(dialect, ...text), records, 'one character at a time');
  });
}

const UNESCAPED =
  'InvalidBatch : Failed to parse CSV. Found unescaped quote. A value with quote should be within a quote';
const NOT_LF = 'ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is LF';
const NOT_CRLF = 'ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is CRLF';

const REFUSED: [says: string, dialect: CsvDialect, text: string, message: string][] = [
  ['a quote inside a plain cell', COMMA_LF, 'a\n5" pipe\n', UNESCAPED],
  ['a space before a quote', COMMA_LF, 'a,b\n"John", "Smith"\n', UNESCAPED],
  ['a space behind a quote', COMMA_LF, 'a,b\n"John" ,Smith\n', UNESCAPED],
  ['a quote that is never closed', COMMA_LF, 'a\n"John\n', UNESCAPED],
  ['a byte order mark before a quote', COMMA_LF, '\uFEFF"a"\n', UNESCAPED],
  ['CRLF where LF was told', COMMA_LF, 'a\r\n1\r\n', NOT_LF],
  ['LF where CRLF was told', COMMA_CRLF, 'a\n1\n', NOT_CRLF],
  ['CRLF behind a quoted cell', COMMA_LF, '"a"\r\n', NOT_LF],
  ['LF behind a quoted cell', COMMA_CRLF, '"a"\n', NOT_CRLF],
  [
    'a record that never ends',
    COMMA_LF,
    `"${'x'.repeat(400_000)}`,
    'InvalidBatch : Failed to parse CSV. A record is longer than 400000 characters'
  ]
];

for (const [says, dialect, text, message] of REFUSED) {
  test(`refuses ${says}`, () => {
    assert.throws(
      () => {
        const reader = createCsvReader(dialect);
        reader.push(text);
        while (reader.next());
        reader.end();
        while (reader.next());
      },
      (error) => error instanceof CsvProblem && error.message === message
    );
  });
}

test('tells where the next record begins, also of text that begins further on', () => {
  const reader = createCsvReader(COMMA_LF, 100);
  reader.push('a,b\n1');
  assert.deepEqual([reader.next(), reader.position()], [['a', 'b'], 104]);
  reader.push(',2\n');
  assert.deepEqual([reader.next(), reader.position()], [['1', '2'], 108]);
});

const CELL = fc.string({
  unit: fc.constantFrom('a', 'é', ' ', '"', ',', ';', '\t', '\n', '\r', '|'),
  maxLength: 6
});
const DIALECT = fc.record({
  columnDelimiter: fc.constantFrom<CsvDialect['columnDelimiter']>('COMMA', 'SEMICOLON', 'TAB', 'PIPE'),
  lineEnding: fc.constantFrom<CsvDialect['lineEnding']>('LF', 'CRLF')
});

test('reads what csv-parse reads, whatever the cells, the quoting and the pieces', () => {
  fc.assert(
    fc.property(
      DIALECT,
      fc.array(fc.array(fc.tuple(CELL, fc.boolean()), { minLength: 1, maxLength: 4 }), { maxLength: 6 }),
      fc.boolean(),
      fc.integer({ min: 1, max: 40 }),
      (dialect, table, hasLastEnding, size) => {
        const delimiter = COLUMN_DELIMITERS[dialect.columnDelimiter];
        const ending = LINE_ENDINGS[dialect.lineEnding];
        const text =
          table
            .map((row) =>
              row
                .map(([cell, quote]) =>
                  quote || /["\r\n]/.test(cell) || cell.includes(delimiter)
                    ? `"${cell.replaceAll('"', '""')}"`
                    : cell
                )
                .join(delimiter)
            )
            .join(ending) + (hasLastEnding ? ending : '');
        const pieces = text.match(new RegExp(`[^]{1,${size}}`, 'gu')) ?? [];
        const expected = parse(text, {
          delimiter,
          record_delimiter: ending,
          relax_column_count: true,
          skip_empty_lines: true
        }) as unknown as string[][];
        assert.deepEqual(read(dialect, ...pieces), expected);
      }
    ),
    { seed: 20_261_118, numRuns: 2000 }
  );
});
