import { csvHref, csvText } from 'c/csvFile';

it('writes a line a row, quoting only what needs it', () => {
  expect(
    csvText([
      ['at', 'stage', 'count'],
      ['2026-11-20', 'Proposal, "final"', 3],
      ['line\nbreak', null, undefined]
    ])
  ).toBe('at,stage,count\r\n2026-11-20,"Proposal, ""final""",3\r\n"line\nbreak",,\r\n');
});

it.each([
  ['=HYPERLINK("http://x")', '"\'=HYPERLINK(""http://x"")"'],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['\r=1', '"\'\r=1"'],
  ['a=1', 'a=1']
])('keeps %j from being a formula', (text, cell) => {
  expect(csvText([[text]])).toBe(`${cell}\r\n`);
});

it('leaves negative numbers numbers', () => {
  expect(csvText([[-1]])).toBe('-1\r\n');
});

it('carries the file in the address, marked as UTF-8', () => {
  expect(csvHref('ä,b#1\r\n')).toBe('data:text/csv;charset=utf-8,%EF%BB%BF%C3%A4%2Cb%231%0D%0A');
});
