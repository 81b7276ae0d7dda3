import fc from 'fast-check';
import { OPERATORS, readCriteria } from 'c/criteria';
import type { Criterion, Logic, Operator, Scalar } from 'c/criteria';
import { compileCriteria } from 'c/criteriaMatch';
import type { MatchContext, Matcher, RecordValues } from 'c/criteriaMatch';

const SEED = { seed: 20261122, numRuns: 500 };
/** A Sunday noon; in Auckland it is Monday. */
const CONTEXT: MatchContext = { now: new Date('2026-11-22T12:00:00Z'), timeZone: 'UTC' };

const compile = (items: Criterion[], logic?: string): Matcher => {
  const { criteria, problems } = readCriteria({ logic, items });
  if (!criteria) {
    throw new Error(problems.map(({ message }) => message).join('\n'));
  }
  return compileCriteria(criteria);
};

/** Whether one criterion on a field `F` matches a value of it. */
const matches = (
  found: Scalar | undefined,
  operator: Operator,
  value?: Scalar | Scalar[],
  context: Partial<MatchContext> = {}
): boolean => compile([{ field: 'F', operator, value }])({ F: found }, { ...CONTEXT, ...context });

describe('c/criteriaMatch text and picklists', () => {
  it.each<[Scalar, Operator, Scalar | Scalar[], boolean]>([
    ['Negotiation/Review', 'equals', 'negotiation/review', true],
    ['Negotiation', 'equals', 'Negotiation/Review', false],
    ['Prospecting', 'equals', ['Qualification', 'PROSPECTING'], true],
    ['Prospecting', 'notEqual', ['Qualification', 'Prospecting'], false],
    ['Closed Won', 'notEqual', ['Qualification', 'Prospecting'], true],
    ['Acme Corp', 'contains', 'corp', true],
    ['Acme Corp', 'contains', ['gmbh', 'CORP'], true],
    ['Acme Corp', 'notContain', ['gmbh', 'CORP'], false],
    ['Acme Corp', 'startsWith', 'acme', true],
    ['Acme Corp', 'startsWith', 'corp', false],
    ['beta', 'greaterThan', 'Alpha', true],
    ['beta', 'lessOrEqual', 'BETA', true]
  ])('%j %s %j → %s', (found, operator, value, expected) => {
    expect(matches(found, operator, value)).toBe(expected);
  });

  it.each<[Scalar, Operator, Scalar | Scalar[], boolean]>([
    ['Email;Phone', 'includes', 'phone', true],
    ['Email;Phone', 'includes', ['Fax', 'Email'], true],
    ['Email;Phone', 'includes', 'Mail', false],
    ['Email;Phone', 'excludes', 'Phone', false],
    ['Email;Phone', 'excludes', ['Fax', 'Post'], true],
    [null, 'includes', 'Phone', false],
    [null, 'excludes', 'Phone', true],
    ['Email;Phone', 'equals', 'Email;Phone', true],
    ['Email;Phone', 'equals', 'Email', false]
  ])('several choices %j %s %j → %s', (found, operator, value, expected) => {
    expect(matches(found, operator, value)).toBe(expected);
  });
});

describe('c/criteriaMatch blanks, as list views treat them', () => {
  it.each<[Operator, Scalar | undefined, boolean]>([
    ['equals', '', true],
    ['equals', null, true],
    ['equals', 'x', false],
    ['notEqual', 'x', true],
    ['notEqual', '', false],
    ['lessThan', 5, false],
    ['lessOrEqual', 0, false],
    ['greaterThan', -1, false],
    ['greaterOrEqual', 0, false],
    ['contains', 'x', false],
    ['notContain', 'x', true],
    ['startsWith', 'x', false],
    ['isBlank', undefined, true],
    ['isNotBlank', undefined, false],
    ['isChangedWithinDays', 7, false]
  ])('a blank field %s %j → %s', (operator, value, expected) => {
    expect([matches(null, operator, value), matches('', operator, value)]).toEqual([expected, expected]);
  });

  it('does not take zero or an empty checkbox for blank', () => {
    expect([matches(0, 'isBlank'), matches(false, 'isBlank')]).toEqual([false, false]);
    expect([matches(0, 'isNotBlank'), matches(false, 'equals', false)]).toEqual([true, true]);
  });
});

