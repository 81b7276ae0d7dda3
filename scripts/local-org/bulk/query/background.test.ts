import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bulkOrg, QUERY, refusal, waitFor, type JobBody } from '../testing.ts';

test('many records are read turn by turn; a job can be aborted between two turns', async () => {
  const t = bulkOrg();
  const names = Array.from({ length: 4500 }, (_, index) => `Many ${index}`);
  await t.load('rep', { object: 'Project__c', operation: 'insert' }, `Name\n${names.join('\n')}\n`);
  const begin = async (): Promise<string> => {
    const json = { operation: 'query', query: 'SELECT Name FROM Project__c' };
    return ((await (await t.request('rep', QUERY, { json })).json()) as JobBody).id;
  };

  const id = await begin();
  const get = async () => (await (await t.request('rep', `${QUERY}/${id}`)).json()) as JobBody;
  const soon = await get();
  assert.deepEqual([soon.state, soon.numberRecordsProcessed], ['InProgress', 2000]);
  const early = await t.request('rep', `${QUERY}/${id}/results`);
  assert.deepEqual(await refusal(early), [
    400,
    `INVALIDJOBSTATE: Job ${id} is InProgress; it has results only when it is complete`
  ]);
  assert.equal((await waitFor(get)).numberRecordsProcessed, 4500);
  const lines = (await t.text('rep', `${QUERY}/${id}/results`)).trimEnd().split('\n');
  assert.deepEqual(lines, ['"Name"', ...names.map((name) => `"${name}"`)]);

  const other = await begin();
  const aborted = await t.request('rep', `${QUERY}/${other}`, {
    method: 'PATCH',
    json: { state: 'Aborted' }
  });
  assert.deepEqual([aborted.status, ((await aborted.json()) as JobBody).state], [200, 'Aborted']);
  const again = t.request('rep', `${QUERY}/${other}`, { method: 'PATCH', json: { state: 'Aborted' } });
  assert.deepEqual(await refusal(again), [400, 'INVALIDJOBSTATE: Aborting already Aborted Job not allowed']);
  assert.equal((await t.request('rep', `${QUERY}/${other}`, { method: 'DELETE' })).status, 204);
  assert.equal((await t.request('rep', `${QUERY}/${other}`)).status, 404);
  t.close();
});
