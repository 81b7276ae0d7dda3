import fc from 'fast-check';
import type { FieldSchema, FieldType, FieldValue } from '../../contract.ts';
import { COLOURS, equals, isBefore, values, type Row } from './random-fields.ts';

/** A condition as SOQL and as JavaScript; `simple` ones need no parentheses around them. */
export interface Case {
  soql: string;
  holds(row: Row): boolean;
  simple: boolean;
}

function literal(kind: FieldType, value: FieldValue): string {
  if (value === null) return 'null';
  if (kind === 'string' || kind === 'picklist' || kind === 'multipicklist') {
    return `'${String(value).replace(/[\\']/g, '\\$&')}'`;
  }
  return String(value);
}

const COMPARISONS: Record<string, (one: FieldValue, other: FieldValue) => boolean> = {
  '<': isBefore,
  '>': (one, other) => isBefore(other, one),
  '<=': (one, other) => isBefore(one, other) || (one !== null && equals(one, other)),
  '>=': (one, other) => isBefore(other, one) || (one !== null && equals(one, other))
};

function equality(name: string, kind: FieldType): fc.Arbitrary<Case> {
  const given = (value: FieldValue): FieldValue => (kind === 'boolean' ? value === true : value);
  return fc.tuple(fc.constantFrom('=', '!=', '<>'), values(kind)).map(([operator, value]) => ({
    soql: `${name} ${operator} ${literal(kind, value)}`,
    holds: (row) => equals(row[name], given(value)) === (operator === '='),
    simple: true
  }));
}

function membership(name: string, kind: FieldType): fc.Arbitrary<Case> {
  const list = fc.array(values(kind), { minLength: 1, maxLength: 4 });
  return fc.tuple(fc.boolean(), list).map(([isIn, chosen]) => ({
    soql: `${name} ${isIn ? 'IN' : 'NOT IN'} (${chosen.map((value) => literal(kind, value)).join(', ')})`,
    holds: (row) => chosen.some((value) => equals(row[name], value)) === isIn,
    simple: true
  }));
}

function order(name: string, kind: FieldType): fc.Arbitrary<Case> {
  const present = values(kind).filter((value) => value !== null);
  return fc.tuple(fc.constantFrom(...Object.keys(COMPARISONS)), present).map(([operator, value]) => ({
    soql: `${name} ${operator} ${literal(kind, value)}`,
    holds: (row) => COMPARISONS[operator](row[name], value),
    simple: true
  }));
}

function like(name: string): fc.Arbitrary<Case> {
  const pieces = fc.array(fc.constantFrom('%', '_', 'a', 'A', 'b', 'eta', '\\%', '\\_', '\\\\', "\\'"), {
    minLength: 1,
    maxLength: 4
  });
  return pieces.map((pattern) => {
    const source = pattern.map((piece) => {
      if (piece === '%') return '[^]*';
      if (piece === '_') return '[^]';
      return piece.replace(/^\\/, '').replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
    });
    const expression = new RegExp(`^${source.join('')}$`, 'i');
    return {
      soql: `${name} LIKE '${pattern.join('')}'`,
      holds: (row) => row[name] !== null && expression.test(String(row[name])),
      simple: true
    };
  });
}

function includes(name: string): fc.Arbitrary<Case> {
  const option = fc.subarray(COLOURS, { minLength: 1 });
  return fc.tuple(fc.boolean(), fc.array(option, { minLength: 1, maxLength: 2 })).map(([isIn, options]) => ({
    soql: `${name} ${isIn ? 'INCLUDES' : 'EXCLUDES'} (${options.map((parts) => `'${parts.join(';')}'`).join(', ')})`,
    holds: (row) => {
      const chosen = String(row[name] ?? '').split(';');
      return options.some((parts) => parts.every((part) => chosen.includes(part))) === isIn;
    },
    simple: true
  }));
}

/** The user's today is 21 November 2026 in Berlin, from 23:00 to 23:00 UTC. */
function today(name: string, kind: 'date' | 'datetime'): fc.Arbitrary<Case> {
  const [start, end] =
    kind === 'date' ? ['2026-11-21', '2026-11-22'] : ['2026-11-20T23:00:00.000Z', '2026-11-21T23:00:00.000Z'];
  const within = (value: FieldValue): boolean =>
    value !== null && String(value) >= start && String(value) < end;
  const tests: Record<string, (value: FieldValue) => boolean> = {
    '=': within,
    '!=': (value) => !within(value),
    '<': (value) => value !== null && String(value) < start,
    '<=': (value) => value !== null && String(value) < end,
    '>': (value) => value !== null && String(value) >= end,
    '>=': (value) => value !== null && String(value) >= start
  };
  return fc.constantFrom(...Object.keys(tests)).map((operator) => ({
    soql: `${name} ${operator} TODAY`,
    holds: (row) => tests[operator](row[name]),
    simple: true
  }));
}

function comparison({ name, type }: FieldSchema): fc.Arbitrary<Case> {
  switch (type) {
    case 'boolean':
      return equality(name, type);
    case 'multipicklist':
      return fc.oneof(equality(name, type), includes(name));
    case 'string':
      return fc.oneof(equality(name, type), membership(name, type), order(name, type), like(name));
    case 'date':
    case 'datetime':
      return fc.oneof(equality(name, type), membership(name, type), order(name, type), today(name, type));
    default:
      return fc.oneof(equality(name, type), membership(name, type), order(name, type));
  }
}

const enclosed = ({ soql, simple }: Case): string => (simple ? soql : `(${soql})`);

export function condition(fields: FieldSchema[], depth: number): fc.Arbitrary<Case> {
  const leaf = fc.constantFrom(...fields).chain(comparison);
  if (depth === 0) return leaf;
  const part = condition(fields, depth - 1);
  const joined = fc
    .tuple(fc.constantFrom('AND', 'OR'), fc.array(part, { minLength: 2, maxLength: 3 }))
    .map(([joint, parts]) => ({
      soql: parts.map(enclosed).join(` ${joint} `),
      holds: (row: Row) =>
        joint === 'AND' ? parts.every((one) => one.holds(row)) : parts.some((one) => one.holds(row)),
      simple: false
    }));
  const negated = part.map((inner) => ({
    soql: `NOT ${enclosed(inner)}`,
    holds: (row: Row) => !inner.holds(row),
    simple: false
  }));
  return fc.oneof(leaf, joined, negated);
}
