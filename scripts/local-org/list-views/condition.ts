import type { FieldSchema } from '../contract.ts';
import { soqlPattern, soqlString } from '../graphql/soql-text.ts';
import { isNumber } from '../soql/capabilities.ts';
import type { ViewColumn } from './columns.ts';

/** One `filters` element of a list view. */
export interface ViewFilter {
  column: ViewColumn;
  operation: string;
  /** As written; several values stand between commas. */
  value: string;
}

const COMPARISONS: Readonly<Record<string, string>> = {
  lessThan: '<',
  lessOrEqual: '<=',
  greaterThan: '>',
  greaterOrEqual: '>='
};

/** The filters as a SOQL condition, joined as the boolean filter says (`1 AND (2 OR 3)`); empty without filters. Throws for what SOQL can't say. */
export function conditionOf(filters: readonly ViewFilter[], booleanFilter: string): string {
  const conditions = filters.map(filterCondition);
  if (!booleanFilter) return conditions.join(' AND ');
  if (!/^[\d\s()]*(?:(?:AND|OR|NOT)[\d\s()]*)*$/i.test(booleanFilter)) {
    throw new Error(`The filter logic '${booleanFilter}' is not supported by the local org`);
  }
  return booleanFilter.replace(/\d+/g, (number) => {
    const condition = conditions[Number(number) - 1];
    if (condition === undefined)
      throw new Error(`The filter logic names filter ${number}, which isn't there`);
    return condition;
  });
}

function filterCondition({ column, operation, value }: ViewFilter): string {
  const { field, path } = column;
  const values = value.split(',').map((one) => one.trim());
  const isNegated = operation.startsWith('not');
  switch (operation) {
    case 'equals':
    case 'notEqual':
      return anyOf(
        values.map((one) => `${path} ${isNegated ? '!=' : '='} ${literal(field, one)}`),
        isNegated
      );
    case 'contains':
    case 'notContain': {
      const likes = values.map((one) => `${path} LIKE ${soqlPattern(`%${literally(one)}%`)}`);
      return isNegated ? `(NOT ${anyOf(likes, false)})` : anyOf(likes, false);
    }
    case 'startsWith':
      return anyOf(
        values.map((one) => `${path} LIKE ${soqlPattern(`${literally(one)}%`)}`),
        false
      );
    case 'includes':
    case 'excludes':
      return `${path} ${operation.toUpperCase()} (${values.map(soqlString).join(', ')})`;
    default: {
      const sign = COMPARISONS[operation];
      if (!sign)
        throw new Error(`The operation '${operation}' of a list view is not supported by the local org`);
      return `${path} ${sign} ${literal(field, value.trim())}`;
    }
  }
}

function anyOf(conditions: readonly string[], isNegated: boolean): string {
  const [only] = conditions;
  return conditions.length === 1 && only ? only : `(${conditions.join(isNegated ? ' AND ' : ' OR ')})`;
}

/** The value with its wildcards taken literally. */
function literally(value: string): string {
  return value.replace(/[%_]/g, '\\$&');
}

function literal(field: FieldSchema, value: string): string {
  if (value === '') return 'null';
  if (field.type === 'boolean') return /^(?:1|true)$/i.test(value) ? 'true' : 'false';
  if (isNumber(field.type)) return String(Number(value));
  if (field.type !== 'date' && field.type !== 'datetime') return soqlString(value);
  // Relative dates are SOQL's own; others are written as the language of the view's author has them.
  if (/^[A-Z_]+(?::\d+)?$/.test(value)) return value;
  const [, month, day, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(value) ?? [];
  if (!year || field.type === 'datetime')
    throw new Error(`The date '${value}' is not supported by the local org`);
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
