/**
 * Compares criteria with the fields that they name and tells the author what to write instead. It knows nothing of the
 * org: the caller says what a field path leads to.
 */
import type { Criteria, Criterion, Operator, Problem, Scalar } from '../criteria/criteria.ts';

/** What is known of a field; the shape of a REST describe or of UI API's object info. */
export interface FieldShape {
  label: string;
  /** REST describe's type or UI API's data type: `multipicklist` and `MultiPicklist` are the same. */
  type: string;
  /** API values of a picklist. */
  values?: readonly string[] | null;
}

type Family = 'text' | 'number' | 'boolean' | 'date' | 'picklist' | 'multipicklist' | 'unsupported';

const FAMILIES: Readonly<Record<string, Family>> = {
  ...families('number', ['int', 'integer', 'long', 'double', 'currency', 'percent']),
  ...families('text', ['string', 'textarea', 'email', 'phone', 'url', 'id', 'reference', 'combobox']),
  ...families('date', ['date', 'datetime']),
  boolean: 'boolean',
  picklist: 'picklist',
  multipicklist: 'multipicklist'
};

const EQUALITY: readonly Operator[] = ['equals', 'notEqual'];
const BLANK: readonly Operator[] = ['isBlank', 'isNotBlank'];
const ORDER: readonly Operator[] = ['lessThan', 'lessOrEqual', 'greaterThan', 'greaterOrEqual'];
const PART: readonly Operator[] = ['contains', 'notContain', 'startsWith'];

const ALLOWED: Readonly<Record<Family, readonly Operator[]>> = {
  text: [...EQUALITY, ...PART, ...ORDER, ...BLANK],
  number: [...EQUALITY, ...ORDER, ...BLANK],
  boolean: EQUALITY,
  date: [...EQUALITY, ...ORDER, ...BLANK, 'isChangedWithinDays'],
  picklist: [...EQUALITY, ...PART, ...BLANK],
  multipicklist: ['includes', 'excludes', ...EQUALITY, ...PART, ...BLANK],
  unsupported: []
};

const ISO_DATE =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d))?$/;
/** The relative dates of `c/calendar`; a test keeps the two together. */
const RELATIVE_DATE = new RegExp(
  [
    '^(YESTERDAY|TODAY|TOMORROW',
    '(LAST|THIS|NEXT)_(WEEK|MONTH|QUARTER|YEAR)',
    '(LAST|NEXT)_(90_DAYS|N_(DAY|WEEK|MONTH|QUARTER|YEAR)S:\\d{1,4})',
    'N_(DAY|WEEK|MONTH|QUARTER|YEAR)S_AGO:\\d{1,4})$'
  ].join('|')
);
const AMOUNT = /^([A-Z]{3} ?)?-?\d+(\.\d+)?$/;

/**
 * Problems of accepted criteria beside their object's fields; none when an org would apply them as written.
 * @param describe what a field path leads to, or `undefined` when it leads nowhere
 * @param nearest the path that was probably meant instead of one that leads nowhere
 */
export function validateCriteria(
  { items }: Criteria,
  describe: (path: string) => FieldShape | undefined,
  nearest: (path: string) => string | null | undefined = () => undefined
): Problem[] {
  return items.flatMap((criterion, index) => {
    const item = index + 1;
    const shape = describe(criterion.field);
    const guess = shape ? undefined : nearest(criterion.field);
    const advice = guess
      ? `Write "${guess}".`
      : 'Write the API name of a field, or a path such as Account.Industry.';
    const faults = shape ? faultsOf(criterion, shape) : [`there is no field "${criterion.field}". ${advice}`];
    return faults.map((fault) => ({ item, message: `Item ${item}: ${fault}` }));
  });
}

/** The operators that a field of this type can be used with; none when criteria cannot use it at all. */
export function operatorsFor(type: string): readonly Operator[] {
  return ALLOWED[FAMILIES[type.toLowerCase()] ?? 'unsupported'];
}

function faultsOf({ operator, value }: Criterion, shape: FieldShape): string[] {
  const family = FAMILIES[shape.type.toLowerCase()] ?? 'unsupported';
  if (family === 'unsupported') {
    return [
      `${shape.label} is a field of type ${shape.type}, which criteria cannot use. Choose another field.`
    ];
  }
  const allowed = ALLOWED[family];
  if (!allowed.includes(operator)) {
    return [
      `${shape.label} (${shape.type}) cannot be used with "${operator}". ${insteadOf(operator, family)}`
    ];
  }
  if (operator === 'isChangedWithinDays' || BLANK.includes(operator)) {
    return [];
  }
  return [value ?? null].flat().flatMap((one) => {
    const isPart = PART.includes(operator);
    return one === null || one === '' || isPart ? [] : valueFault(one, family, shape);
  });
}

function insteadOf(operator: Operator, family: Family): string {
  if (family === 'picklist' && operator === 'includes') {
    return 'Write "equals"; a list of values means any of them.';
  }
  if (family === 'picklist' && operator === 'excludes') {
    return 'Write "notEqual"; a list of values means none of them.';
  }
  return `Write one of ${ALLOWED[family].join(', ')}.`;
}

function valueFault(value: Scalar, family: Family, shape: FieldShape): string[] {
  const written = JSON.stringify(value);
  switch (family) {
    case 'number': {
      const isNumber = typeof value === 'number' || (typeof value === 'string' && AMOUNT.test(value));
      return isNumber
        ? []
        : [`${shape.label} is a number, and ${written} is none. Write it as 50000 or "EUR 50000".`];
    }
    case 'boolean':
      return typeof value === 'boolean'
        ? []
        : [`${shape.label} is a checkbox. Write true or false instead of ${written}.`];
    case 'date':
      return typeof value === 'string' && isDate(value)
        ? []
        : [
            `${shape.label} is a date, and ${written} is none. Write it as 2026-12-31, TODAY or LAST_N_DAYS:30.`
          ];
    case 'picklist':
    case 'multipicklist':
      return picklistFault(value, shape);
    default:
      return typeof value === 'string'
        ? []
        : [`${shape.label} is a text. Write "${value}" instead of ${written}.`];
  }
}

function picklistFault(value: Scalar, { label, values }: FieldShape): string[] {
  const wanted = String(value).toLowerCase();
  const isKnown =
    !values ||
    String(value)
      .split(';')
      .every((one) => values.includes(one));
  if (isKnown) {
    return [];
  }
  const meant =
    values.find((one) => one.toLowerCase() === wanted) ??
    values.find((one) => one.toLowerCase().includes(wanted));
  const advice = meant ? `Write "${meant}".` : `Write one of ${values.join(', ')}.`;
  return [`${label} has no value ${JSON.stringify(value)}. ${advice}`];
}

function isDate(text: string): boolean {
  return RELATIVE_DATE.test(text) || (ISO_DATE.test(text) && isOnCalendar(text.slice(0, 10)));
}

/** False for 31 February, which a browser would silently move to March. */
function isOnCalendar(date: string): boolean {
  const time = Date.parse(date);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}

function families(family: Family, types: string[]): Record<string, Family> {
  return Object.fromEntries(types.map((type) => [type, family]));
}
