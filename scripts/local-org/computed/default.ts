import type { FieldSchema, FieldValue, UserContext } from '../contract.ts';
import { evaluateFormula } from '../formula/evaluate.ts';
import type { FormulaScope } from '../formula/functions.ts';
import { asField } from './formula-field.ts';

/** The value that a field takes when this user makes a record without one. */
export function defaultOf(
  field: FieldSchema,
  { now, user, globals }: Pick<FormulaScope, 'now' | 'globals'> & { user: Pick<UserContext, 'timeZone'> }
): FieldValue {
  if (field.defaultFormula === null) return field.defaultValue;
  const nothing = () => null;
  const scope = { now, timeZone: user.timeZone, globals, isNew: true, value: nothing, priorValue: nothing };
  return asField(field, evaluateFormula(field.defaultFormula, scope));
}
