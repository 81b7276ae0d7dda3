import { relativeDays } from 'c/calendar';
import { OPERATORS } from 'c/criteria';
import type { Criterion } from 'c/criteria';
import { validateCriteria, type FieldShape } from 'c/criteriaCheck';

const FIELDS: Record<string, FieldShape> = {
  Name: { label: 'Name', type: 'string' },
  Amount: { label: 'Amount', type: 'currency' },
  Probability: { label: 'Probability (%)', type: 'Percent' },
  IsClosed: { label: 'Closed', type: 'boolean' },
  CloseDate: { label: 'Close Date', type: 'date' },
  LastStageChangeDate: { label: 'Last Stage Change Date', type: 'DateTime' },
  StageName: {
    label: 'Stage',
    type: 'picklist',
    values: ['Prospecting', 'Negotiation/Review', 'Closed Won']
  },
  Channels__c: { label: 'Channels', type: 'MultiPicklist', values: ['Email', 'Phone'] },
  'Account.Industry': { label: 'Industry', type: 'picklist', values: null },
  Place__c: { label: 'Place', type: 'location' }
};

const check = (criterion: Criterion): string[] => {
  return validateCriteria({ items: [criterion] }, (path) => FIELDS[path]).map(({ message }) => message);
};

describe('c/criteriaCheck', () => {
  it.each<Criterion>([
    { field: 'Name', operator: 'startsWith', value: 'Acme' },
    { field: 'Amount', operator: 'greaterThan', value: 50_000 },
    { field: 'Amount', operator: 'greaterThan', value: 'EUR 50000' },
    { field: 'Probability', operator: 'lessThan', value: '50' },
    { field: 'IsClosed', operator: 'equals', value: false },
    { field: 'CloseDate', operator: 'lessThan', value: 'TODAY' },
    { field: 'CloseDate', operator: 'equals', value: ['2026-12-31', 'NEXT_N_DAYS:14'] },
    { field: 'LastStageChangeDate', operator: 'isChangedWithinDays', value: 30 },
    { field: 'LastStageChangeDate', operator: 'greaterThan', value: '2026-11-22T10:00:00Z' },
    { field: 'StageName', operator: 'equals', value: ['Prospecting', 'Closed Won'] },
    { field: 'StageName', operator: 'contains', value: 'closed' },
    { field: 'StageName', operator: 'equals', value: '' },
    { field: 'Channels__c', operator: 'includes', value: ['Email'] },
    { field: 'Channels__c', operator: 'equals', value: 'Email;Phone' },
    { field: 'Account.Industry', operator: 'equals', value: 'Banking' },
    { field: 'Name', operator: 'isNotBlank' }
  ])('accepts %j', (criterion) => {
    expect(check(criterion)).toEqual([]);
  });

  it.each<[Criterion, string]>([
    [
      { field: 'Channels__c', operator: 'includes', value: 'Fax' },
      'Item 1: Channels has no value "Fax". Write one of Email, Phone.'
    ],
    [
      { field: 'StageName', operator: 'equals', value: 'closed won' },
      'Item 1: Stage has no value "closed won". Write "Closed Won".'
    ],
    [
      { field: 'StageName', operator: 'equals', value: 'Negotiation' },
      'Item 1: Stage has no value "Negotiation". Write "Negotiation/Review".'
    ],
    [
      { field: 'StageName', operator: 'includes', value: 'Prospecting' },
      'Item 1: Stage (picklist) cannot be used with "includes". Write "equals"; a list of values means any of them.'
    ],
    [
      { field: 'StageName', operator: 'excludes', value: 'Prospecting' },
      'Item 1: Stage (picklist) cannot be used with "excludes". Write "notEqual"; a list of values means none of them.'
    ],
    [
      { field: 'IsClosed', operator: 'greaterThan', value: 1 },
      'Item 1: Closed (boolean) cannot be used with "greaterThan". Write one of equals, notEqual.'
    ],
    [
      { field: 'IsClosed', operator: 'equals', value: 'yes' },
      'Item 1: Closed is a checkbox. Write true or false instead of "yes".'
    ],
    [
      { field: 'Amount', operator: 'greaterThan', value: '50k' },
      'Item 1: Amount is a number, and "50k" is none. Write it as 50000 or "EUR 50000".'
    ],
    [
      { field: 'CloseDate', operator: 'lessThan', value: '31.12.2026' },
      'Item 1: Close Date is a date, and "31.12.2026" is none. Write it as 2026-12-31, TODAY or LAST_N_DAYS:30.'
    ],
    [
      { field: 'CloseDate', operator: 'lessThan', value: '2026-02-31' },
      'Item 1: Close Date is a date, and "2026-02-31" is none. Write it as 2026-12-31, TODAY or LAST_N_DAYS:30.'
    ],
    [{ field: 'Name', operator: 'equals', value: 7 }, 'Item 1: Name is a text. Write "7" instead of 7.'],
    [
      { field: 'Place__c', operator: 'isBlank' },
      'Item 1: Place is a field of type location, which criteria cannot use. Choose another field.'
    ],
    [
      { field: 'Stage', operator: 'isBlank' },
      'Item 1: there is no field "Stage". Write the API name of a field, or a path such as Account.Industry.'
    ]
  ])('refuses %j', (criterion, message) => {
    expect(check(criterion)).toEqual([message]);
  });

  it('names the item, and the field that was probably meant', () => {
    const items: Criterion[] = [
      { field: 'Name', operator: 'isNotBlank' },
      { field: 'Stage', operator: 'isBlank' }
    ];
    const problems = validateCriteria(
      { items },
      (path) => FIELDS[path],
      (path) => `${path}Name`
    );
    expect(problems).toEqual([{ item: 2, message: 'Item 2: there is no field "Stage". Write "StageName".' }]);
  });

  it('knows the relative dates that matching knows', () => {
    const units = ['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR'];
    const names = [
      ...[
        'YESTERDAY',
        'TODAY',
        'TOMORROW',
        'LAST_90_DAYS',
        'NEXT_90_DAYS',
        'THIS_FISCAL_YEAR',
        'today',
        'LAST_DAY'
      ],
      ...units.flatMap((unit) => [`LAST_${unit}`, `THIS_${unit}`, `NEXT_${unit}`]),
      ...units.flatMap((unit) => [
        `LAST_N_${unit}S:3`,
        `NEXT_N_${unit}S:12`,
        `N_${unit}S_AGO:1`,
        `LAST_N_${unit}S`
      ]),
      ...units.map((unit) => `LAST_N_${unit}S:12345`)
    ];
    const accepted = names.filter(
      (value) => check({ field: 'CloseDate', operator: 'equals', value }).length === 0
    );
    expect(accepted).toEqual(names.filter((name) => relativeDays(name)));
    expect(accepted.length).toBeGreaterThan(20);
  });

  it('lets each operator be used with some field', () => {
    const value = (operator: string): string | number => (operator === 'isChangedWithinDays' ? 7 : 'Email');
    const unusable = OPERATORS.filter((operator) => {
      return Object.keys(FIELDS).every((field) =>
        check({ field, operator, value: value(operator) }).some((message) =>
          message.includes('cannot be used')
        )
      );
    });
    expect(unusable).toEqual([]);
  });
});
