import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FaultProblem } from './fault.ts';
import { createFaults } from './faults.ts';
import { pathMatcher } from './paths.ts';
import { readFault } from './read-fault.ts';

const request = { method: 'GET', path: '/services/data/v66.0/query' };

test('a fault lets some requests pass, meets some, and is then used up', () => {
  const faults = createFaults();
  faults.add({ kind: 'answerLost', path: '/services/data', after: 2, count: 2 });
  const met = Array.from({ length: 6 }, () => faults.meet(request, ['answerLost'])?.kind);
  assert.deepEqual(met, [undefined, undefined, 'answerLost', 'answerLost', undefined, undefined]);
  assert.deepEqual(faults.list(), [
    { id: '1', kind: 'answerLost', path: '/services/data', after: 2, count: 2, met: 2 }
  ]);
});

test('faults meet requests in the order of adding', () => {
  const faults = createFaults();
  faults.add({ kind: 'status', status: 503, path: '/services/data' });
  faults.add({ kind: 'answerLost', path: '/services/data' });
  const met = Array.from({ length: 3 }, () => faults.meet(request, ['status', 'answerLost'])?.kind);
  assert.deepEqual(met, ['status', 'answerLost', undefined]);
});

test('a fault of another kind, method or path keeps its count', () => {
  const faults = createFaults();
  faults.add({ kind: 'answerLost', path: '/services/data', method: 'post' });
  assert.equal(faults.meet(request, ['answerLost']), undefined);
  assert.equal(faults.meet({ method: 'POST', path: '/services/oauth2/token' }, ['answerLost']), undefined);
  assert.equal(faults.meet({ ...request, method: 'POST' }, ['status', 'reset']), undefined);
  assert.equal(faults.meet({ ...request, method: 'POST' }, ['answerLost'])?.kind, 'answerLost');
});

test('faults are taken away one by one or all at once', () => {
  const faults = createFaults();
  const first = faults.add({ kind: 'answerLost', path: '/' });
  const second = faults.add({ kind: 'answerCut', path: '/' });
  assert.equal(faults.remove(first.id), true);
  assert.equal(faults.remove(first.id), false);
  assert.deepEqual(
    faults.list().map(({ id }) => id),
    [second.id]
  );
  faults.clear();
  assert.deepEqual(faults.list(), []);
});

test('a path means itself and what is below it; with stars it fits as a whole', () => {
  const cases: [pattern: string, fits: string[], others: string[]][] = [
    ['/services/data', ['/services/data', '/services/data/v66.0'], ['/services/database', '/services']],
    ['/services/data/', ['/services/data/v66.0'], ['/services/database']],
    ['/', ['/services'], []],
    [
      '/services/data/*/jobs/ingest/*',
      ['/services/data/v66.0/jobs/ingest/750'],
      ['/services/data/v66.0/jobs/ingest', '/services/data/v66.0/jobs/ingest/750/batches']
    ],
    [
      '/services/data/v*/query',
      ['/services/data/v66.0/query'],
      ['/services/data/v66.0/query/01g', '/services/data/v/query']
    ],
    ['/services/**/batches', ['/services/data/v66.0/jobs/ingest/750/batches'], ['/services/data']],
    ['/**', ['/', '/services/data'], []],
    ['/a.c/*', ['/a.c/x'], ['/abc/x']]
  ];
  for (const [pattern, fits, others] of cases) {
    const matches = pathMatcher(pattern);
    for (const path of fits) assert.ok(matches(path), `${pattern} fits ${path}`);
    for (const path of others) assert.ok(!matches(path), `${pattern} does not fit ${path}`);
  }
});

test('what no fault can be is refused with what to write instead', () => {
  const refusals: [body: Record<string, unknown>, message: string][] = [
    [
      { path: '/' },
      'kind has to be one of status, reset, answerLost, answerCut, slowAnswer, sessionExpired, recordsRefused'
    ],
    [{ kind: 'answerLost' }, 'path is missing: a path that begins with /'],
    [{ kind: 'answerLost', path: 'services' }, 'path has to be a path that begins with /'],
    [{ kind: 'answerLost', path: '/', method: 'P T' }, 'method has to be a method such as PUT'],
    [{ kind: 'answerLost', path: '/', count: 0 }, 'count has to be a whole number from 1'],
    [{ kind: 'answerLost', path: '/', after: -1 }, 'after has to be a whole number from 0'],
    [{ kind: 'status', path: '/' }, 'status is missing: a whole number from 400 to 599'],
    [{ kind: 'status', path: '/', status: 200 }, 'status has to be a whole number from 400 to 599'],
    [{ kind: 'reset', path: '/', when: 'later' }, 'when has to be one of beforeBody, inBody, afterBody'],
    [
      { kind: 'slowAnswer', path: '/', ms: 5, milliseconds: 5 },
      'A fault of the kind slowAnswer has no ms; it has path, method, count, after, milliseconds'
    ],
    [
      { kind: 'recordsRefused', path: '/', first: 1, every: 2 },
      'Either first or every says which records are refused, not both'
    ]
  ];
  for (const [body, message] of refusals) {
    assert.throws(
      () => readFault(body),
      (error) => error instanceof FaultProblem && error.message === message
    );
  }
  const fault = { kind: 'status', path: '/', method: 'PUT', count: 3, after: 1, status: 503, retryAfter: 2 };
  assert.deepEqual(readFault(fault), fault);
});
