import { closest } from '../lib/closest.ts';
import { count } from '../lib/count.ts';
import type { Property } from './properties.ts';
import type { ShapeField } from './org-shape.ts';

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** What is wrong with one value for its field, as sentences for its author; null when it fits. */
export function whyUnfit(property: Property, field: ShapeField, value: unknown): string | null {
  switch (field.type) {
    case 'double':
    case 'int':
      return unfitNumber(property, field, value);
    case 'date':
      return unfitDate(property, value);
    case 'picklist':
      return unfitChoice(property, field, value);
    default:
      return unfitText(property, field, value);
  }
}

function unfitText({ name, example }: Property, field: ShapeField, value: unknown): string | null {
  if (typeof value !== 'string') {
    return `${name} must be text, such as ${name}: ${example}. Put quotes around it if it looks like something else.`;
  }
  return value.length > field.length
    ? `${name} has ${value.length} characters; ${field.length} fit. Shorten it by ${value.length - field.length}.`
    : null;
}

function unfitNumber(
  { name, example, min, max }: Property,
  field: ShapeField,
  value: unknown
): string | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    return `${name} must be a number, such as ${name}: ${example}.`;
  }
  const most = Math.min(max ?? Infinity, 10 ** (field.precision - field.scale) - 1);
  if (value < (min ?? -Infinity) || value > most) {
    return `${name} is ${value}; it goes from ${min ?? -most} to ${most}.`;
  }
  const decimals = String(value).split('.')[1]?.length ?? 0;
  if (decimals > field.scale) {
    return field.scale === 0
      ? `${name} is ${value}; it takes whole numbers.`
      : `${name} is ${value}; it takes at most ${count(field.scale, 'decimal')}.`;
  }
  return null;
}

function unfitDate({ name, example }: Property, value: unknown): string | null {
  if (typeof value !== 'string' || !ISO_DATE.test(value)) {
    return `${name} must be a date written like ${example}.`;
  }
  const date = new Date(`${value}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== value
    ? `${name} is ${value}, a day that no calendar has.`
    : null;
}

function unfitChoice({ name }: Property, field: ShapeField, value: unknown): string | null {
  const values = field.values ?? [];
  if (typeof value === 'string' && values.includes(value)) {
    return null;
  }
  return `${name} has no value "${String(value)}". ${suggest(String(value), values)}`;
}

/** What to write instead, in the words of `c/criteriaCheck`; the whole choice when nothing is near and it is short. */
export function suggest(written: string, candidates: readonly string[]): string {
  const meant = closest(written, candidates);
  if (meant) {
    return `Write "${meant}".`;
  }
  return candidates.length <= 12
    ? `Write one of ${candidates.join(', ')}.`
    : 'Write the API name as Setup, Object Manager shows it.';
}
