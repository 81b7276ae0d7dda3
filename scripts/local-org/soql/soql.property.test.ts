import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { standardObject } from '../catalogue/object.ts';
import type { FieldValue } from '../contract.ts';
import { createBench } from './testing/bench.ts';
import { condition } from './testing/random-conditions.ts';
import { KINDS, makeField, values, type Row } from './testing/random-fields.ts';
import { grouping, groupsOf, line, soqlOf } from './testing/random-groups.ts';
import { sortKeys } from './testing/random-order.ts';

const scenario = fc
  .array(fc.constantFrom(...KINDS), { minLength: 1, maxLength: 5 })
  .map((kinds) => kinds.map((kind, index) => makeField(kind, `F${index}_${kind}__c`)))
  .chain((fields) => {
    return fc.record({
      fields: fc.constant(fields),
      rows: fc.array(
        fc.record(
          Object.fromEntries(fields.map(({ name, type }) => [name, values(type)]))
        ) as fc.Arbitrary<Row>,
        { maxLength: 12 }
      ),
      where: condition(fields, 3),
      keys: sortKeys(fields),
      limit: fc.option(fc.nat(12)),
      offset: fc.option(fc.nat(4))
    });
  });

test('WHERE, ORDER BY, LIMIT and OFFSET give what a plain evaluator gives', () => {
  fc.assert(
    fc.property(scenario, ({ fields, rows, where, keys, limit, offset }) => {
      const thing = standardObject('Thing', 'T00', ['Thing', 'Things'], { audit: 'none' }, fields);
      const bench = createBench({ objects: [thing] });
      const stored: Row[] = rows.map((row) => ({ ...row, Id: bench.insert('Thing', row) }));

      const order = [...keys.map(({ soql }) => soql), 'Id'].join(', ');
      const bounds = `${limit === null ? '' : ` LIMIT ${limit}`}${offset === null ? '' : ` OFFSET ${offset}`}`;
      const soql = `SELECT Id FROM Thing WHERE ${where.soql} ORDER BY ${order}${bounds}`;

      const expected = stored
        .filter(where.holds)
        .sort((one, other) => {
          for (const key of keys) {
            const result = key.compare(one, other);
            if (result !== 0) return result;
          }
          return String(one.Id) < String(other.Id) ? -1 : 1;
        })
        .slice(offset ?? 0, limit === null ? undefined : (offset ?? 0) + limit)
        .map(({ Id }) => Id);

      assert.deepEqual(bench.values(soql, 'Id'), expected, soql);
      bench.close();
    }),
    { numRuns: 150, seed: 20261121 }
  );
});

test('GROUP BY, ROLLUP and CUBE give the groups that a plain evaluator gives', () => {
  fc.assert(
    fc.property(grouping, (given) => {
      const { fields, amount, rows } = given;
      const thing = standardObject('Thing', 'T00', ['Thing', 'Things'], { audit: 'none' }, [
        ...fields,
        amount
      ]);
      const bench = createBench({ objects: [thing] });
      for (const row of rows) bench.insert('Thing', row);
      const soql = soqlOf(given);
      const actual = bench.run(soql).records.map((record) => {
        const value = (key: string) => record[key] as FieldValue;
        const flags = fields.flatMap((_field, place) => (`g${place}` in record ? [value(`g${place}`)] : []));
        return `${line(
          fields.map(({ name }) => value(name)),
          flags
        )} ${value('n')} ${value('total')}`;
      });
      assert.deepEqual(actual.sort(), groupsOf(given), soql);
      bench.close();
    }),
    { numRuns: 150, seed: 20261122 }
  );
});
