import fc from 'fast-check';
import { date, dateTime, decimal, flag, picklist, text } from '../../catalogue/fields.ts';
import type { FieldSchema, FieldType, FieldValue } from '../../contract.ts';

// Random fields and rows, and how their values compare.

export type Row = Record<string, FieldValue>;

const WORDS = ['alpha', 'Alpha', 'beta', 'BETA', 'a_b', 'a%b', "it's", 'back\\slash', 'zeta'];
export const COLOURS = ['Red', 'Green', 'Blue'];
const DAYS = [
  '2025-12-31',
  '2026-01-01',
  '2026-02-28',
  '2026-11-20',
  '2026-11-21',
  '2026-11-22',
  '2027-01-01'
];
const MOMENTS = [
  '2026-11-20T22:59:59.000Z',
  '2026-11-20T23:00:00.000Z',
  '2026-11-21T09:30:00.000Z',
  '2026-11-21T22:59:59.999Z',
  '2026-11-21T23:00:00.000Z',
  '2027-01-01T00:00:00.000Z'
];
const NUMBERS = [-2.5, -1, 0, 0.5, 1, 10, 1000000];

export const KINDS = [
  'string',
  'double',
  'boolean',
  'date',
  'datetime',
  'picklist',
  'multipicklist'
] as const;
type Kind = (typeof KINDS)[number];

export function makeField(kind: Kind, name: string): FieldSchema {
  switch (kind) {
    case 'string':
      return text(name, name, 80);
    case 'double':
      return decimal(name, name, 'double', 18, 2);
    case 'boolean':
      return flag(name, name);
    case 'date':
      return date(name, name);
    case 'datetime':
      return dateTime(name, name);
    case 'picklist':
      return picklist(name, name, COLOURS);
    case 'multipicklist':
      return picklist(name, name, COLOURS, { type: 'multipicklist' });
  }
}

export function values(kind: FieldType): fc.Arbitrary<FieldValue> {
  switch (kind) {
    case 'string':
      return fc.constantFrom(...WORDS, null);
    case 'double':
      return fc.constantFrom(...NUMBERS, null);
    case 'boolean':
      return fc.boolean();
    case 'date':
      return fc.constantFrom(...DAYS, null);
    case 'datetime':
      return fc.constantFrom(...MOMENTS, null);
    case 'multipicklist':
      return fc.subarray(COLOURS).map((chosen) => chosen.join(';') || null);
    default:
      return fc.constantFrom(...COLOURS, null);
  }
}

/** Text compares without case; everything else as it is. */
const folded = (value: FieldValue): FieldValue => (typeof value === 'string' ? value.toLowerCase() : value);

export function isBefore(one: FieldValue, other: FieldValue): boolean {
  return one !== null && other !== null && folded(one)! < folded(other)!;
}

export const equals = (one: FieldValue, other: FieldValue): boolean => folded(one) === folded(other);
