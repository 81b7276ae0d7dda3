import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import {
  GraphqlCache,
  type GraphqlAnswer,
  type GraphqlProvision,
  type GraphqlRequest
} from './graphqlCache.ts';

const QUERY: GraphqlRequest = { query: 'query { uiapi { currentUser { Id } } }', variables: { first: 1 } };
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function setUp(...answers: (GraphqlAnswer | object)[]) {
  const requests: GraphqlRequest[] = [];
  const cache = new GraphqlCache((request) => {
    requests.push(request);
    const answer = answers.shift() ?? {};
    return 'status' in answer ? Promise.reject(answer) : Promise.resolve(answer);
  });
  const seen: GraphqlProvision[] = [];
  return { cache, requests, seen, emit: (provision: GraphqlProvision) => seen.push(provision) };
}

describe('GraphqlCache', () => {
  it('asks once for two who want the same, and shares the refresh of one with the other', async () => {
    const { cache, requests, seen, emit } = setUp({ data: { n: 1 } }, { data: { n: 2 } });
    cache.observe(QUERY, emit);
    const other: unknown[] = [];
    cache.observe({ ...QUERY }, ({ data }) => other.push(data));
    await settled();
    await seen[0].refresh?.();
    assert.equal(requests.length, 2);
    assert.deepEqual(
      seen.map(({ data }) => data),
      [{ n: 1 }, { n: 2 }]
    );
    assert.deepEqual(other, [{ n: 1 }, { n: 2 }]);
  });

  it('asks again for another variable, and after the last observer has left', async () => {
    const { cache, requests, emit } = setUp({}, {}, {});
    const stop = cache.observe(QUERY, emit);
    cache.observe({ ...QUERY, variables: { first: 2 } }, emit);
    stop();
    cache.observe(QUERY, emit);
    await settled();
    assert.equal(requests.length, 3);
  });

  it('refreshes only the queries that have shown a record', async () => {
    const { cache, requests, emit } = setUp(
      { data: { Id: 'a01A' } },
      { data: { Id: 'a02A' } },
      { data: { Id: 'a02A' } }
    );
    cache.observe(QUERY, emit);
    cache.observe({ query: 'query { other }' }, emit);
    await settled();
    await cache.refreshRecords(['a02A']);
    assert.deepEqual(
      requests.map(({ query }) => query),
      [QUERY.query, 'query { other }', 'query { other }']
    );
  });

  it('gives no empty data beside errors, and no empty errors beside data', async () => {
    const { cache } = setUp(
      { data: {}, errors: [{ message: 'No such field' }] },
      { data: { n: 1 }, errors: [] }
    );
    assert.deepEqual(await cache.execute(QUERY), { data: undefined, errors: [{ message: 'No such field' }] });
    assert.deepEqual(await cache.execute(QUERY), { data: { n: 1 }, errors: undefined });
  });

  it('turns a failed call into errors, for queries and mutations', async () => {
    const refusal = {
      status: 503,
      statusText: 'Service Unavailable',
      body: [{ message: 'Server too busy' }]
    };
    const { cache, seen, emit } = setUp(refusal, { status: 0, statusText: 'Disconnected', body: undefined });
    cache.observe(QUERY, emit);
    await settled();
    assert.deepEqual(seen[0].errors, [{ message: 'Server too busy' }]);
    assert.equal(seen[0].data, undefined);
    assert.deepEqual(await cache.execute(QUERY), {
      data: undefined,
      errors: [{ message: '0 Disconnected' }]
    });
  });
});
