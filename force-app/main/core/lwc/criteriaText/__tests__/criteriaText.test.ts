import { readCriteria, type Criterion } from 'c/criteria';
import { describeCriteria, describeCriterion, type CriteriaLabels } from 'c/criteriaText';

const LABELS: CriteriaLabels = {
  locale: 'en-US',
  texts: {
    operators: {
      equals: '{0} is {1}',
      notEqual: '{0} is not {1}',
      lessThan: '{0} is under {1}',
      lessThanDate: '{0} is before {1}',
      lessOrEqual: '{0} is at most {1}',
      lessOrEqualDate: '{0} is not after {1}',
      greaterThan: '{0} is over {1}',
      greaterThanDate: '{0} is after {1}',
      greaterOrEqual: '{0} is at least {1}',
      greaterOrEqualDate: '{0} is not before {1}',
      contains: '{0} contains {1}',
      notContain: '{0} does not contain {1}',
      startsWith: '{0} starts with {1}',
      includes: '{0} includes {1}',
      excludes: '{0} excludes {1}',
      isBlank: '{0} is empty',
      isNotBlank: '{0} is filled in',
      isChangedWithinDays: '{0} changed in the last {1} days'
    },
    and: '{0} and {1}',
    or: '{0} or {1}',
    not: 'not ({0})',
    group: '({0})',
    yes: 'yes',
    no: 'no',
    blank: 'empty',
    dates: { TODAY: 'today', LAST_N_DAYS: 'in the last {0} days', THIS_QUARTER: 'in this quarter' }
  },
  field: (path) => ({ StageName: 'Stage', CloseDate: 'Close Date' })[path] ?? path,
  value: (path, value) => (path === 'StageName' && value === 'Proposal/Price Quote' ? 'Proposal' : value)
};

const say = (items: Criterion[], logic?: string): string => {
  const { criteria } = readCriteria({ logic, items });
  return criteria ? describeCriteria(criteria, LABELS) : 'no criteria';
};

describe('c/criteriaText', () => {
  it('says criteria as part of a sentence', () => {
    const text = say([
      { field: 'StageName', operator: 'equals', value: 'Proposal/Price Quote' },
      { field: 'Amount', operator: 'greaterThan', value: 50_000 }
    ]);
    expect(text).toBe('Stage is Proposal and Amount is over 50,000');
  });

  it('says the logic, with parentheses where it has them', () => {
    const items: Criterion[] = [
      { field: 'StageName', operator: 'isNotBlank' },
      { field: 'NextStep', operator: 'isBlank' },
      { field: 'Amount', operator: 'lessThan', value: 1 }
    ];
    expect(say(items, '1 AND (2 OR NOT 3)')).toBe(
      'Stage is filled in and (NextStep is empty or not (Amount is under 1))'
    );
  });

  it('says nothing when there is nothing to say', () => {
    expect(say([])).toBe('');
  });

  it.each<[Criterion, string]>([
    [
      { field: 'Type', operator: 'equals', value: ['New', 'Renewal', 'Upsell'] },
      'Type is New, Renewal, or Upsell'
    ],
    [{ field: 'Type', operator: 'notEqual', value: null }, 'Type is not empty'],
    [{ field: 'IsPrivate', operator: 'equals', value: true }, 'IsPrivate is yes'],
    [{ field: 'IsPrivate', operator: 'equals', value: false }, 'IsPrivate is no'],
    [{ field: 'CloseDate', operator: 'lessThan', value: 'TODAY' }, 'Close Date is before today'],
    [
      { field: 'CloseDate', operator: 'greaterOrEqual', value: '2026-12-31' },
      'Close Date is not before Dec 31, 2026'
    ],
    [
      { field: 'CreatedDate', operator: 'equals', value: 'LAST_N_DAYS:1500' },
      'CreatedDate is in the last 1,500 days'
    ],
    [{ field: 'CloseDate', operator: 'equals', value: 'NEXT_WEEK' }, 'Close Date is NEXT_WEEK'],
    [{ field: 'Amount', operator: 'greaterThan', value: 'EUR 50000' }, 'Amount is over €50,000'],
    [
      { field: 'LastStageChangeDate', operator: 'isChangedWithinDays', value: 30 },
      'LastStageChangeDate changed in the last 30 days'
    ],
    [{ field: 'Plan__c', operator: 'equals', value: '2026-99-99' }, 'Plan__c is 2026-99-99']
  ])('says %j', (criterion, text) => {
    expect(describeCriterion(criterion, LABELS)).toBe(text);
  });

  it("follows the reader's language in numbers, dates and lists", () => {
    const german = { ...LABELS, locale: 'de-DE' };
    expect(describeCriterion({ field: 'Amount', operator: 'greaterThan', value: 50_000 }, german)).toBe(
      'Amount is over 50.000'
    );
    expect(describeCriterion({ field: 'Type', operator: 'equals', value: ['New', 'Renewal'] }, german)).toBe(
      'Type is New oder Renewal'
    );
    expect(describeCriterion({ field: 'CloseDate', operator: 'equals', value: '2026-12-31' }, german)).toBe(
      'Close Date is 31.12.2026'
    );
  });
});
