import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import type { Provision } from '../wire/wire.ts';
import { RecordCache, type RecordRequest } from './recordCache.ts';
import type { RecordRepresentation } from './representation.ts';

const ID = '006000000000001AAA';
const ACCOUNT_ID = '001000000000001AAA';

function deal(values: Record<string, string | null>, account?: string): RecordRepresentation {
  const fields: RecordRepresentation['fields'] = {};
  for (const [name, value] of Object.entries(values)) {
    fields[name] = { value, displayValue: null };
  }
  if (account) {
    const name = { Name: { value: account, displayValue: null } };
    fields.Account = { value: { id: ACCOUNT_ID, apiName: 'Account', fields: name }, displayValue: account };
  }
  return { id: ID, apiName: 'Opportunity', fields };
}

/** A cache over an org that answers with what `answers` holds next, and the requests that it got. */
function setUp(...answers: (RecordRepresentation | Error)[]) {
  const requests: RecordRequest[] = [];
  const cache = new RecordCache((request) => {
    requests.push(request);
    const answer = answers.shift();
    return answer instanceof Error || !answer ? Promise.reject(answer) : Promise.resolve(answer);
  });
  return { cache, requests };
}

function request(optionalFields: string[], fields: string[] = []): RecordRequest {
  return { recordId: ID, fields, optionalFields };
}

function recorder() {
  const seen: unknown[] = [];
  const emit = ({ data, error }: Provision<RecordRepresentation>): void => {
    seen.push(
      error ??
        Object.fromEntries(Object.entries(data?.fields ?? {}).map(([name, { value }]) => [name, value]))
    );
  };
  return { seen, emit };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('RecordCache', () => {
  it('tells every observer of a change, each with its own fields', async () => {
    const { cache } = setUp(
      deal({ StageName: 'Prospecting' }),
      deal({ StageName: 'Prospecting', Amount: '10' }),
      deal({ StageName: 'Closed Won', Amount: '10' })
    );
    const stage = recorder();
    const both = recorder();
    cache.observe(request(['Opportunity.StageName']), stage.emit);
    cache.observe(request(['Opportunity.StageName', 'Opportunity.Amount']), both.emit);
    await settled();
    await cache.refresh([ID]);
    assert.deepEqual(stage.seen, [{ StageName: 'Prospecting' }, { StageName: 'Closed Won' }]);
    assert.deepEqual(both.seen, [
      { StageName: 'Prospecting', Amount: '10' },
      { StageName: 'Closed Won', Amount: '10' }
    ]);
  });

  it('fetches what two ask for at the same time once, and answers a third from memory', async () => {
    const { cache, requests } = setUp(deal({ StageName: 'Prospecting' }));
    const [first, second, third] = [recorder(), recorder(), recorder()];
    cache.observe(request(['Opportunity.StageName']), first.emit);
    cache.observe(request(['Opportunity.StageName']), second.emit);
    await settled();
    cache.observe(request([], ['Opportunity.StageName']), third.emit);
    assert.equal(requests.length, 1);
    assert.deepEqual([first.seen, second.seen, third.seen], Array(3).fill([{ StageName: 'Prospecting' }]));
  });

  it('never emits half a record to who still waits for the rest', async () => {
    let answer: (record: RecordRepresentation) => void = () => {};
    const slow = new Promise<RecordRepresentation>((resolve) => (answer = resolve));
    const answers = [slow, Promise.resolve(deal({ StageName: 'Prospecting' }))];
    const cache = new RecordCache(() => answers.shift() ?? Promise.reject(new Error('unexpected')));
    const waiting = recorder();
    cache.observe(request(['Opportunity.StageName', 'Opportunity.Amount']), waiting.emit);
    cache.observe(request(['Opportunity.StageName']), recorder().emit);
    await settled();
    assert.deepEqual(waiting.seen, []);
    answer(deal({ StageName: 'Prospecting', Amount: '10' }));
    await settled();
    assert.deepEqual(waiting.seen, [{ StageName: 'Prospecting', Amount: '10' }]);
  });

  it('stays silent when a refresh brings nothing new, and after its observer has left', async () => {
    const { cache, requests } = setUp(deal({ StageName: 'Prospecting' }), deal({ StageName: 'Prospecting' }));
    const { seen, emit } = recorder();
    const stop = cache.observe(request(['Opportunity.StageName']), emit);
    await settled();
    await cache.refresh([ID]);
    stop();
    await cache.refresh([ID]);
    assert.equal(seen.length, 1);
    assert.equal(requests.length, 2);
  });

  it('refreshes a deal when its account has changed', async () => {
    const { cache, requests } = setUp(deal({}, 'Old name'), deal({}, 'New name'));
    const names: unknown[] = [];
    cache.observe(request(['Opportunity.Account.Name']), ({ data }) =>
      names.push(data?.fields.Account.displayValue)
    );
    await settled();
    await cache.refresh([ACCOUNT_ID]);
    assert.deepEqual(names, ['Old name', 'New name']);
    assert.deepEqual(requests[1], { recordId: ID, fields: [], optionalFields: ['Opportunity.Account.Name'] });
  });

  it('emits the error of a failed fetch, and recovers with the next refresh', async () => {
    const refusal = new Error('403');
    const { cache } = setUp(refusal, deal({ StageName: 'Prospecting' }));
    const { seen, emit } = recorder();
    cache.observe(request(['Opportunity.StageName']), emit);
    await settled();
    await cache.refresh([ID]);
    assert.deepEqual(seen, [refusal, { StageName: 'Prospecting' }]);
  });

  it('keeps the fields that a layout brought in', async () => {
    const { cache, requests } = setUp(
      deal({ Name: 'Deal', NextStep: 'Call' }),
      deal({ Name: 'Deal', NextStep: 'Visit' })
    );
    const { seen, emit } = recorder();
    cache.observe({ recordId: ID, fields: [], optionalFields: [], layoutTypes: ['Full'] }, emit);
    await settled();
    await cache.refresh([ID]);
    assert.deepEqual(seen, [
      { Name: 'Deal', NextStep: 'Call' },
      { Name: 'Deal', NextStep: 'Visit' }
    ]);
    assert.deepEqual(requests[1].optionalFields, ['Opportunity.Name', 'Opportunity.NextStep']);
  });
});