describe('c/criteriaMatch numbers, checkboxes and amounts', () => {
  it.each<[Scalar, Operator, Scalar | Scalar[], boolean]>([
    [50_000, 'greaterThan', 50_000, false],
    [50_000.01, 'greaterThan', 50_000, true],
    [50_000, 'greaterOrEqual', '50000', true],
    [9, 'lessThan', 10, true],
    ['9', 'lessThan', 10, true],
    [25, 'equals', [10, 25], true],
    [25, 'notEqual', [10, 25], false],
    ['many', 'lessThan', 10, false],
    ['many', 'greaterThan', 10, false],
    [12, 'contains', '2', true],
    [true, 'equals', true, true],
    [true, 'notEqual', true, false],
    [false, 'equals', 'false', true],
    [true, 'lessThan', 2, false]
  ])('%j %s %j → %s', (found, operator, value, expected) => {
    expect(matches(found, operator, value)).toBe(expected);
  });

  const RATES = { rates: { USD: 1, EUR: 0.8, CHF: 0.9 } };

  it.each<[string, RecordValues, Partial<MatchContext>, boolean]>([
    ['in the same currency', { Amount: 50_001, CurrencyIsoCode: 'EUR' }, {}, true],
    ['in the same currency, below', { Amount: 50_000, CurrencyIsoCode: 'EUR' }, {}, false],
    ['in the currency of the org', { Amount: 50_001 }, { currency: 'EUR' }, true],
    ['converted, above', { Amount: 62_501, CurrencyIsoCode: 'USD' }, RATES, true],
    ['converted, below', { Amount: 62_499, CurrencyIsoCode: 'USD' }, RATES, false],
    ['without rates', { Amount: 1_000_000, CurrencyIsoCode: 'USD' }, {}, false],
    ['without any currency', { Amount: 1_000_000 }, {}, false]
  ])('compares an amount %s', (_case, record, context, expected) => {
    const matcher = compile([{ field: 'Amount', operator: 'greaterThan', value: 'EUR 50000' }]);
    expect(matcher(record, { ...CONTEXT, ...context })).toBe(expected);
  });

  it('takes the currency from the record that has the amount', () => {
    const matcher = compile([{ field: 'Account.AnnualRevenue', operator: 'lessThan', value: 'EUR 100' }]);
    const record = { 'Account.AnnualRevenue': 99, 'Account.CurrencyIsoCode': 'EUR', CurrencyIsoCode: 'JPY' };
    expect(matcher(record, CONTEXT)).toBe(true);
  });

  it('does not guess under notEqual either when an amount cannot be converted', () => {
    expect(matches(10, 'notEqual', 'EUR 10')).toBe(false);
  });
});

describe('c/criteriaMatch dates', () => {
  it.each<[Scalar, Operator, Scalar, boolean]>([
    ['2026-11-22', 'equals', 'TODAY', true],
    ['2026-11-22', 'notEqual', 'TODAY', false],
    ['2026-11-21', 'lessThan', 'TODAY', true],
    ['2026-11-22', 'lessThan', 'TODAY', false],
    ['2026-11-22', 'lessOrEqual', 'TODAY', true],
    ['2026-11-23', 'greaterThan', 'TODAY', true],
    ['2026-12-06', 'equals', 'NEXT_N_DAYS:14', true],
    ['2026-12-07', 'equals', 'NEXT_N_DAYS:14', false],
    ['2026-12-07', 'greaterThan', 'NEXT_N_DAYS:14', true],
    ['2026-10-23', 'equals', 'LAST_N_DAYS:30', true],
    ['2026-10-22', 'lessThan', 'LAST_N_DAYS:30', true],
    ['2026-10-01', 'equals', 'THIS_QUARTER', true],
    ['2026-12-31', 'greaterOrEqual', 'THIS_QUARTER', true],
    ['2026-12-31', 'equals', '2026-12-31', true],
    ['2026-12-30', 'lessThan', '2026-12-31', true],
    ['2026-11-22T23:59:00.000+0000', 'equals', 'TODAY', true],
    ['2026-11-22T10:00:00Z', 'equals', '2026-11-22T11:00:00+01:00', true],
    ['2026-11-22T10:00:01Z', 'greaterThan', '2026-11-22T10:00:00Z', true],
    ['2026-11-22', 'equals', '2026-11-22T10:00:00Z', true],
    ['Today', 'equals', 'TODAY', true],
    ['Someday', 'lessThan', 'TODAY', false],
    ['Someday', 'greaterThan', 'TODAY', false]
  ])('%s %s %s → %s', (found, operator, value, expected) => {
    expect(matches(found, operator, value)).toBe(expected);
  });

  it("begins the day in the person's time zone", () => {
    const inAuckland = { timeZone: 'Pacific/Auckland' };
    expect(matches('2026-11-23', 'equals', 'TODAY', inAuckland)).toBe(true);
    expect(matches('2026-11-22T10:59:00Z', 'equals', 'YESTERDAY', inAuckland)).toBe(true);
    expect(matches('2026-11-22T11:00:00Z', 'equals', 'TODAY', inAuckland)).toBe(true);
  });

  it.each<[string, boolean]>([
    ['2026-11-22', true],
    ['2026-11-15', true],
    ['2026-11-14', false],
    ['2026-11-15T00:00:00.000Z', true],
    ['2026-11-14T23:59:59.000Z', false],
    ['2026-11-23', false],
    ['last week', false]
  ])('a change on %s lies within 7 days: %s', (found, expected) => {
    expect(matches(found, 'isChangedWithinDays', 7)).toBe(expected);
  });

  it('moves on with the day while the page stays open', () => {
    const matcher = compile([{ field: 'CloseDate', operator: 'lessThan', value: 'TODAY' }]);
    const record = { CloseDate: '2026-11-22' };
    expect(matcher(record, CONTEXT)).toBe(false);
    expect(matcher(record, { ...CONTEXT, now: new Date('2026-11-23T00:00:00Z') })).toBe(true);
  });
});

