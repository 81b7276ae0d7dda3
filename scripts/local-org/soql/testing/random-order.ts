import fc from 'fast-check';
import type { FieldSchema, FieldValue } from '../../contract.ts';
import { COLOURS, isBefore, type Row } from './random-fields.ts';

/** A key of ORDER BY as SOQL and as a comparison of rows. */
export interface Key {
  soql: string;
  compare(one: Row, other: Row): number;
}

function sortKey({ name, type }: FieldSchema): fc.Arbitrary<Key> {
  const rank = (value: FieldValue): FieldValue => {
    if (type === 'picklist') return COLOURS.indexOf(String(value));
    return type === 'boolean' ? Number(value) : value;
  };
  return fc
    .record({ descending: fc.boolean(), nulls: fc.constantFrom('', ' NULLS FIRST', ' NULLS LAST') })
    .map(({ descending, nulls }) => ({
      soql: `${name}${descending ? ' DESC' : ''}${nulls}`,
      compare(one, other) {
        const [left, right] = [one[name], other[name]];
        if (left === null || right === null) {
          const nullFirst = nulls === ' NULLS LAST' ? 1 : -1;
          return Number(left !== null) - Number(right !== null) === 0
            ? 0
            : left === null
              ? nullFirst
              : -nullFirst;
        }
        const ascending = isBefore(rank(left), rank(right)) ? -1 : isBefore(rank(right), rank(left)) ? 1 : 0;
        return descending ? -ascending : ascending;
      }
    }));
}

export function sortKeys(fields: FieldSchema[]): fc.Arbitrary<Key[]> {
  const sortable = fields.filter(({ type }) => type !== 'multipicklist');
  return fc.subarray(sortable).chain((chosen) => fc.tuple(...chosen.map(sortKey)));
}
