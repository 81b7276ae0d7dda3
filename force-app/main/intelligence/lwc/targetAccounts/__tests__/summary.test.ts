import { rangeInWords, summaryInWords } from '../summary';

it('says nothing until it knows, and that nothing is agreed once it does', () => {
  expect(summaryInWords(undefined)).toBe('');
  expect(summaryInWords({ counts: [], capacities: [], listVersion: 0 })).toBe('Nothing is agreed yet.');
});

it('says where a page stands', () => {
  expect(rangeInWords(25, 25, 2113)).toBe('26 to 50 of 2,113');
});
