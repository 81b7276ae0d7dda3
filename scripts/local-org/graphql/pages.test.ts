import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { at, graphql, made, planOrg } from '../ui-api/testing.ts';
import { cursorOf, pageOf, pageWindow } from './pages.ts';

const org = planOrg();
after(() => org.close());

for (let index = 0; index < 25; index += 1) {
  made(org, 'rep', 'Plan__c', { Name: `Plan ${String(index).padStart(2, '0')}` });
}

async function page(args: string): Promise<unknown> {
  const { data, errors } = await graphql(
    org,
    'rep',
    `{ uiapi { query { Plan__c(${args} orderBy: { Name: { order: ASC } }) { edges { node { DisplayValue } cursor }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount pageResultCount } } } }`
  );
  assert.deepEqual(errors, []);
  return at(data, 'uiapi.query.Plan__c');
}

test('without `first` a page has ten rows', async () => {
  const answer = await page('');
  assert.equal((at(answer, 'edges') as unknown[]).length, 10);
  assert.deepEqual(at(answer, 'pageInfo'), {
    hasNextPage: true,
    hasPreviousPage: false,
    startCursor: 'djE6MA==',
    endCursor: 'djE6OQ=='
  });
  assert.equal(at(answer, 'totalCount'), 25);
  assert.equal(at(answer, 'pageResultCount'), 10);
});

test('pages follow each other without gap or overlap', async () => {
  const seen: unknown[] = [];
  let after = '';
  for (;;) {
    const answer = await page(`first: 10 ${after}`);
    seen.push(...(at(answer, 'edges') as unknown[]).map((edge) => at(edge, 'node.DisplayValue')));
    if (at(answer, 'pageInfo.hasNextPage') !== true) break;
    after = `after: "${String(at(answer, 'pageInfo.endCursor'))}"`;
  }
  assert.deepEqual(
    seen,
    Array.from({ length: 25 }, (_, index) => `Plan ${String(index).padStart(2, '0')}`)
  );
});

test('an empty page has no cursors', async () => {
  const answer = await page('where: { Name: { eq: "Nowhere" } }');
  assert.deepEqual(at(answer, 'pageInfo'), {
    hasNextPage: false,
    hasPreviousPage: false,
    startCursor: null,
    endCursor: null
  });
});

test('an upper bound ends paging before the rows do', () => {
  const rows = Array.from({ length: 500 }, (_, index) => index);
  const window = pageWindow({ first: 200, after: cursorOf(199), upperBound: 300 });
  const { entries, pageInfo, totalCount } = pageOf(rows, window);
  assert.deepEqual(
    [entries.length, entries[0].entry, pageInfo.hasNextPage, totalCount],
    [100, 200, false, 300]
  );
});

const REFUSED: [args: string, message: string][] = [
  ['first: 2001', "'first' must be from 0 to 2000, not 2001"],
  ['first: -1', "'first' must be from 0 to 2000, not -1"],
  ['first: 10, upperBound: 500', "'first' must be from 200 to 2000 when 'upperBound' is set, not 10"],
  ['after: "nonsense"', "The cursor 'nonsense' of 'after' is invalid"],
  [`after: "${cursorOf(2000)}"`, "Maximum SOQL offset allowed is 2000; set 'upperBound' to page further"]
];

for (const [args, message] of REFUSED) {
  test(`${args} is refused`, async () => {
    const { data, errors } = await graphql(
      org,
      'rep',
      `{ uiapi { query { Plan__c(${args}) { totalCount } } } }`
    );
    assert.deepEqual(data, { uiapi: { query: { Plan__c: null } } });
    assert.equal(errors.length, 1);
    assert.equal(errors[0].message, message);
    assert.deepEqual(errors[0].paths, ['uiapi', 'query', 'Plan__c']);
    assert.equal(errors[0].extensions.ErrorType, 'DataFetchingException');
  });
}
