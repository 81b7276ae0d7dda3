import type { FieldSchema } from '../contract.ts';
import type { Compilation } from './compilation.ts';
import { refuseAt } from './refusals.ts';
import type { Column } from './scope.ts';
import type { Comparison, Literal } from './statement.ts';

/** Refuses toLabel() of a field that has no labels. */
export function requireLabels(compilation: Compilation, column: Column): void {
  if (column.field.picklist) return;
  const message = `field ${column.field.name} does not support function toLabel`;
  throw refuseAt('MALFORMED_QUERY', compilation.soql, column.at, message);
}

/** From value to label; of several values joined by `;`, each by itself. */
export function labeller(field: FieldSchema): (value: string) => string {
  const labels = new Map(field.picklist?.values.map(({ value, label }) => [value, label]));
  const labelOf = (value: string): string => labels.get(value) ?? value;
  if (field.type !== 'multipicklist') return labelOf;
  return (value) => value.split(';').map(labelOf).join(';');
}

/** `toLabel(Status) = 'Label'` as a comparison of the values that bear the label. */
export function byValue(comparison: Comparison, field: FieldSchema): Comparison {
  const values = comparison.values.flatMap((literal): Literal[] => {
    if (literal.kind !== 'string') return [literal];
    const wanted = literal.text.toLowerCase();
    const found = (field.picklist?.values ?? []).filter(({ label }) => label.toLowerCase() === wanted);
    if (found.length === 0) return [literal];
    return found.map(({ value }) => ({ kind: 'string', text: value, pattern: value }));
  });
  const several = { '=': 'IN', '!=': 'NOT IN' } as const;
  const { operator } = comparison;
  return operator === '=' || operator === '!='
    ? { ...comparison, operator: several[operator], values }
    : { ...comparison, values };
}
