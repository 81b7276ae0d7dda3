import type { FieldSchema, FieldValue, Schema } from '../contract.ts';
import { evaluateFormula } from '../formula/evaluate.ts';
import type { FormulaScope } from '../formula/functions.ts';
import { namedField, pathKey, type FormulaObject } from '../formula/named-field.ts';
import { DateValue, formulaValue, type Value } from '../formula/values.ts';
import { roundHalfUp } from '../formula/round.ts';

/** What formulas of a record are worked out with. */
export interface FormulaRecord extends Pick<FormulaScope, 'now' | 'timeZone' | 'globals'> {
  schema: Schema;
  object: FormulaObject;
  /** A column of the record, or through references one of its parents'. */
  stored(through: readonly FieldSchema[], field: FieldSchema): FieldValue;
}

const NUMBERS = new Set(['int', 'double', 'currency', 'percent']);

/** The value of a formula field; null where it has none. */
export function formulaFieldValue(record: FormulaRecord, field: FieldSchema): FieldValue {
  return asField(field, valueOf(record, [], record.object, field));
}

/** What a name in a formula about the record stands for. */
export function namedValue(record: FormulaRecord, name: string): Value {
  const { through, object, field } = namedField(record.schema, record.object, name);
  return valueOf(record, through, object, field);
}

function valueOf(
  record: FormulaRecord,
  through: readonly FieldSchema[],
  object: FormulaObject,
  field: FieldSchema
): Value {
  const { computed } = field;
  if (computed?.kind !== 'formula') return formulaValue(field, record.stored(through, field));
  const value = (name: string): Value => {
    const input = namedField(record.schema, object, name);
    const found = valueOf(record, [...through, ...input.through], input.object, input.field);
    return found === null && computed.blanksAreZero && NUMBERS.has(input.field.type) ? 0 : found;
  };
  const { now, timeZone, globals } = record;
  const scope: FormulaScope = { now, timeZone, globals, isNew: false, value, priorValue: value };
  return formulaValue(field, asField(field, evaluateFormula(computed.source, scope)));
}

/** Reads columns that `inputsOf` has named from a map by their keys. */
export function storedByKey(values: ReadonlyMap<string, FieldValue>): FormulaRecord['stored'] {
  return (through, field) => values.get(pathKey(through, field)) ?? null;
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
