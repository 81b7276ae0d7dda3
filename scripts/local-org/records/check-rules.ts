import { namedValue, type FormulaRecord } from '../computed/formula-field.ts';
import { parentSql } from '../computed/field-sql.ts';
import type { ApiError, RecordValues } from '../contract.ts';
import { evaluateFormula } from '../formula/evaluate.ts';
import type { Change } from './engine.ts';

/** Active validation rules whose condition is true refuse the save with their own words. */
export function checkRules(change: Change): ApiError[] {
  const { object, before, after } = change;
  if (object.validationRules.length === 0) return [];
  const [old, fresh] = [formulaRecord(change, before ?? after), formulaRecord(change, after)];
  const { now, timeZone, globals } = fresh;
  const scope = {
    now,
    timeZone,
    globals,
    isNew: before === null,
    value: (name: string) => namedValue(fresh, name),
    priorValue: (name: string) => namedValue(old, name)
  };
  return object.validationRules
    .filter((rule) => rule.active && evaluateFormula(rule.formula, scope) === true)
    .map((rule) => ({
      errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      message: rule.errorMessage,
      fields: rule.errorDisplayField === null ? [] : [rule.errorDisplayField]
    }));
}

/** The record as it is, or was, with these values; its parents are looked up. */
function formulaRecord({ engine, object, user }: Change, values: RecordValues): FormulaRecord {
  return {
    schema: engine.schema(),
    object,
    now: engine.now(),
    timeZone: user.timeZone,
    globals: () => engine.access.globals(user.userId),
    stored(through, field) {
      const start = values[(through[0] ?? field).name] ?? null;
      if (through.length === 0 || start === null) return start;
      const [row] = engine.store.all(`SELECT ${parentSql(through, field, '?')} AS "value"`, [String(start)]);
      return row.value;
    }
  };
}
