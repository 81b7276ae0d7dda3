import type { FieldSchema, FieldValue } from '../contract.ts';
import { jsonParserError, orgError, type OrgError } from '../errors.ts';
import { normalizeId } from '../ids.ts';
import { parseDate, parseDateTime, parseTime } from './parse-date.ts';
import { roundHalfUp } from '../formula/round.ts';

const NUMBERS = new Set(['int', 'double', 'currency', 'percent']);

/** How the JSON parser names what it was given. */
function tokenOf(value: unknown): string {
  if (typeof value === 'number') return Number.isInteger(value) ? 'VALUE_NUMBER_INT' : 'VALUE_NUMBER_FLOAT';
  if (typeof value === 'boolean') return value ? 'VALUE_TRUE' : 'VALUE_FALSE';
  if (Array.isArray(value)) return 'START_ARRAY';
  return typeof value === 'object' ? 'START_OBJECT' : 'VALUE_STRING';
}

function cannotDeserialize(type: string, value: unknown): OrgError {
  const shown = typeof value === 'object' ? '' : ` value ${String(value).slice(0, 255)}`;
  return jsonParserError(
    `Cannot deserialize instance of ${type} from ${tokenOf(value)}${shown} or request may be missing a required field`
  );
}

function parseNumber(field: FieldSchema, raw: unknown): number {
  const text = typeof raw === 'string' ? raw.trim() : raw;
  const number =
    typeof text === 'number' ? text : typeof text === 'string' && text !== '' ? Number(text) : NaN;
  if (!Number.isFinite(number)) throw cannotDeserialize(field.type, raw);
  if (field.type === 'int') {
    if (!Number.isInteger(number)) throw cannotDeserialize('int', raw);
    return number;
  }
  return roundHalfUp(number, field.scale);
}

function parseBoolean(raw: unknown): boolean {
  if (typeof raw === 'boolean') return raw;
  if (typeof raw === 'string' && /^(?:true|false)$/i.test(raw)) return raw.toLowerCase() === 'true';
  throw cannotDeserialize('boolean', raw);
}

function parseReference(field: FieldSchema, raw: string): string {
  const id = normalizeId(raw);
  if (!id) {
    throw orgError(400, 'MALFORMED_ID', `${field.label}: id value of incorrect type: ${raw.slice(0, 255)}`, [
      field.name
    ]);
  }
  return id;
}

/**
 * A value from JSON (or a CSV cell) as the store keeps it: text trimmed and empty text as null, numbers rounded to
 * the field's scale, ids in 18 characters. Throws JSON_PARSER_ERROR or MALFORMED_ID.
 */
export function parseValue(field: FieldSchema, raw: unknown): FieldValue {
  if (raw === null || raw === undefined || raw === '') return field.type === 'boolean' ? false : null;
  if (field.type === 'boolean') return parseBoolean(raw);
  if (NUMBERS.has(field.type)) return parseNumber(field, raw);
  if (typeof raw !== 'string') throw cannotDeserialize(field.type, raw);
  switch (field.type) {
    case 'date':
      return parseDate(raw) ?? refuse(field, raw);
    case 'datetime':
      return parseDateTime(raw) ?? refuse(field, raw);
    case 'time':
      return parseTime(raw) ?? refuse(field, raw);
    case 'id':
    case 'reference':
      return parseReference(field, raw);
    default:
      return raw.trim() || null;
  }
}

function refuse(field: FieldSchema, raw: string): never {
  throw cannotDeserialize(field.type, raw);
}
