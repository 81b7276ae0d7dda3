import fc from 'fast-check';
import {
  criteriaFields,
  OPERATORS,
  parseCriteria,
  parseLogic,
  printCriteria,
  readCriteria
} from 'c/criteria';
import type { Logic } from 'c/criteria';

const SEED = { seed: 20261122, numRuns: 300 };

const messages = (text: string): string[] =>
  (parseCriteria(text).problems ?? []).map(({ message }) => message);
const item = (rest: object): string => JSON.stringify({ items: [{ field: 'Amount', ...rest }] });
const logicMessage = (logic: string, count = 3): string | undefined =>
  parseLogic(logic, count).problem?.message;

const trees = (count: number): fc.Arbitrary<Logic> => {
  return fc.letrec<{ tree: Logic; item: Logic; join: Logic; not: Logic }>((tie) => ({
    tree: fc.oneof({ depthSize: 'small', withCrossShrink: true }, tie('item'), tie('join'), tie('not')),
    item: fc.integer({ min: 1, max: count }).map((number) => ({ item: number })),
    join: fc
      .tuple(fc.boolean(), fc.array(tie('tree'), { minLength: 2, maxLength: 3 }))
      .map(([isAnd, parts]) => (isAnd ? { and: parts } : { or: parts })),
    not: tie('tree').map((tree) => ({ not: tree }))
  })).tree;
};

const print = (tree: Logic): string => {
  const operand = (part: Logic): string => ('and' in part || 'or' in part ? `(${print(part)})` : print(part));
  if ('item' in tree) {
    return String(tree.item);
  }
  if ('not' in tree) {
    return `not ${operand(tree.not)}`;
  }
  return 'and' in tree ? tree.and.map(operand).join(' AND ') : tree.or.map(operand).join('  or ');
};

const itemsIn = (tree: Logic): number[] => {
  if ('item' in tree) {
    return [tree.item];
  }
  return 'not' in tree ? itemsIn(tree.not) : ('and' in tree ? tree.and : tree.or).flatMap(itemsIn);
};

describe('c/criteria parseCriteria', () => {
  it.each([undefined, null, '', '  \n'])('reads blank text %j as no items', (text) => {
    expect(parseCriteria(text)).toEqual({ criteria: { items: [], tree: { and: [] } } });
  });

  it('joins items with AND when there is no logic', () => {
    const items = [
      { field: 'StageName', operator: 'equals', value: 'Prospecting' },
      { field: 'Account.Industry', operator: 'isNotBlank' }
    ];
    expect(parseCriteria(JSON.stringify({ items })).criteria).toEqual({
      items,
      tree: { and: [{ item: 1 }, { item: 2 }] }
    });
  });

  it('says what is wrong with the JSON', () => {
    expect(messages('{"items": [')).toEqual(['The criteria are not JSON: Unexpected end of JSON input.']);
  });

  it.each(['[]', '7', 'null', '{"items": 1}', '{}'])('refuses %s, which is no object with items', (text) => {
    expect(messages(text)).toEqual([
      'Criteria are an object with a list "items" and, if needed, a text "logic".'
    ]);
  });

  it('refuses properties that it does not know', () => {
    expect(messages('{"items":[],"filter":"1"}')).toEqual([
      'Criteria have no property "filter", only "logic" and "items".'
    ]);
    expect(messages('{"items":[{"field":"Amount","operator":"isBlank","op":1}]}')).toEqual([
      'Item 1: there is no property "op"; an item has "field", "operator" and "value".'
    ]);
    expect(messages('{"items":["Amount"]}')).toEqual([
      'Item 1: an item is an object with "field", "operator" and "value".'
    ]);
  });

  it.each([
    ['=', 'equals'],
    ['Equals', 'equals'],
    ['in', 'equals'],
    ['<>', 'notEqual'],
    ['greater than', 'greaterThan'],
    ['less_or_equal', 'lessOrEqual'],
    ['IsNull', 'isBlank'],
    ['does not contain', 'notContain']
  ])('answers the operator %s with %s', (written, wanted) => {
    expect(messages(item({ operator: written, value: 1 }))).toEqual([
      `Item 1: the operator "${written}" is unknown. Write "${wanted}".`
    ]);
  });

  it('lists the operators when none is near', () => {
    expect(messages(item({ operator: 'resembles', value: 1 }))).toEqual([
      `Item 1: the operator "resembles" is unknown. Write one of ${OPERATORS.join(', ')}.`
    ]);
    expect(messages(item({ value: 1 }))[0]).toMatch(/^Item 1: the operator nothing is unknown\./);
  });

  it.each(['Amount Due', '', 'Account.', '1st', 'A.B.C.D.E.F.G', '__proto__'])(
    'refuses the path %j',
    (field) => {
      const text = JSON.stringify({ items: [{ field, operator: 'isBlank' }] });
      expect(messages(text)).toEqual([
        `Item 1: "field" is an API name such as StageName or Account.Industry, not ${JSON.stringify(field)}.`
      ]);
    }
  );

  it.each([
    [{ operator: 'isBlank', value: true }, '"isBlank" takes no value; remove it.'],
    [{ operator: 'equals' }, '"equals" needs a "value".'],
    [{ operator: 'equals', value: [] }, '"value" is a text, a number, true, false, or a list of these.'],
    [
      { operator: 'equals', value: { literal: 'TODAY' } },
      '"value" is a text, a number, true, false, or a list of these.'
    ],
    [{ operator: 'lessThan', value: [1, 2] }, '"lessThan" takes one value, not a list.'],
    [
      { operator: 'contains', value: '' },
      '"contains" needs a value that is not blank. To find blank fields write "isBlank".'
    ],
    [
      { operator: 'isChangedWithinDays', value: 0.5 },
      '"isChangedWithinDays" takes a whole number of days from 1 to 3650, not 0.5.'
    ]
  ])('refuses %j', (rest, message) => {
    expect(messages(item(rest))).toEqual([`Item 1: ${message}`]);
  });

  it('allows a blank value where equality is meant', () => {
    expect(messages(item({ operator: 'equals', value: '' }))).toEqual([]);
    expect(messages(item({ operator: 'notEqual', value: [null, 'x'] }))).toEqual([]);
  });

  it('reports every problem at once, with the item and the position', () => {
    const { problems } = readCriteria({
      logic: '1 AND 2 OR 1',
      items: [
        { field: 'Amount', operator: '>', value: 1 },
        { field: 'Stage Name', operator: 'isBlank' }
      ]
    });
    expect(problems?.map(({ item: number, at }) => [number, at])).toEqual([
      [1, undefined],
      [2, undefined],
      [undefined, 9]
    ]);
  });

  it('refuses a logic that is no text', () => {
    expect(messages('{"logic":12,"items":[]}')).toEqual(['The logic is a text such as "1 AND (2 OR 3)".']);
  });

  it('never throws, whatever the text is', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.jsonValue().map((items) => JSON.stringify({ items }))
        ),
        (text) => {
          const { criteria, problems } = parseCriteria(text);
          expect(Boolean(criteria)).toBe(!problems);
        }
      ),
      SEED
    );
  });

  it('reads what it prints', () => {
    const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
    const criterion = fc.record({
      field: fc.constantFrom('Amount', 'Account.Industry'),
      operator: fc.constant('equals'),
      value
    });
    fc.assert(
      fc.property(fc.array(criterion, { maxLength: 4 }), trees(4), (items, tree) => {
        const used = itemsIn(tree);
        const isComplete =
          items.every((_item, index) => used.includes(index + 1)) && Math.max(...used) <= items.length;
        const { criteria } = readCriteria(isComplete ? { logic: print(tree), items } : { items });
        expect(criteria && parseCriteria(printCriteria(criteria))).toEqual({ criteria });
      }),
      SEED
    );
  });
});

