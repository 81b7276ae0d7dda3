import fc from 'fast-check';
import type { FieldSchema, FieldValue } from '../../contract.ts';
import { makeField, values, type Row } from './random-fields.ts';

// Random groupings, and what a plain evaluator makes of them.

const GROUPABLE = ['string', 'boolean', 'date', 'picklist'] as const;
const SUBTOTALS = ['', 'ROLLUP', 'CUBE'] as const;

export interface Grouping {
  fields: FieldSchema[];
  amount: FieldSchema;
  rows: Row[];
  subtotals: (typeof SUBTOTALS)[number];
}

export const grouping: fc.Arbitrary<Grouping> = fc
  .array(fc.constantFrom(...GROUPABLE), { minLength: 1, maxLength: 3 })
  .map((kinds) => kinds.map((kind, index) => makeField(kind, `F${index}_${kind}__c`)))
  .chain((fields) => {
    const amount = makeField('double', 'Amount__c');
    const row = Object.fromEntries([...fields, amount].map(({ name, type }) => [name, values(type)]));
    return fc.record({
      fields: fc.constant(fields),
      amount: fc.constant(amount),
      rows: fc.array(fc.record(row) as fc.Arbitrary<Row>, { maxLength: 12 }),
      subtotals: fc.constantFrom(...SUBTOTALS)
    });
  });

export function soqlOf({ fields, subtotals }: Grouping): string {
  const names = fields.map(({ name }) => name);
  const flags = subtotals === '' ? [] : names.map((name, place) => `GROUPING(${name}) g${place}`);
  const selected = [...names, ...flags, 'COUNT(Id) n', 'SUM(Amount__c) total'];
  const by = subtotals === '' ? names.join(', ') : `${subtotals}(${names.join(', ')})`;
  return `SELECT ${selected.join(', ')} FROM Thing GROUP BY ${by}`;
}

/** Whether a level that keeps the fields at these places is part of the grouping. */
function isLevel(kept: readonly boolean[], subtotals: Grouping['subtotals']): boolean {
  if (subtotals === 'CUBE') return true;
  if (subtotals === '') return kept.every(Boolean);
  return kept.every((one, place) => !one || place === 0 || kept[place - 1]);
}

function levelsOf({ fields, subtotals }: Grouping): boolean[][] {
  return Array.from({ length: 2 ** fields.length }, (_, bits) =>
    fields.map((_field, place) => ((bits >> place) & 1) === 0)
  ).filter((kept) => isLevel(kept, subtotals));
}

/** One line a group, in no order: its values (text in lower case), its flags, how many and how much. */
export function groupsOf(given: Grouping): string[] {
  const { fields, amount, rows, subtotals } = given;
  return levelsOf(given)
    .flatMap((kept) => {
      const keyOf = (row: Row): string =>
        line(
          fields.map(({ name }, place) => (kept[place] ? row[name] : null)),
          subtotals === '' ? [] : kept.map((one) => (one ? 0 : 1))
        );
      return [...Map.groupBy(rows, keyOf)].map(([key, members]) => {
        const amounts = members.flatMap((row) => row[amount.name] ?? []).map(Number);
        const total = amounts.length > 0 ? amounts.reduce((sum, one) => sum + one) : null;
        return `${key} ${members.length} ${total}`;
      });
    })
    .sort();
}

export function line(group: readonly FieldValue[], flags: readonly FieldValue[]): string {
  return JSON.stringify([group, flags]).toLowerCase();
}