describe('c/criteriaMatch logic and what cannot be read', () => {
  const STAGE: Criterion = { field: 'StageName', operator: 'equals', value: 'Proposal' };
  const LARGE: Criterion = { field: 'Amount', operator: 'greaterThan', value: 50_000 };
  const NO_STEP: Criterion = { field: 'NextStep', operator: 'isBlank' };

  it('matches everything when there is no item', () => {
    const matcher = compile([]);
    expect(matcher({}, CONTEXT)).toBe(true);
    expect(matcher.matchedItems({}, CONTEXT)).toEqual([]);
  });

  it('says which items made a record match', () => {
    const matcher = compile([STAGE, LARGE, NO_STEP], '1 AND (2 OR 3)');
    const record = { StageName: 'Proposal', Amount: 10, NextStep: null };
    expect(matcher.matchedItems(record, CONTEXT)).toEqual([1, 3]);
    expect(matcher.matchedItems({ ...record, Amount: 60_000 }, CONTEXT)).toEqual([1, 2, 3]);
    expect(matcher.matchedItems({ ...record, StageName: 'Closed Won' }, CONTEXT)).toBeUndefined();
  });

  it('does not give an item under NOT as a reason', () => {
    const matcher = compile([STAGE, LARGE], '1 AND NOT 2');
    expect(matcher.matchedItems({ StageName: 'Proposal', Amount: 10 }, CONTEXT)).toEqual([1]);
  });

  it.each(OPERATORS)('a field that cannot be read never matches %s, nor its negation', (operator) => {
    const value = operator === 'isChangedWithinDays' ? 7 : operator.startsWith('is') ? undefined : 'x';
    for (const logic of ['1', 'NOT 1', 'NOT (NOT 1)']) {
      const matcher = compile([{ field: 'Secret__c', operator, value }], logic);
      expect([matcher({}, CONTEXT), matcher({ Secret__c: undefined }, CONTEXT)]).toEqual([false, false]);
    }
  });

  it('lets the other side of an OR decide when one side cannot be read', () => {
    const matcher = compile([STAGE, LARGE], '1 OR 2');
    expect(matcher({ StageName: 'Proposal' }, CONTEXT)).toBe(true);
    expect(matcher({ StageName: 'Closed Won' }, CONTEXT)).toBe(false);
  });

  it('finds no value in what an object inherits', () => {
    const matcher = compile([{ field: 'constructor', operator: 'isNotBlank' }]);
    expect(matcher({}, CONTEXT)).toBe(false);
  });

  it('offers an equality to look up by, only where nothing else can match', () => {
    expect(compile([LARGE, STAGE]).anchor).toEqual({ field: 'StageName', values: ['proposal'] });
    expect(compile([{ ...STAGE, value: ['Proposal', 'Closed Won'] }]).anchor?.values).toEqual([
      'proposal',
      'closed won'
    ]);
    expect(compile([STAGE, LARGE], '1 OR 2').anchor).toBeUndefined();
    expect(compile([STAGE], 'NOT 1').anchor).toBeUndefined();
    expect(compile([{ ...STAGE, value: '' }]).anchor).toBeUndefined();
    expect(compile([{ field: 'CloseDate', operator: 'equals', value: 'TODAY' }]).anchor).toBeUndefined();
    expect(compile([{ field: 'Amount', operator: 'equals', value: '5' }]).anchor).toBeUndefined();
  });
});

