/**
 * Criteria as they are stored in `Criteria__c` and `Audience__c`: Salesforce's own filter idiom, numbered items joined
 * by a logic such as `1 AND (2 OR 3)`. This module reads and writes the text; `c/criteriaMatch` applies it,
 * `c/criteriaCheck` compares it with an object's fields and `c/criteriaText` says it in words.
 */

import type { Criteria, Criterion, Logic, Operator, ParseResult, Problem, Scalar } from './types.ts';

export type * from './types.ts';

export const OPERATORS = [
  'equals',
  'notEqual',
  'lessThan',
  'lessOrEqual',
  'greaterThan',
  'greaterOrEqual',
  'contains',
  'notContain',
  'startsWith',
  'includes',
  'excludes',
  'isBlank',
  'isNotBlank',
  'isChangedWithinDays'
] as const;

const FIELD_PATH = /^[a-z]\w*(\.[a-z]\w*){0,5}$/i;
const ITEM_PROPERTIES = ['field', 'operator', 'value'];
/** Deeper than anyone reads, and shallow enough for the call stack. */
const DEEPEST = 20;
const ORDERING: readonly Operator[] = ['lessThan', 'lessOrEqual', 'greaterThan', 'greaterOrEqual'];

/** How people write operators elsewhere. */
const OTHER_SPELLINGS: readonly [Operator, string][] = [
  ['equals', '= == eq in equalto is'],
  ['notEqual', '!= <> ne notin notequals notequalto isnot'],
  ['lessThan', '< lt'],
  ['lessOrEqual', '<= lte lessthanorequalto'],
  ['greaterThan', '> gt'],
  ['greaterOrEqual', '>= gte greaterthanorequalto'],
  ['contains', 'like'],
  ['notContain', 'doesnotcontain'],
  ['isBlank', 'isnull isempty'],
  ['isChangedWithinDays', 'ischanged']
];

/** Reads the text of `Criteria__c` or `Audience__c`. Blank text has no items and always matches. */
export function parseCriteria(text: string | null | undefined): ParseResult {
  if (!text?.trim()) {
    return readCriteria({ items: [] });
  }
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { problems: [{ message: `The criteria are not JSON: ${reason}.` }] };
  }
  return readCriteria(input);
}

/** The same for criteria that are an object already, such as a content file's front matter. */
export function readCriteria(input: unknown): ParseResult {
  if (!isObject(input) || !Array.isArray(input.items)) {
    return {
      problems: [{ message: 'Criteria are an object with a list "items" and, if needed, a text "logic".' }]
    };
  }
  const problems = Object.keys(input)
    .filter((name) => name !== 'items' && name !== 'logic')
    .map((name): Problem => ({ message: `Criteria have no property "${name}", only "logic" and "items".` }));
  input.items.forEach((item: unknown, index) => {
    itemProblems(item).forEach((what) =>
      problems.push({ item: index + 1, message: `Item ${index + 1}: ${what}` })
    );
  });
  const items = input.items as Criterion[];
  const { logic } = input;
  let tree: Logic = { and: items.map((_item, index) => ({ item: index + 1 })) };
  if (typeof logic === 'string' && logic.trim()) {
    const result = parseLogic(logic, items.length);
    if (result.problem) {
      problems.push(result.problem);
    } else {
      tree = result.tree;
    }
  } else if (typeof logic !== 'string' && logic !== undefined && logic !== null) {
    problems.push({ message: 'The logic is a text such as "1 AND (2 OR 3)".' });
  }
  if (problems.length) {
    return { problems };
  }
  return { criteria: typeof logic === 'string' && logic.trim() ? { logic, items, tree } : { items, tree } };
}

/** The text to store; blank when there is no item. Reading it again gives equal criteria. */
export function printCriteria({ logic, items }: Criteria): string {
  return items.length ? JSON.stringify(logic ? { logic, items } : { items }) : '';
}

/** The field paths that must be read before the criteria can be applied, each once. */
export function criteriaFields({ items }: Criteria): string[] {
  const paths = items.flatMap(({ field, value }) => {
    return [value].flat().some(isMoney) ? [field, currencyField(field)] : [field];
  });
  return [...new Set(paths)];
}

class LogicError extends Error {
  readonly at: number;

  constructor(at: number, message: string) {
    super(message);
    this.at = at;
  }
}

/**
 * Reads a logic over `count` items. As in a list view AND and OR may not stand side by side without parentheses, and
 * no item may be left out.
 */
