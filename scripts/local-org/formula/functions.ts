import type { Globals } from './globals.ts';
import { roundHalfUp } from './round.ts';
import { DateValue, type Value } from './values.ts';

/** What a function may look at besides its arguments. */
export interface FormulaScope {
  now: Date;
  /** Decides which day it is. */
  timeZone: string;
  isNew: boolean;
  /** About who asks; worked out only when a formula needs it. */
  globals(): Globals;
  value(field: string): Value;
  priorValue(field: string): Value;
}

/** What a formula is for: a validation rule, a formula field, or a field's default. */
export type FormulaKind = 'rule' | 'field' | 'default';

export interface FormulaFunction {
  least: number;
  most: number;
  /** True: the first argument is a field's name, not its value. */
  takesField?: boolean;
  /** The only kind of formula that may use it. */
  only?: FormulaKind;
  /** Arguments are functions, so that AND, OR and IF look at no more than they need. */
  apply(args: (() => Value)[], scope: FormulaScope, field: string): Value;
}

function text(value: Value): string {
  return value === null ? '' : String(value);
}

function isBlank(value: Value): boolean {
  return value === null || value === '';
}

/** An argument as a number; blank stays blank. */
function number(value: Value): number | null {
  return value === null || value === '' ? null : Number(value);
}

/** A function of numbers, which is blank when one of them is. */
function numeric(work: (...numbers: number[]) => number): FormulaFunction['apply'] {
  return (args) => {
    const numbers = args.map((arg) => number(arg()));
    return numbers.some((one) => one === null) ? null : work(...numbers.map(Number));
  };
}

/** To so many decimals; with a negative number, to tens, hundreds and so on. */
function roundTo(value: number, digits: number): number {
  const unit = 10 ** -digits;
  return digits >= 0 ? roundHalfUp(value, digits) : roundHalfUp(value / unit, 0) * unit;
}

/** A part of a date. */
function datePart(part: (date: Date) => number): FormulaFunction['apply'] {
  return ([arg]) => {
    const date = arg();
    return date instanceof DateValue ? part(new Date(date.time)) : null;
  };
}

function escapeAttribute(value: string): string {
  return value.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** As the API answers an image: `<img src="…" alt="…" style="height:50px; width:50px;" border="0"/>`. */
function image(args: (() => Value)[]): string {
  const [source, alternative, height, width] = args.map((arg) => escapeAttribute(text(arg())));
  const size = args.length === 4 ? ` style="height:${height}px; width:${width}px;"` : '';
  return `<img src="${source}" alt="${alternative}"${size} border="0"/>`;
}

function link(args: (() => Value)[]): string {
  const [address, label, target = '_blank'] = args.map((arg) => text(arg()));
  return `<a href="${escapeAttribute(address)}" target="${escapeAttribute(target)}">${label}</a>`;
}

/** `CASE(expression, value1, result1, …, else)`. */
function choose([subject, ...rest]: (() => Value)[]): Value {
  const value = subject();
  for (let index = 0; index + 1 < rest.length; index += 2) {
    if (isSame(value, rest[index]())) return rest[index + 1]();
  }
  return rest.length % 2 === 1 ? rest[rest.length - 1]() : null;
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
  LEFT: { least: 2, most: 2, apply: ([arg, count]) => text(arg()).slice(0, Math.max(0, Number(count()))) },
  RIGHT: {
    least: 2,
    most: 2,
    apply: ([arg, count]) => text(arg()).slice(Math.max(0, text(arg()).length - Number(count())))
  },
  MID: {
    least: 3,
    most: 3,
    apply: ([arg, start, count]) =>
      text(arg()).slice(Number(start()) - 1, Number(start()) - 1 + Number(count()))
  },
  FIND: {
    least: 2,
    most: 3,
    apply: ([part, arg, start]) => text(arg()).indexOf(text(part()), start ? Number(start()) - 1 : 0) + 1
  },
  SUBSTITUTE: {
    least: 3,
    most: 3,
    apply: ([arg, old, fresh]) =>
      text(old()) === '' ? text(arg()) : text(arg()).replaceAll(text(old()), text(fresh()))
  },
  VALUE: { least: 1, most: 1, apply: ([arg]) => number(text(arg()).trim()) },
  CASE: { least: 4, most: 99, apply: choose },
  NULLVALUE: { least: 2, most: 2, apply: ([arg, other]) => (isBlank(arg()) ? other() : arg()) },
  ABS: { least: 1, most: 1, apply: numeric(Math.abs) },
  CEILING: { least: 1, most: 1, apply: numeric((one) => Math.sign(one) * Math.ceil(Math.abs(one))) },
  FLOOR: { least: 1, most: 1, apply: numeric((one) => Math.sign(one) * Math.floor(Math.abs(one))) },
  ROUND: { least: 2, most: 2, apply: numeric(roundTo) },
  MAX: { least: 1, most: 99, apply: numeric(Math.max) },
  MIN: { least: 1, most: 99, apply: numeric(Math.min) },
  YEAR: { least: 1, most: 1, apply: datePart((date) => date.getUTCFullYear()) },
  MONTH: { least: 1, most: 1, apply: datePart((date) => date.getUTCMonth() + 1) },
  DAY: { least: 1, most: 1, apply: datePart((date) => date.getUTCDate()) },
  IMAGE: { least: 2, most: 4, only: 'field', apply: image },
  HYPERLINK: { least: 2, most: 3, only: 'field', apply: link },
  BEGINS: { least: 2, most: 2, apply: ([arg, start]) => text(arg()).startsWith(text(start())) },
  CONTAINS: { least: 2, most: 2, apply: ([arg, part]) => text(arg()).includes(text(part())) },
  TODAY: { least: 0, most: 0, apply: (_args, { now, timeZone }) => DateValue.today(now, timeZone) },
  NOW: { least: 0, most: 0, apply: (_args, { now }) => DateValue.moment(now) },
  ISNEW: { least: 0, most: 0, only: 'rule', apply: (_args, { isNew }) => isNew },
  ISCHANGED: {
    least: 1,
    most: 1,
    only: 'rule',
    takesField: true,
    apply: (_args, scope, field) => !scope.isNew && !isSame(scope.value(field), scope.priorValue(field))
  },
  PRIORVALUE: {
    least: 1,
    most: 1,
    only: 'rule',
    takesField: true,
    apply: (_args, scope, field) => scope.priorValue(field)
  }
};