describe('c/criteria parseLogic', () => {
  it('reads a logic without regard to case and space', () => {
    expect(parseLogic(' 1 and(2 OR not 3) ', 3).tree).toEqual({
      and: [{ item: 1 }, { or: [{ item: 2 }, { not: { item: 3 } }] }]
    });
  });

  it.each([
    [
      '1 AND 2 OR 3',
      'Logic, position 9: AND and OR stand side by side; group one with parentheses, as in 1 AND (2 OR 3).'
    ],
    ['1 AND (2 OR 3', 'Logic, position 7: this parenthesis is not closed.'],
    ['(1 2) AND 3', 'Logic, position 4: AND, OR or ")" is expected here, not "2".'],
    ['1 AND 2) AND 3', 'Logic, position 8: AND, OR or the end is expected here, not ")".'],
    ['1 AND', 'Logic, position 6: an item\'s number, NOT or "(" is expected here, not the end.'],
    ['AND 1', 'Logic, position 1: an item\'s number, NOT or "(" is expected here, not "AND".'],
    ['1 & 2 & 3', 'Logic, position 3: AND, OR or the end is expected here, not "&".'],
    ['1 AND 2 AND 4', 'Logic, position 13: there is no item 4; the items are numbered 1 to 3.'],
    ['0', 'Logic, position 1: there is no item 0; the items are numbered 1 to 3.'],
    ['1 OR 3', 'Item 2 is not in the logic "1 OR 3". Add it there or remove it.']
  ])('refuses %s', (logic, message) => {
    expect(logicMessage(logic)).toBe(message);
  });

  it('refuses what is too deep instead of failing on it', () => {
    const deep = `${'('.repeat(30_000)}1${')'.repeat(30_000)}`;
    expect(logicMessage(deep, 1)).toBe(
      'Logic, position 22: more than 20 levels; write it with fewer parentheses.'
    );
    expect(logicMessage('NOT '.repeat(30_000) + '1', 1)).toMatch(/more than 20 levels/);
  });

  it('gives the tree back that was printed', () => {
    fc.assert(
      fc.property(trees(3), (tree) => {
        fc.pre(new Set(itemsIn(tree)).size === 3);
        expect(parseLogic(print(tree), 3).tree).toEqual(tree);
      }),
      SEED
    );
  });
});

describe('c/criteria criteriaFields', () => {
  it('names each path once, and the currency beside an amount that has one', () => {
    const items = [
      { field: 'StageName', operator: 'equals', value: 'Prospecting' },
      { field: 'StageName', operator: 'notEqual', value: 'Closed Won' },
      { field: 'Amount', operator: 'greaterThan', value: 'EUR 50000' },
      { field: 'Account.AnnualRevenue', operator: 'greaterThan', value: 'USD 1.5' },
      { field: 'Owner.Department', operator: 'equals', value: ['Sales', 'Field'] }
    ];
    const { criteria } = readCriteria({ items });
    expect(criteria && criteriaFields(criteria)).toEqual([
      'StageName',
      'Amount',
      'CurrencyIsoCode',
      'Account.AnnualRevenue',
      'Account.CurrencyIsoCode',
      'Owner.Department'
    ]);
  });
});
