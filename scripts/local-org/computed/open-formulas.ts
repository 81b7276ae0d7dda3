import type { Access, FieldValue, Schema } from '../contract.ts';
import type { OpenStore } from '../store/store.ts';
import { FORMULA_FUNCTION } from './field-sql.ts';
import { formulaFieldValue, storedByKey } from './formula-field.ts';
import { inputsOf } from './inputs.ts';

/** What formulas that SQL works out look at besides their inputs. */
export interface FormulaSurroundings {
  schema(): Schema;
  access: Access;
  now(): Date;
}

/** Lets SQL read formula fields: `_formula(object, field, time zone, user, inputs as a JSON array)`. */
export function openFormulas(store: OpenStore, { schema, access, now }: FormulaSurroundings): void {
  store.define(FORMULA_FUNCTION, (objectName, fieldName, timeZone, userId, inputs) => {
    const object = schema().object(String(objectName));
    const field = object?.fields.get(String(fieldName).toLowerCase());
    if (!object || !field) return null;
    const values = JSON.parse(String(inputs)) as FieldValue[];
    const byKey = new Map(
      inputsOf(schema(), object, field).map(({ key }, index) => [key, values[index] ?? null])
    );
    const value = formulaFieldValue(
      {
        schema: schema(),
        object,
        stored: storedByKey(byKey),
        now: now(),
        timeZone: String(timeZone),
        globals: () => access.globals(String(userId))
      },
      field
    );
    return typeof value === 'boolean' ? Number(value) : value;
  });
}
