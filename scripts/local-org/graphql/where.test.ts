import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { at, graphql, made, planOrg } from '../ui-api/testing.ts';

const org = planOrg();
after(() => org.close());

const acme = made(org, 'rep', 'Account', { Name: 'Acme', Industry: 'Technology' });
const zeta = made(org, 'rep', 'Account', { Name: 'Zeta' });
const a = made(org, 'rep', 'Plan__c', {
  Name: 'Alpha',
  Account__c: acme,
  Budget__c: 100,
  Score__c: 1.5,
  Due__c: '2026-11-18',
  Met__c: '2026-11-18T02:00:00.000Z',
  Topics__c: 'Price;Risk',
  Urgent__c: true
});
const b = made(org, 'rep', 'Plan__c', {
  Name: 'beta 100%',
  Account__c: zeta,
  Budget__c: 200,
  Due__c: '2026-10-02',
  Met__c: '2025-12-31T20:00:00.000Z',
  Topics__c: 'Risk',
  Stage__c: 'Done'
});
const c = made(org, 'rep', 'Plan__c', { Name: "O'Hara \\ co_op", Before__c: a });

/** The Ids of the plans that a filter lets through, as letters. */
async function matching(where: string, variables?: Record<string, unknown>): Promise<string> {
  const query = `query Q($value: String) { uiapi { query { Plan__c(where: ${where}) { edges { node { Id } } } } } }`;
  const used = where.includes('$value') ? query : query.replace(' Q($value: String)', '');
  const { data, errors } = await graphql(org, 'rep', used, variables);
  assert.deepEqual(errors, []);
  const letters = new Map([
    [a, 'a'],
    [b, 'b'],
    [c, 'c']
  ]);
  return (at(data, 'uiapi.query.Plan__c.edges') as unknown[])
    .map((edge) => letters.get(String(at(edge, 'node.Id'))))
    .sort()
    .join('');
}

// The clock stands at 2026-11-18T12:00Z; the rep is in Los Angeles, where Met__c of a is still the 17th.
const CASES: [where: string, expected: string][] = [
  ['{}', 'abc'],
  ['{ Name: { eq: "ALPHA" } }', 'a'],
  ['{ Name: { ne: "Alpha" } }', 'bc'],
  ['{ Name: { like: "%a" } }', 'a'],
  ['{ Name: { like: "%100\\\\%" } }', 'b'],
  ['{ Name: { like: "%co\\\\_op" } }', 'c'],
  ['{ Name: { in: ["alpha", "Gamma"] } }', 'a'],
  ['{ Name: { nin: ["alpha"] } }', 'bc'],
  ['{ Name: { gt: "b" } }', 'bc'],
  ['{ Budget__c: { eq: 100 } }', 'a'],
  ['{ Budget__c: { gte: 100, lt: 200 } }', 'a'],
  ['{ Budget__c: { eq: null } }', 'c'],
  ['{ Budget__c: { ne: null } }', 'ab'],
  ['{ Budget__c: { ne: 100 } }', 'bc'],
  ['{ Budget__c: { in: [100, 200.0] } }', 'ab'],
  ['{ Urgent__c: { eq: true } }', 'a'],
  ['{ Urgent__c: { ne: true } }', 'bc'],
  ['{ Stage__c: { eq: "Done" } }', 'b'],
  ['{ Topics__c: { includes: ["Price"] } }', 'a'],
  ['{ Topics__c: { includes: ["Price;Risk", "None"] } }', 'a'],
  ['{ Topics__c: { excludes: ["Price"] } }', 'bc'],
  [`{ Id: { in: ["${a.slice(0, 15)}", "${c}"] } }`, 'ac'],
  ['{ Due__c: { eq: { value: "2026-11-18" } } }', 'a'],
  ['{ Due__c: { eq: { literal: TODAY } } }', 'a'],
  ['{ Due__c: { lt: { literal: THIS_MONTH } } }', 'b'],
  ['{ Due__c: { eq: { range: { last_n_months: 1 } } } }', 'b'],
  ['{ Due__c: { in: [{ literal: TODAY }, { value: "2026-10-02" }] } }', 'ab'],
  ['{ Due__c: { nin: [{ literal: TODAY }] } }', 'bc'],
  ['{ Due__c: { eq: { value: null } } }', 'c'],
  ['{ Due__c: { CALENDAR_MONTH: { value: { in: [10, 12] } } } }', 'b'],
  ['{ Met__c: { gt: { value: "2026-01-01T00:00:00Z" } } }', 'a'],
  ['{ Met__c: { eq: { literal: YESTERDAY } } }', 'a'],
  ['{ Met__c: { eq: { literal: TODAY } } }', ''],
  ['{ Met__c: { eq: { range: { n_years_ago: 1 } } } }', 'b'],
  ['{ Met__c: { DAY_ONLY: { value: { eq: "2026-11-18" } } } }', 'a'],
  ['{ Met__c: { DAY_ONLY: { convertTimezoneValue: { eq: "2026-11-17" } } } }', 'a'],
  ['{ Account__r: { Name: { eq: "Acme" } } }', 'a'],
  ['{ Account__r: { Industry: { eq: null } } }', 'bc'],
  ['{ Account__r: { Owner: { Name: { like: "Robin%" } } } }', 'ab'],
  ['{ Before__r: { Account__r: { Name: { eq: "Acme" } } } }', 'c'],
  ['{ Owner: { User: { Name: { eq: "Robin Rep" } } } }', 'abc'],
  ['{ Owner: { Group: { Name: { ne: null } } } }', ''],
  ['{ and: [{ Budget__c: { gt: 50 } }, { Name: { like: "b%" } }] }', 'b'],
  ['{ or: [{ Budget__c: { eq: 100 } }, { Name: { like: "O%" } }] }', 'ac'],
  ['{ not: { Name: { eq: "Alpha" } } }', 'bc'],
  ['{ not: { or: [{ Urgent__c: { eq: true } }, { Stage__c: { eq: "Done" } }] } }', 'c'],
  ['{ Stage__c: { eq: "Open" }, or: [{ Budget__c: { eq: 100 } }, { Budget__c: { eq: 200 } }] }', 'a'],
  ['{ Account__c: { inq: { Account: { Name: { eq: "Zeta" } }, ApiName: "Id" } } }', 'b'],
  ['{ Account__c: { ninq: { Account: { Name: { eq: "Zeta" } }, ApiName: "Id" } } }', 'ac']
];

