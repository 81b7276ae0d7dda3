import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { parseTime } from '../records/parse-date.ts';

// The scalars of the platform's schema; Int, Boolean, String and ID are GraphQL's own.

type Primitive = string | number;

function literalValue(node: ValueNode): Primitive | undefined {
  switch (node.kind) {
    case Kind.STRING:
      return node.value;
    case Kind.INT:
    case Kind.FLOAT:
      return Number(node.value);
    default:
      return undefined;
  }
}

/** A scalar that takes what `accepts` lets through, as literal and as variable, and gives values out as they are. */
function scalar(
  name: string,
  expected: string,
  accepts: (value: unknown) => value is Primitive
): GraphQLScalarType {
  const check = (value: unknown, shown: string): Primitive => {
    if (!accepts(value)) throw new GraphQLError(`${name} cannot represent ${shown}: expected ${expected}`);
    return value;
  };
  return new GraphQLScalarType({
    name,
    serialize: (value) => value,
    parseValue: (value) => check(value, JSON.stringify(value)),
    parseLiteral: (node) => check(literalValue(node), 'value' in node ? String(node.value) : node.kind)
  });
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isInteger(value: unknown): value is number {
  return isNumber(value) && Number.isSafeInteger(value);
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/;

function isDate(value: unknown): value is string {
  return isText(value) && DATE.test(value) && !Number.isNaN(Date.parse(value));
}

function isTime(value: unknown): value is string {
  return isText(value) && parseTime(value) !== null;
}

function isDateTime(value: unknown): value is string {
  return isText(value) && DATE_TIME.test(value) && !Number.isNaN(Date.parse(value));
}

const text = (name: string): GraphQLScalarType => scalar(name, 'a string', isText);
const number = (name: string): GraphQLScalarType => scalar(name, 'a number', isNumber);

export const Currency = number('Currency');
export const DateScalar = scalar('Date', 'a date such as 2026-11-21', isDate);
export const DateTime = scalar('DateTime', 'an instant such as 2026-11-21T09:30:00.000Z', isDateTime);
export const Double = number('Double');
export const Email = text('Email');
/** An Id, or `@{alias}`: the Id that an earlier operation of the same mutation made. */
export const IdOrRef = text('IdOrRef');
export const Long = scalar('Long', 'a whole number', isInteger);
export const LongTextArea = text('LongTextArea');
export const MultiPicklist = text('MultiPicklist');
export const Percent = number('Percent');
export const PhoneNumber = text('PhoneNumber');
export const Picklist = text('Picklist');
export const RichTextArea = text('RichTextArea');
export const TextArea = text('TextArea');
export const Time = scalar('Time', 'a time such as 09:30:00.000Z', isTime);
export const Url = text('Url');
