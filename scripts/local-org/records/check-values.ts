import type { ApiError, FieldSchema, FieldValue, ObjectSchema, RecordValues } from '../contract.ts';
import { factsOf } from './object-facts.ts';

const EMAIL = /^[^\s@<>()[\],;:"\\]+@[^\s@<>()[\],;:"\\.]+(?:\.[^\s@<>()[\],;:"\\.]+)+$/;
const SHOWN = 255;

function error(errorCode: string, message: string, field: FieldSchema): ApiError {
  return { errorCode, message, fields: [field.name] };
}

function checkLength(field: FieldSchema, value: FieldValue): ApiError | null {
  if (typeof value !== 'string' || value.length <= field.length) return null;
  const shown = value.length > SHOWN ? `${value.slice(0, SHOWN)}...` : value;
  return error(
    'STRING_TOO_LONG',
    `${field.label}: data value too large: ${shown} (max length=${field.length})`,
    field
  );
}

function checkPicklist(field: FieldSchema, value: FieldValue): ApiError | null {
  if (typeof value !== 'string') return null;
  const known = field.picklist?.values ?? [];
  const chosen = field.type === 'multipicklist' ? value.split(';') : [value];
  const bad = chosen.find((text) => !known.some((entry) => entry.active && entry.value === text));
  if (bad === undefined) return null;
  return error(
    'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
    `${field.label}: bad value for restricted picklist field: ${bad}`,
    field
  );
}

function checkNumber(field: FieldSchema, value: FieldValue): ApiError | null {
  if (typeof value !== 'number') return null;
  if (Math.abs(value) < 10 ** (field.precision - field.scale)) return null;
  return error(
    'NUMBER_OUTSIDE_VALID_RANGE',
    `${field.label}: value outside of valid range on numeric field: ${value}`,
    field
  );
}

const COORDINATE = /__(Latitude|Longitude)__s$/;

/** Coordinates lie on the globe. */
function checkCoordinate(field: FieldSchema, value: FieldValue): ApiError | null {
  const most = COORDINATE.exec(field.name)?.[1] === 'Latitude' ? 90 : 180;
  if (typeof value !== 'number' || Math.abs(value) <= most) return null;
  const message = `${field.label}: value must be between -${most} and ${most}: ${value}`;
  return error('NUMBER_OUTSIDE_VALID_RANGE', message, field);
}

function checkEmail(field: FieldSchema, value: FieldValue): ApiError | null {
  if (typeof value !== 'string' || EMAIL.test(value)) return null;
  return error('INVALID_EMAIL_ADDRESS', `${field.label}: invalid email address: ${value}`, field);
}

type Check = (field: FieldSchema, value: FieldValue) => ApiError | null;

const checks = new WeakMap<FieldSchema, Check[]>();

/** The checks that can find something in values of this field. */
function checksOf(field: FieldSchema): Check[] {
  let known = checks.get(field);
  if (!known) {
    known = [];
    if (field.length > 0) known.push(checkLength);
    if (field.picklist?.restricted) known.push(checkPicklist);
    if (field.precision > 0) known.push(checkNumber);
    if (COORDINATE.test(field.name)) known.push(checkCoordinate);
    if (field.type === 'email') known.push(checkEmail);
    checks.set(field, known);
  }
  return known;
}

/** What is wrong with the values themselves, field by field; only the named fields are looked at. */
export function checkValues(
  object: ObjectSchema,
  values: RecordValues,
  names: ReadonlySet<string>
): ApiError[] {
  const errors: ApiError[] = [];
  const { fields } = factsOf(object);
  for (const name of names) {
    const field = fields.get(name);
    if (!field) continue;
    for (const check of checksOf(field)) {
      const problem = check(field, values[name] ?? null);
      if (problem) errors.push(problem);
    }
  }
  return errors;
}

/** One error that names every required field left empty, or none. */
export function checkRequired(object: ObjectSchema, values: RecordValues): ApiError[] {
  const missing = factsOf(object)
    .required.filter(({ name }) => (values[name] ?? null) === null)
    .map(({ name }) => name);
  if (missing.length === 0) return [];
  return [
    {
      errorCode: 'REQUIRED_FIELD_MISSING',
      message: `Required fields are missing: [${missing.join(', ')}]`,
      fields: missing
    }
  ];
}
