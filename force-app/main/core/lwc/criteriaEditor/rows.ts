/** Criteria as rows that a person types in, and back to the text that is stored. */
import { parseCriteria, printCriteria, type Criteria, type Criterion, type Operator } from 'c/criteria';

/** One line of the editor; the value is as typed. */
export interface Row {
  /** Stays the same while the row moves up or down. */
  id: number;
  field: string;
  operator: Operator;
  value: string;
}

export type Joining = 'all' | 'any' | 'own';

export interface Draft {
  rows: Row[];
  joining: Joining;
  /** Used when the joining is the author's own. */
  logic: string;
}

const NO_VALUE: readonly Operator[] = ['isBlank', 'isNotBlank'];
const NUMBER_TYPES = ['int', 'integer', 'long', 'double', 'currency', 'percent'];
const NUMBER = /^-?\d+(\.\d+)?$/;

export function takesValue(operator: Operator): boolean {
  return !NO_VALUE.includes(operator);
}

/** Rows of a stored text; a text that cannot be read has none, so that the author begins anew. */
export function toDraft(text: string, nextId: () => number): Draft {
  const { criteria } = parseCriteria(text);
  const items = criteria?.items ?? [];
  const logic = criteria?.logic ?? '';
  return {
    rows: items.map(({ field, operator, value }) => ({
      id: nextId(),
      field,
      operator,
      value: [value ?? ''].flat().join('; ')
    })),
    joining: joiningOf(logic, items.length),
    logic
  };
}

/** The text to store, whether it is right or not; `c/criteria` and `c/criteriaCheck` judge it. */
export function toText({ rows, joining, logic }: Draft, typeOf: (field: string) => string): string {
  const items = rows.map((row) => toCriterion(row, typeOf(row.field)));
  const written = joining === 'own' ? logic : joining === 'any' ? anyOf(rows.length) : '';
  return printCriteria({
    items,
    ...(written && rows.length > 1 ? { logic: written } : {})
  } satisfies Criteria);
}

/** Without the row; in a logic of the author's own its number becomes a question mark, which shows as a problem. */
export function removeRow(draft: Draft, id: number): Draft {
  const removed = draft.rows.findIndex((row) => row.id === id) + 1;
  const logic = draft.logic.replace(/\d+/g, (digits) => {
    const item = Number(digits);
    return item === removed ? '?' : String(item > removed ? item - 1 : item);
  });
  return { ...draft, rows: draft.rows.filter((row) => row.id !== id), logic };
}

/** `1 OR 2 OR 3`: the same as "any of them". */
export function anyOf(count: number): string {
  return Array.from({ length: count }, (_none, index) => index + 1).join(' OR ');
}

/** `1 AND 2 AND 3`: where a logic of one's own begins. */
export function allOf(count: number): string {
  return anyOf(count).replaceAll('OR', 'AND');
}

function joiningOf(logic: string, count: number): Joining {
  if (!logic || logic === allOf(count)) {
    return 'all';
  }
  return logic === anyOf(count) ? 'any' : 'own';
}

function toCriterion({ field, operator, value }: Row, type: string): Criterion {
  if (!takesValue(operator)) {
    return { field, operator };
  }
  const values = value
    .split(';')
    .map((one) => one.trim())
    .filter(Boolean)
    .map((one) => toScalar(one, operator, type));
  return { field, operator, value: values.length > 1 ? values : (values[0] ?? '') };
}

function toScalar(text: string, operator: Operator, type: string): string | number | boolean {
  const kind = type.toLowerCase();
  if (kind === 'boolean' && (text === 'true' || text === 'false')) {
    return text === 'true';
  }
  const isNumber = NUMBER_TYPES.includes(kind) || operator === 'isChangedWithinDays';
  return isNumber && NUMBER.test(text) ? Number(text) : text;
}
