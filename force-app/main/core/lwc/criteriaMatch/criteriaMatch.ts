/**
 * Applies criteria to a record, as a list view would: text without regard to case, `notEqual` and `notContain` true
 * for blank fields, orderings never. What a person may not read is unknown, and unknown never matches, also under NOT.
 */
import type { Criterion, Logic, ParsedCriteria, Scalar } from 'c/criteria';
import { dayOf } from 'c/calendar';
import { compare, isBlank, lowerCase, prepare, today, type Wanted } from './compare';
import type { MatchContext, Matcher, RecordValues } from './types';

export type { MatchContext, Matcher, RecordValues } from './types';

/** Three values, so that `Math.min` is AND and `Math.max` is OR. */
type Truth = 0 | 1 | 2;
const NO: Truth = 0;
const UNKNOWN: Truth = 1;
const YES: Truth = 2;

type Test = (record: RecordValues, context: MatchContext) => Truth;

/** Prepares criteria for many records; do it once for each change of content. */
export function compileCriteria({ items, tree }: ParsedCriteria): Matcher {
  const tests = items.map(compileItem);
  const test = compileLogic(tree, tests);
  const positive = positiveItems(tree);
  const isConjunction = 'item' in tree || ('and' in tree && tree.and.every((part) => 'item' in part));
  const anchor = findAnchor(items, tree);

  function matcher(record: RecordValues, context: MatchContext): boolean {
    return test(record, context) === YES;
  }
  function matchedItems(record: RecordValues, context: MatchContext): readonly number[] | undefined {
    if (test(record, context) !== YES) {
      return undefined;
    }
    return isConjunction ? positive : positive.filter((item) => tests[item - 1](record, context) === YES);
  }
  return Object.assign(matcher, { matchedItems }, anchor ? { anchor } : {});
}

function compileLogic(tree: Logic, tests: Test[]): Test {
  if ('item' in tree) {
    return tests[tree.item - 1];
  }
  if ('not' in tree) {
    const inner = compileLogic(tree.not, tests);
    return (record, context) => {
      return (YES - inner(record, context)) as Truth;
    };
  }
  const isAnd = 'and' in tree;
  const parts = (isAnd ? tree.and : tree.or).map((part) => compileLogic(part, tests));
  const decisive = isAnd ? NO : YES;
  return (record, context) => {
    let truth: Truth = isAnd ? YES : NO;
    for (const part of parts) {
      const next = part(record, context);
      if (next === decisive) {
        return next;
      }
      if (next === UNKNOWN) {
        truth = UNKNOWN;
      }
    }
    return truth;
  };
}

/** Items that do not stand under a NOT: those that speak for a match when they hold. */
function positiveItems(tree: Logic): number[] {
  if ('item' in tree) {
    return [tree.item];
  }
  if ('not' in tree) {
    return [];
  }
  const items = ('and' in tree ? tree.and : tree.or).flatMap(positiveItems);
  return [...new Set(items)].sort((one, other) => one - other);
}

function findAnchor(items: Criterion[], tree: Logic): Matcher['anchor'] {
  const required = 'and' in tree ? tree.and : [tree];
  for (const part of required) {
    const item = 'item' in part ? items[part.item - 1] : undefined;
    const values = item?.operator === 'equals' ? [item.value ?? null].flat().map(prepare) : [];
    if (item && values.length && values.every(isPlainText)) {
      return { field: item.field, values: values.map(({ text }) => text) };
    }
  }
  return undefined;
}

/** Text that equals nothing but the same text. */
function isPlainText({ raw, isBlank, number, money, days, instant, text }: Wanted): boolean {
  const meanings = [number, money, days, instant];
  const isBoolean = text === 'true' || text === 'false';
  return (
    typeof raw === 'string' && !isBlank && !isBoolean && meanings.every((meaning) => meaning === undefined)
  );
}

function compileItem({ field, operator, value }: Criterion): Test {
  const wanted = [value ?? null].flat().map(prepare);
  const [first] = wanted;
  const check = (
    decide: (value: Scalar, record: RecordValues, context: MatchContext) => boolean | undefined
  ): Test => {
    return (record, context) => {
      const found = record[field];
      if (
        found !== null &&
        typeof found !== 'string' &&
        typeof found !== 'number' &&
        typeof found !== 'boolean'
      ) {
        return UNKNOWN;
      }
      const decision = decide(found, record, context);
      return decision === undefined ? UNKNOWN : decision ? YES : NO;
    };
  };
  const order = (holds: (difference: number) => boolean): Test => {
    return check((found, record, context) => {
      const difference = compare(found, first, field, record, context);
      return difference === undefined ? undefined : holds(difference);
    });
  };
  const equality = (isEqual: boolean): Test => {
    return check((found, record, context) => {
      let isUnknown = false;
      for (const one of wanted) {
        const difference = compare(found, one, field, record, context);
        if (difference === 0) {
          return isEqual;
        }
        isUnknown ||= difference === undefined;
      }
      return isUnknown ? undefined : !isEqual;
    });
  };
  const text = (isWanted: boolean, holds: (found: string, part: string) => boolean): Test => {
    return check((found) => {
      const lower = isBlank(found) ? undefined : lowerCase(String(found));
      return (lower !== undefined && wanted.some((one) => holds(lower, one.text))) === isWanted;
    });
  };
  const hasChoice = (found: string, choice: string): boolean => `;${found};`.includes(`;${choice};`);
  switch (operator) {
    case 'equals':
      return equality(true);
    case 'notEqual':
      return equality(false);
    case 'lessThan':
      return order((difference) => difference < 0);
    case 'lessOrEqual':
      return order((difference) => difference <= 0);
    case 'greaterThan':
      return order((difference) => difference > 0);
    case 'greaterOrEqual':
      return order((difference) => difference >= 0);
    case 'contains':
      return text(true, (found, part) => found.includes(part));
    case 'notContain':
      return text(false, (found, part) => found.includes(part));
    case 'startsWith':
      return text(true, (found, part) => found.startsWith(part));
    case 'includes':
      return text(true, hasChoice);
    case 'excludes':
      return text(false, hasChoice);
    case 'isBlank':
      return check(isBlank);
    case 'isNotBlank':
      return check((found) => !isBlank(found));
    case 'isChangedWithinDays':
      return check((found, _record, context) => {
        const age = today(context) - dayOf(String(found), context.timeZone);
        return age >= 0 && age <= Number(value);
      });
    default:
      return () => UNKNOWN;
  }
}
