import type { FieldSchema, FieldValue, UserContext } from '../contract.ts';
import { evaluateFormula } from '../formula/evaluate.ts';
import { asField } from './formula-field.ts';

/** The value that a field takes when a record is made without one. */
export function defaultOf(
  field: FieldSchema,
  now: Date,
  { timeZone }: Pick<UserContext, 'timeZone'>
): FieldValue {
  if (field.defaultFormula === null) return field.defaultValue;
  const nothing = () => null;
  const scope = { now, timeZone, isNew: true, value: nothing, priorValue: nothing };
  return asField(field, evaluateFormula(field.defaultFormula, scope));
}
