import { DateValue, type Value } from './values.ts';

/** What a function may look at besides its arguments. */
export interface FormulaScope {
  now: Date;
  /** Decides which day it is. */
  timeZone: string;
  isNew: boolean;
  value(field: string): Value;
  priorValue(field: string): Value;
}

export interface FormulaFunction {
  least: number;
  most: number;
  /** True: the first argument is a field's name, not its value. */
  takesField?: boolean;
  /** Arguments are functions, so that AND, OR and IF look at no more than they need. */
  apply(args: (() => Value)[], scope: FormulaScope, field: string): Value;
}

function text(value: Value): string {
  return value === null ? '' : String(value);
}

function isBlank(value: Value): boolean {
  return value === null || value === '';
}

function isSame(one: Value, other: Value): boolean {
  return text(one) === text(other);
}

/**
 * The functions that the org can evaluate; a rule that uses another one is refused when it is deployed.
 * https://help.salesforce.com/s/articleView?id=sf.customize_functions.htm
 */
export const FUNCTIONS: Readonly<Record<string, FormulaFunction>> = {
  AND: { least: 1, most: 99, apply: (args) => args.every((arg) => arg() === true) },
  OR: { least: 1, most: 99, apply: (args) => args.some((arg) => arg() === true) },
  NOT: { least: 1, most: 1, apply: ([arg]) => arg() !== true },
  IF: { least: 3, most: 3, apply: ([test, yes, no]) => (test() === true ? yes() : no()) },
  ISBLANK: { least: 1, most: 1, apply: ([arg]) => isBlank(arg()) },
  ISNULL: { least: 1, most: 1, apply: ([arg]) => isBlank(arg()) },
  BLANKVALUE: { least: 2, most: 2, apply: ([arg, other]) => (isBlank(arg()) ? other() : arg()) },
  ISPICKVAL: { least: 2, most: 2, apply: ([arg, value]) => isSame(arg(), value()) },
  INCLUDES: { least: 2, most: 2, apply: ([arg, value]) => text(arg()).split(';').includes(text(value())) },
  TEXT: { least: 1, most: 1, apply: ([arg]) => text(arg()) },
  LEN: { least: 1, most: 1, apply: ([arg]) => text(arg()).length },
  TRIM: { least: 1, most: 1, apply: ([arg]) => text(arg()).trim() },
  UPPER: { least: 1, most: 1, apply: ([arg]) => text(arg()).toUpperCase() },
  LOWER: { least: 1, most: 1, apply: ([arg]) => text(arg()).toLowerCase() },
  BEGINS: { least: 2, most: 2, apply: ([arg, start]) => text(arg()).startsWith(text(start())) },
  CONTAINS: { least: 2, most: 2, apply: ([arg, part]) => text(arg()).includes(text(part())) },
  TODAY: { least: 0, most: 0, apply: (_args, { now, timeZone }) => DateValue.today(now, timeZone) },
  NOW: { least: 0, most: 0, apply: (_args, { now }) => DateValue.moment(now) },
  ISNEW: { least: 0, most: 0, apply: (_args, { isNew }) => isNew },
  ISCHANGED: {
    least: 1,
    most: 1,
    takesField: true,
    apply: (_args, scope, field) => !scope.isNew && !isSame(scope.value(field), scope.priorValue(field))
  },
  PRIORVALUE: {
    least: 1,
    most: 1,
    takesField: true,
    apply: (_args, scope, field) => scope.priorValue(field)
  }
};
