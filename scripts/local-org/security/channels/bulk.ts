import { records, waitFor, type JobBody } from '../../bulk/testing.ts';
import type { TestOrg } from '../../testing.ts';
import { at, data } from '../../ui-api/testing.ts';
import { OK, presence, send, verdictOf, type Channel, type Values, type Verdict } from './channel.ts';

/** `jobs/ingest` and `jobs/query`, which take and give CSV. A row that is refused says why in its own words. */
export const bulk: Channel = {
  name: 'Bulk',
  read: (org, persona, object, id) =>
    queried(org, persona, `SELECT Id FROM ${object} WHERE Id = '${id}'`, id),
  list: (org, persona, object, id) => queried(org, persona, `SELECT Id FROM ${object}`, id),
  create: (org, persona, object, values) => loaded(org, persona, { object, operation: 'insert' }, values),
  edit: (org, persona, object, id, values) =>
    loaded(org, persona, { object, operation: 'update' }, { Id: id, ...values }),
  delete: (org, persona, object, id) => loaded(org, persona, { object, operation: 'delete' }, { Id: id })
};

/** Creates a job with its one row in one request, waits for it, and tells what became of the row. */
export async function loaded(org: TestOrg, persona: string, job: Values, row: Values): Promise<Verdict> {
  const form = new FormData();
  form.set('job', new Blob([JSON.stringify(job)], { type: 'application/json' }));
  const csv = `${Object.keys(row).join(',')}\n${Object.values(row).join(',')}\n`;
  form.set('content', new Blob([csv], { type: 'text/csv' }), 'content');
  const started = await org.app.request(data('jobs/ingest'), {
    method: 'POST',
    headers: { Authorization: `Bearer ${org.token(persona)}` },
    body: form
  });
  const body: unknown = await started.json();
  const verdict = verdictOf({ status: started.status, body });
  if (verdict !== OK) return verdict;

  const path = `jobs/ingest/${String(at(body, 'id'))}`;
  const { state, errorMessage } = await over(org, persona, path);
  if (state !== 'JobComplete') return `${state} ${errorMessage?.split(' : ')[0]}`;
  const failures = await org.request(persona, data(`${path}/failedResults`));
  const [failure] = records(await failures.text());
  return failure ? failure.sf__Error.slice(0, failure.sf__Error.indexOf(':')) : OK;
}

export async function queried(org: TestOrg, persona: string, query: string, id: string): Promise<Verdict> {
  const { status, body } = await send(org, persona, 'jobs/query', { json: { operation: 'query', query } });
  const verdict = verdictOf({ status, body });
  if (verdict !== OK) return verdict;
  const path = `jobs/query/${String(at(body, 'id'))}`;
  const { state, errorMessage } = await over(org, persona, path);
  if (state !== 'JobComplete') return `${state} ${errorMessage?.split(' : ')[0]}`;
  const results = await org.request(persona, data(`${path}/results`));
  return presence(records(await results.text()), id);
}

function over(org: TestOrg, persona: string, path: string): Promise<JobBody> {
  return waitFor(async () => (await send(org, persona, path)).body as JobBody);
}
