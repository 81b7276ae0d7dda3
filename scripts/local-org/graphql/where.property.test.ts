import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { at, graphql, made, planOrg } from '../ui-api/testing.ts';

// Whatever filter is asked, GraphQL and SOQL answer with the same records. The SOQL below is written on its own,
// straight from the filter's meaning, and shares nothing with the translation under test.

const org = planOrg();
after(() => org.close());

const TEXTS = ['Alpha', 'alpha beta', "O'Hara", '100%', 'a_b', 'back\\slash', ''];
const NUMBERS = [-1, 0, 0.5, 10, 99.5];
const DAYS = ['2026-11-17', '2026-11-18', '2026-01-01', '2025-12-31'];
const INSTANTS = ['2026-11-18T05:00:00.000Z', '2026-11-18T12:00:00.000Z', '2025-12-31T23:30:00.000Z'];
const STAGES = ['Open', 'Done'];

const accounts = ['Acme', "O'Hara"].map((name) => made(org, 'rep', 'Account', { Name: name }));
for (let index = 0; index < 40; index += 1) {
  const pick = <T>(values: readonly T[], step: number): T | null =>
    index % (step + 2) === 0 ? null : values[(index * step) % values.length];
  made(org, index % 5 === 0 ? 'rep2' : 'rep', 'Plan__c', {
    Name: `${TEXTS[index % TEXTS.length]} ${index}`,
    Key__c: `key-${index}`,
    Account__c: pick(accounts, 1),
    Stage__c: pick(STAGES, 3) ?? 'Open',
    Budget__c: pick(NUMBERS, 2),
    Due__c: pick(DAYS, 3),
    Met__c: pick(INSTANTS, 5),
    Urgent__c: index % 3 === 0
  });
}

interface Filter {
  graphql: object;
  soql: string;
}

const quote = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

const SIGNS = { eq: '=', ne: '!=', lt: '<', lte: '<=', gt: '>', gte: '>=' } as const;
const sign = fc.constantFrom(...(Object.keys(SIGNS) as (keyof typeof SIGNS)[]));
const equality = fc.constantFrom('eq' as const, 'ne' as const);
const set = fc.constantFrom(['in', 'IN'] as const, ['nin', 'NOT IN'] as const);

/** A comparison of a field below a path such as `Account__r.Name`. */
function leaf(path: string, operator: string, value: unknown, soql: string): Filter {
  const nested = path
    .split('.')
    .reduceRight<object>((inner, name) => ({ [name]: inner }), { [operator]: value });
  return { graphql: nested, soql: `${path} ${soql}` };
}

function compared<T>(
  path: string,
  values: readonly T[],
  write: (value: T) => string,
  wrap: (value: T) => unknown = (value) => value
): fc.Arbitrary<Filter>[] {
  const value = fc.constantFrom(...values);
  return [
    fc.tuple(sign, value).map(([operator, given]) => {
      return leaf(path, operator, wrap(given), `${SIGNS[operator]} ${write(given)}`);
    }),
    equality.map((operator) => leaf(path, operator, null, `${SIGNS[operator]} null`))
  ];
}

function listed<T>(path: string, values: readonly T[], write: (value: T) => string): fc.Arbitrary<Filter> {
  const some = fc.subarray([...values], { minLength: 1 });
  return fc
    .tuple(set, some)
    .map(([[operator, word], given]) =>
      leaf(path, operator, given, `${word} (${given.map(write).join(', ')})`)
    );
}

const names = TEXTS.filter(Boolean);
const leaves = fc.oneof(
  ...compared('Name', names, quote),
  ...compared('Budget__c', NUMBERS, String),
  ...compared('Due__c', DAYS, String, (value) => ({ value })),
  ...compared('Met__c', INSTANTS, String, (value) => ({ value })),
  ...compared('Account__r.Name', ['Acme', "O'Hara"], quote),
  listed('Stage__c', STAGES, quote),
  listed('Budget__c', NUMBERS, String),
  listed('Account__r.Name', ['Acme', "O'Hara"], quote),
  fc.tuple(equality, fc.boolean()).map(([operator, value]) => {
    return leaf('Urgent__c', operator, value, `${SIGNS[operator]} ${value}`);
  }),
  fc.constantFrom('%a%', 'alpha%', "%'%", '%\\%%', '%\\_%', '_l%').map((pattern) => {
    return leaf('Name', 'like', pattern, `LIKE '${pattern.replaceAll("'", "\\'")}'`);
  }),
  fc.tuple(sign, fc.constantFrom('TODAY', 'THIS_YEAR', 'LAST_WEEK')).map(([operator, literal]) => {
    return leaf('Met__c', operator, { literal }, `${SIGNS[operator]} ${literal}`);
  }),
  fc.tuple(sign, fc.integer({ min: 1, max: 400 })).map(([operator, days]) => {
    return leaf(
      'Due__c',
      operator,
      { range: { last_n_days: days } },
      `${SIGNS[operator]} LAST_N_DAYS:${days}`
    );
  })
);

const { filter } = fc.letrec<{ filter: Filter }>((tie) => {
  const parts = fc.array(tie('filter'), { minLength: 1, maxLength: 3 });
  return {
    filter: fc.oneof(
      { depthSize: 'small' },
      leaves,
      fc.tuple(fc.constantFrom('and', 'or'), parts).map(([word, inner]) => ({
        graphql: { [word]: inner.map((part) => part.graphql) },
        soql: `(${inner.map((part) => part.soql).join(` ${word.toUpperCase()} `)})`
      })),
      tie('filter').map((inner) => ({ graphql: { not: inner.graphql }, soql: `(NOT ${inner.soql})` }))
    )
  };
});

const QUERY = `query Q($where: Plan__c_Filter) {
  uiapi { query { Plan__c(where: $where, first: 100) { edges { node { Id } } } } }
}`;

async function throughGraphql(persona: string, where: object): Promise<string[]> {
  const { data, errors } = await graphql(org, persona, QUERY, { where });
  assert.deepEqual(errors, []);
  return (at(data, 'uiapi.query.Plan__c.edges') as unknown[]).map((edge) => String(at(edge, 'node.Id')));
}

function throughSoql(persona: string, condition: string): string[] {
  const soql = `SELECT Id FROM Plan__c WHERE ${condition}`;
  const { records } = org.org.queries.run(org.user(persona), soql, { apiVersion: '66.0' });
  return records.map(({ Id }) => String(Id));
}

test('a filter finds the same records through GraphQL and SOQL', async () => {
  const property = fc.asyncProperty(
    filter,
    fc.constantFrom('rep', 'rep2', 'admin'),
    async ({ graphql: where, soql }, persona) => {
      const found = await throughGraphql(persona, where);
      assert.deepEqual(found.toSorted(), throughSoql(persona, soql).toSorted());
    }
  );
  await fc.assert(property, { numRuns: 200, seed: 20261118 });
});
