import { formulaFieldValue } from '../computed/formula-field.ts';
import type { ApiError, FieldSchema, RecordValues } from '../contract.ts';
import { evaluateFormula } from '../formula/evaluate.ts';
import { formulaValue, type Value } from '../formula/values.ts';
import type { Change } from './engine.ts';

/** Active validation rules whose condition is true refuse the save with their own words. */
export function checkRules(change: Change): ApiError[] {
  const { object, before, after, engine } = change;
  if (object.validationRules.length === 0) return [];
  const read = (values: RecordValues | null, name: string): Value => {
    const field = object.fields.get(name.toLowerCase());
    if (!field || !values) return null;
    if (!field.computed) return formulaValue(field, values[field.name]);
    const moment = { now: engine.now(), timeZone: change.user.timeZone };
    const stored = ({ name: input }: FieldSchema) => values[input] ?? null;
    return formulaValue(field, formulaFieldValue(object, field, stored, moment));
  };
  const scope = {
    now: engine.now(),
    timeZone: change.user.timeZone,
    isNew: before === null,
    value: (name: string) => read(after, name),
    priorValue: (name: string) => read(before ?? after, name)
  };
  return object.validationRules
    .filter((rule) => rule.active && evaluateFormula(rule.formula, scope) === true)
    .map((rule) => ({
      errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      message: rule.errorMessage,
      fields: rule.errorDisplayField === null ? [] : [rule.errorDisplayField]
    }));
}
