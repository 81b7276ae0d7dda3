import type { VisibilityRule } from './model.ts';

export type Lookup = (expression: string) => string | number | boolean | null | undefined;

const REFERENCE = /^\{!(.+)\}$/;
const RECORD = /^\{!Record\.(.+)\}$/;

function holds(left: ReturnType<Lookup>, operator: string, right: string): boolean {
  const text = String(left ?? '');
  const [a, b] = [Number(text), Number(right)];
  const areNumbers = text !== '' && right !== '' && !Number.isNaN(a) && !Number.isNaN(b);
  const order = areNumbers ? a - b : text.localeCompare(right);
  switch (operator) {
    case 'NE':
      return text !== right;
    case 'CONTAINS':
      return text.includes(right);
    case 'GT':
      return order > 0;
    case 'GE':
      return order >= 0;
    case 'LT':
      return order < 0;
    case 'LE':
      return order <= 0;
    default:
      return text === right;
  }
}

/** `1 AND (2 OR 3)` with the results of the conditions in place of their numbers. */
function combine(filter: string, results: readonly boolean[]): boolean {
  const tokens = filter.toUpperCase().match(/\d+|AND|OR|NOT|\(|\)/g) ?? [];
  let index = 0;
  const factor = (): boolean => {
    const token = tokens[index++];
    if (token === 'NOT') {
      return !factor();
    }
    if (token === '(') {
      const inside = disjunction();
      index += 1;
      return inside;
    }
    return results[Number(token) - 1] ?? false;
  };
  const chain = (
    operator: string,
    next: () => boolean,
    join: (a: boolean, b: boolean) => boolean
  ): boolean => {
    let result = next();
    while (tokens[index] === operator) {
      index += 1;
      result = join(result, next());
    }
    return result;
  };
  const conjunction = (): boolean => chain('AND', factor, (a, b) => a && b);
  const disjunction = (): boolean => chain('OR', conjunction, (a, b) => a || b);
  return disjunction();
}

/** Whether a component with this rule is shown. `lookup` knows `Record.StageName`, `$Client.FormFactor` … */
export function isVisible(rule: VisibilityRule | null, lookup: Lookup): boolean {
  if (rule === null) {
    return true;
  }
  const results = rule.criteria.map(({ left, operator, right }) =>
    holds(lookup(REFERENCE.exec(left)?.[1] ?? left), operator, right)
  );
  return rule.filter === null ? results.every(Boolean) : combine(rule.filter, results);
}

/** The fields of the record that a rule looks at. */
export function recordFields(rule: VisibilityRule | null): string[] {
  return (rule?.criteria ?? []).flatMap(({ left }) => RECORD.exec(left)?.[1] ?? []);
}
