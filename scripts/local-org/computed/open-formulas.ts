import type { FieldValue, Schema } from '../contract.ts';
import type { OpenStore } from '../store/store.ts';
import { FORMULA_FUNCTION } from './field-sql.ts';
import { formulaFieldValue } from './formula-field.ts';
import { inputsOf } from './inputs.ts';

/** Lets SQL read formula fields: `_formula(object, field, time zone, inputs as a JSON array)`. */
export function openFormulas(store: OpenStore, schema: () => Schema, now: () => Date): void {
  store.define(FORMULA_FUNCTION, (objectName, fieldName, timeZone, inputs) => {
    const object = schema().object(String(objectName));
    const field = object?.fields.get(String(fieldName).toLowerCase());
    if (!object || !field) return null;
    const values = JSON.parse(String(inputs)) as FieldValue[];
    const byName = new Map(inputsOf(object, field).map(({ name }, index) => [name, values[index] ?? null]));
    const value = formulaFieldValue(object, field, ({ name }) => byName.get(name) ?? null, {
      now: now(),
      timeZone: String(timeZone)
    });
    return typeof value === 'boolean' ? Number(value) : value;
  });
}