describe('c/criteriaMatch properties', () => {
  const scalar = fc.oneof(
    fc.string(),
    fc.double(),
    fc.boolean(),
    fc.constantFrom(
      null,
      '',
      'TODAY',
      'LAST_N_YEARS:9999',
      '2026-11-22',
      '2026-11-22T10:00:00Z',
      'EUR 5',
      '5',
      'A;B'
    )
  );
  const criterion = fc
    .record({
      field: fc.constantFrom('A', 'B', 'C.D', 'toString'),
      operator: fc.constantFrom(...OPERATORS),
      value: fc.oneof(scalar, fc.array(scalar, { minLength: 1, maxLength: 3 }))
    })
    .filter((item) => !readCriteria({ items: [item] }).problems);
  const anyJson = fc.dictionary(fc.constantFrom('A', 'B', 'C.D', 'CurrencyIsoCode'), fc.jsonValue());
  const now = fc.date({ noInvalidDate: false });

  it('matching never throws, whatever the record holds', () => {
    fc.assert(
      fc.property(
        fc.array(criterion, { maxLength: 4 }),
        anyJson,
        now,
        fc.string(),
        (items, json, date, timeZone) => {
          const matcher = compile(items);
          const record = json as RecordValues;
          const result = matcher(record, { now: date, timeZone });
          expect(matcher.matchedItems(record, { now: date, timeZone })?.length).toBe(
            result ? items.length : undefined
          );
        }
      ),
      SEED
    );
  });

  it('an equality to look up by holds for each record that matches', () => {
    const text = fc.constantFrom('Proposal', 'PROPOSAL', 'Won', '5', 'true', '2026-11-22');
    const equality = fc.record({
      field: fc.constantFrom('A', 'B'),
      operator: fc.constant<Operator>('equals'),
      value: fc.oneof(text, fc.array(text, { minLength: 1, maxLength: 2 }))
    });
    const values = fc.record({ A: fc.oneof(text, fc.constantFrom(5, true, null)), B: text });
    let looked = 0;
    fc.assert(
      fc.property(fc.array(equality, { minLength: 1, maxLength: 2 }), values, (items, record) => {
        const matcher = compile(items);
        const { field, values: wanted } = matcher.anchor ?? {};
        const isLooked = field !== undefined && matcher(record, CONTEXT);
        looked += isLooked ? 1 : 0;
        expect(!isLooked || wanted?.includes(String(record[field as 'A' | 'B']).toLowerCase())).toBe(true);
      }),
      SEED
    );
    expect(looked).toBeGreaterThan(20);
  });

  it('the logic says what a plain reading of it says', () => {
    const leaf = fc.integer({ min: 1, max: 4 });
    const tree = fc.letrec<{ tree: Logic }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        leaf.map((item) => ({ item })),
        tie('tree').map((not) => ({ not })),
        fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((and) => ({ and })),
        fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((or) => ({ or }))
      )
    })).tree;
    const truths = fc.array(fc.constantFrom(true, false, undefined), { minLength: 4, maxLength: 4 });
    const items = [1, 2, 3, 4].map((number): Criterion => ({
      field: `F${number}`,
      operator: 'equals',
      value: true
    }));

    /** Whether the node is known to be as wanted; an unknown item is neither true nor false. */
    const isKnown = (node: Logic, values: (boolean | undefined)[], wanted: boolean): boolean => {
      if ('item' in node) {
        return values[node.item - 1] === wanted;
      }
      if ('not' in node) {
        return isKnown(node.not, values, !wanted);
      }
      const parts = ('and' in node ? node.and : node.or).map((part) => isKnown(part, values, wanted));
      return 'and' in node === wanted ? parts.every(Boolean) : parts.some(Boolean);
    };
    fc.assert(
      fc.property(tree, truths, (logic, values) => {
        const record = Object.fromEntries(values.map((value, index) => [`F${index + 1}`, value]));
        expect(compileCriteria({ items, tree: logic })(record, CONTEXT)).toBe(isKnown(logic, values, true));
      }),
      SEED
    );
  });
});
