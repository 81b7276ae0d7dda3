import { journeyInWords, tierExplanation, tierInWords, verdictExplanation } from 'c/standingWords';
import { STANDING } from '../../../../../../test/intelligence';

it.each([
  ['Accepted', 'Tier 1'],
  ['Proposed', 'Tier 1, proposed'],
  ['Disputed', 'Tier 1, disputed'],
  [null, 'No tier agreed']
])('a tier that is %s', (status, expected) => {
  expect(tierInWords({ ...STANDING, status })).toBe(expected);
});

it('says an unknown place on the journey as unknown', () => {
  expect(journeyInWords({ ...STANDING, journey: null })).toBe('Journey unknown');
  expect(journeyInWords(STANDING)).toBe('Engaged');
});

it('explains a tier by its decision and the reason given with it', () => {
  expect(tierExplanation(STANDING)).toEqual({
    rule: 'The newest decision about this account in the target list. It holds when sales and marketing have both signed. Why: Nine plants, one contract.',
    version: 'Decision 2 about this account',
    records: [
      { id: 'a0T000000000001AAA', object: 'Target_Account__c', name: 'Decision 2 about this account' }
    ]
  });
});

it('explains a verdict by the rule of that day, item by item', () => {
  expect(verdictExplanation(STANDING.verdicts[0])).toMatchObject({
    version: 'MQA-3, version 3',
    points: [
      { text: 'Strong signals is 2 or more: here 3', met: true },
      { text: 'Industry is Software', met: false }
    ]
  });
});
