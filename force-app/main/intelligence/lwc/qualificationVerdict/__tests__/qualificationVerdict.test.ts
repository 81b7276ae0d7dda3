import { parseCriteria, type ParsedCriteria } from 'c/criteria';
import { judge } from 'c/qualificationVerdict';

const CONTEXT = { now: new Date('2026-11-18T12:00:00Z'), timeZone: 'UTC' };

function criteria(text: object): ParsedCriteria {
  const { criteria: parsed, problems } = parseCriteria(JSON.stringify(text));
  if (!parsed) {
    throw new Error(JSON.stringify(problems));
  }
  return parsed;
}

const RULE = criteria({
  logic: '1 AND (2 OR 3)',
  items: [
    { field: 'Industry', operator: 'equals', value: ['software', 'retail'] },
    { field: 'Facts.StrongSignals', operator: 'greaterOrEqual', value: 1 },
    { field: 'Facts.Touches13Weeks', operator: 'greaterOrEqual', value: 5 }
  ]
});

describe('judge', () => {
  it('is met, and says what each criterion found', () => {
    const record = { Industry: 'Software', 'Facts.StrongSignals': 0, 'Facts.Touches13Weeks': 7 };
    expect(judge(RULE, record, CONTEXT)).toEqual({
      met: true,
      criteria: [
        {
          field: 'Industry',
          operator: 'equals',
          value: ['software', 'retail'],
          actual: 'Software',
          met: true
        },
        { field: 'Facts.StrongSignals', operator: 'greaterOrEqual', value: 1, actual: 0, met: false },
        { field: 'Facts.Touches13Weeks', operator: 'greaterOrEqual', value: 5, actual: 7, met: true }
      ]
    });
  });

  it.each([
    ['is not met', { Industry: 'software', 'Facts.StrongSignals': 0, 'Facts.Touches13Weeks': 4 }, false],
    ['is not met by an account without an industry', { Industry: null, 'Facts.StrongSignals': 1 }, false],
    ['is met when what is unknown does not matter', { Industry: 'retail', 'Facts.StrongSignals': 1 }, true],
    ['is not met when what is unknown could not help', { Industry: 'finance' }, false],
    ['cannot be decided when what is unknown matters', { Industry: 'retail', 'Facts.StrongSignals': 0 }, null]
  ])('%s', (_name, record, met) => {
    expect(judge(RULE, record, CONTEXT).met).toBe(met);
  });

  it('keeps apart what is unknown and what is blank', () => {
    const { criteria: found } = judge(RULE, { Industry: null, 'Facts.StrongSignals': undefined }, CONTEXT);
    expect(found.map((one) => ('actual' in one ? one.actual : 'unknown'))).toEqual([
      null,
      'unknown',
      'unknown'
    ]);
  });
});