for (const [where, expected] of CASES) {
  test(`${where} lets ${expected || 'nothing'} through`, async () => {
    assert.equal(await matching(where), expected);
  });
}

test('parents are found by their children, and by having none', async () => {
  const names = async (where: string): Promise<unknown> => {
    const query = `{ uiapi { query { Account(where: ${where}) { edges { node { DisplayValue } } } } } }`;
    const { data, errors } = await graphql(org, 'rep', query);
    assert.deepEqual(errors, []);
    return (at(data, 'uiapi.query.Account.edges') as unknown[]).map((edge) => at(edge, 'node.DisplayValue'));
  };
  const done = '{ Plan__c: { Stage__c: { eq: "Done" } }, ApiName: "Account__c" }';
  assert.deepEqual(await names(`{ Id: { inq: ${done} } }`), ['Zeta']);
  assert.deepEqual(await names(`{ Id: { ninq: ${done} } }`), ['Acme']);
});

const HOSTILE = ["O'Hara \\ co_op", "' OR Name != '", "\\' OR Name != '", 'x\nAND', '\\'];

for (const value of HOSTILE) {
  test(`the text ${JSON.stringify(value)} is only ever text`, async () => {
    assert.equal(
      await matching('{ Name: { eq: $value } }', { value }),
      value === "O'Hara \\ co_op" ? 'c' : ''
    );
  });
}

const REFUSED: [where: string, message: RegExp][] = [
  [
    '{ Due__c: { eq: { value: "2026-01-01", literal: TODAY } } }',
    /^Field 'Due__c' needs exactly one of 'value', 'literal' and 'range'$/
  ],
  ['{ Due__c: { eq: {} } }', /^Field 'Due__c' needs exactly one of 'value', 'literal' and 'range'$/],
  ['{ Name: { in: [] } }', /^The list of 'in' is empty$/],
  [
    '{ Id: { inq: { Plan__c: {}, ApiName: "Secret__c" } } }',
    /^'inq' needs one object with its filter, and in 'ApiName' the field that holds the Id$/
  ],
  [
    '{ Account__r: { Description: { like: "%x%" } } }',
    /field 'Description' can not be filtered in a query call/
  ]
];

for (const [where, message] of REFUSED) {
  test(`${where} is refused`, async () => {
    const query = `{ uiapi { query { Plan__c(where: ${where}) { totalCount } } } }`;
    const { errors } = await graphql(org, 'rep', query);
    assert.equal(errors.length, 1);
    assert.match(errors[0].message, message);
    assert.equal(errors[0].extensions.ErrorType, 'DataFetchingException');
  });
}
