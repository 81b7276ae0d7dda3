import type { FieldSchema, FieldValue, ObjectSchema } from '../contract.ts';
import { evaluateFormula } from '../formula/evaluate.ts';
import type { FormulaScope } from '../formula/functions.ts';
import { DateValue, formulaValue, type Value } from '../formula/values.ts';
import { roundHalfUp } from '../formula/round.ts';

/** What a formula is worked out with besides the record. */
export interface FormulaMoment {
  now: Date;
  timeZone: string;
}

const NUMBERS = new Set(['int', 'double', 'currency', 'percent']);

/** The value of a formula field on a record, of which `stored` reads the columns; null where it has none. */
export function formulaFieldValue(
  object: ObjectSchema,
  field: FieldSchema,
  stored: (input: FieldSchema) => FieldValue,
  moment: FormulaMoment
): FieldValue {
  return asField(field, valueOf(object, field, stored, moment));
}

function valueOf(
  object: ObjectSchema,
  field: FieldSchema,
  stored: (input: FieldSchema) => FieldValue,
  moment: FormulaMoment
): Value {
  const { computed } = field;
  if (computed?.kind !== 'formula') return formulaValue(field, stored(field));
  const value = (name: string): Value => {
    const input = object.fields.get(name.toLowerCase());
    if (!input) return null;
    const found = valueOf(object, input, stored, moment);
    return found === null && computed.blanksAreZero && NUMBERS.has(input.type) ? 0 : found;
  };
  const scope: FormulaScope = { ...moment, isNew: false, value, priorValue: value };
  return formulaValue(field, asField(field, evaluateFormula(computed.source, scope)));
}

/** As the store would keep it: numbers to the field's scale, what can't be worked out as null. */
export function asField({ type, scale }: FieldSchema, value: Value): FieldValue {
  if (value === null || value === '') return type === 'boolean' ? false : null;
  if (type === 'boolean') return value === true;
  if (value instanceof DateValue) return String(value);
  if (!NUMBERS.has(type)) return String(value);
  const number = type === 'percent' ? Number(value) * 100 : Number(value);
  return Number.isFinite(number) ? roundHalfUp(number, scale) : null;
}