export function parseLogic(
  text: string,
  count: number
): { tree: Logic; problem?: undefined } | { tree?: undefined; problem: Problem } {
  const tokens = [...text.matchAll(/\(|\)|\d+|[a-z]+|\S/gi)].map((match) => ({
    word: match[0].toUpperCase(),
    at: match.index + 1
  }));
  const end = { word: '', at: text.length + 1 };
  const used = new Set<number>();
  let position = 0;
  const peek = (): typeof end => tokens[position] ?? end;

  function join(depth: number): Logic {
    const parts = [operand(depth)];
    const joint = peek().word;
    while (peek().word === 'AND' || peek().word === 'OR') {
      if (peek().word !== joint) {
        throw new LogicError(
          peek().at,
          'AND and OR stand side by side; group one with parentheses, as in 1 AND (2 OR 3)'
        );
      }
      position += 1;
      parts.push(operand(depth));
    }
    return parts.length === 1 ? parts[0] : joint === 'AND' ? { and: parts } : { or: parts };
  }

  function operand(depth: number): Logic {
    const { word, at } = peek();
    position += 1;
    if (depth > DEEPEST) {
      throw new LogicError(at, `more than ${DEEPEST} levels; write it with fewer parentheses`);
    }
    if (word === 'NOT') {
      return { not: operand(depth + 1) };
    }
    if (word === '(') {
      const inner = join(depth + 1);
      if (peek().word !== ')') {
        throw peek() === end
          ? new LogicError(at, 'this parenthesis is not closed')
          : new LogicError(peek().at, `AND, OR or ")" is expected here, not "${peek().word}"`);
      }
      position += 1;
      return inner;
    }
    if (!/^\d+$/.test(word)) {
      throw new LogicError(
        at,
        `an item's number, NOT or "(" is expected here, not ${word ? `"${word}"` : 'the end'}`
      );
    }
    const item = Number(word);
    if (item < 1 || item > count) {
      const there = count ? `the items are numbered 1 to ${count}` : 'the list of items is empty';
      throw new LogicError(at, `there is no item ${word}; ${there}`);
    }
    used.add(item);
    return { item };
  }

  try {
    const tree = join(0);
    if (peek() !== end) {
      throw new LogicError(peek().at, `AND, OR or the end is expected here, not "${peek().word}"`);
    }
    const unused = Array.from({ length: count }, (_none, index) => index + 1).find((item) => !used.has(item));
    return unused
      ? {
          problem: {
            item: unused,
            message: `Item ${unused} is not in the logic "${text}". Add it there or remove it.`
          }
        }
      : { tree };
  } catch (error) {
    if (error instanceof LogicError) {
      return { problem: { at: error.at, message: `Logic, position ${error.at}: ${error.message}.` } };
    }
    throw error;
  }
}

/** Where a record keeps the currency of its amounts: `Account.AnnualRevenue` → `Account.CurrencyIsoCode`. */
function currencyField(path: string): string {
  return path.replace(/\w+$/, 'CurrencyIsoCode');
}

/** An amount with its currency, as in list views: `EUR 50000`. */
function isMoney(value: unknown): boolean {
  return typeof value === 'string' && /^[A-Z]{3} ?-?\d+(\.\d+)?$/.test(value);
}

function itemProblems(item: unknown): string[] {
  if (!isObject(item)) {
    return ['an item is an object with "field", "operator" and "value".'];
  }
  const problems = Object.keys(item)
    .filter((name) => !ITEM_PROPERTIES.includes(name))
    .map((name) => `there is no property "${name}"; an item has "field", "operator" and "value".`);
  if (typeof item.field !== 'string' || !FIELD_PATH.test(item.field)) {
    problems.push(`"field" is an API name such as StageName or Account.Industry, not ${show(item.field)}.`);
  }
  if (OPERATORS.some((operator) => operator === item.operator)) {
    problems.push(...valueProblems(item.operator as Operator, item.value));
  } else {
    const wanted = knownOperator(item.operator);
    const advice = wanted ? `Write "${wanted}".` : `Write one of ${OPERATORS.join(', ')}.`;
    problems.push(`the operator ${show(item.operator)} is unknown. ${advice}`);
  }
  return problems;
}

function valueProblems(operator: Operator, value: unknown): string[] {
  if (operator === 'isBlank' || operator === 'isNotBlank') {
    return value === undefined ? [] : [`"${operator}" takes no value; remove it.`];
  }
  if (operator === 'isChangedWithinDays') {
    const isDays = Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 3650;
    return isDays ? [] : [`"${operator}" takes a whole number of days from 1 to 3650, not ${show(value)}.`];
  }
  if (value === undefined) {
    return [`"${operator}" needs a "value".`];
  }
  const values: unknown[] = Array.isArray(value) ? value : [value];
  if (!values.length || !values.every(isScalar)) {
    return ['"value" is a text, a number, true, false, or a list of these.'];
  }
  if (Array.isArray(value) && ORDERING.includes(operator)) {
    return [`"${operator}" takes one value, not a list.`];
  }
  const isBlankAllowed = operator === 'equals' || operator === 'notEqual';
  if (!isBlankAllowed && values.some((one) => one === null || one === '')) {
    return [`"${operator}" needs a value that is not blank. To find blank fields write "isBlank".`];
  }
  return [];
}

function knownOperator(written: unknown): Operator | undefined {
  const plain = String(written)
    .toLowerCase()
    .replace(/[\s_-]/g, '');
  const known = OPERATORS.find((operator) => operator.toLowerCase() === plain);
  return known ?? OTHER_SPELLINGS.find(([, others]) => others.split(' ').includes(plain))?.[0];
}

function isScalar(value: unknown): value is Scalar {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function show(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
