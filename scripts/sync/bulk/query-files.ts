import { join } from 'node:path';
import { Failure } from '../../lib/failure.ts';
import type { OrgClient } from '../org/org-client.ts';
import { countRecords } from './count-records.ts';
import { waitUntilOver } from './ingest-job.ts';
import type { JobStateName } from './ingest-job.ts';

interface QueryJobInfo {
  id: string;
  state: JobStateName;
  numberRecordsProcessed?: number;
  errorMessage?: string;
}

export interface QueryFiles {
  /** CSV files with a header each; none when no row was found. */
  files: string[];
  rows: number;
}

/** So many rows a page: a page that breaks off is fetched again whole. */
const ROWS_A_PAGE = 50_000;

/**
 * Answers a query as files, by Bulk API 2.0: one page after the other goes to disk, none into memory.
 * https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/query_get_job_results.htm
 * Throws `QUERY_FAILED`, or `ROWS_LOST` when the pages do not hold as many rows as the job says.
 */
export async function queryFiles(
  client: OrgClient,
  { soql, folder, name }: { soql: string; folder: string; name: string }
): Promise<QueryFiles> {
  // Asked twice it makes a second job that nobody fetches: harmless, so it is simply tried again.
  const { id } = await client.ask<QueryJobInfo>({
    method: 'POST',
    path: 'jobs/query',
    json: { operation: 'query', query: soql, contentType: 'CSV', columnDelimiter: 'COMMA', lineEnding: 'LF' }
  });
  const job = await waitUntilOver(client, () =>
    client.ask<QueryJobInfo>({ method: 'GET', path: `jobs/query/${id}` })
  );
  if (job.state !== 'JobComplete') {
    throw new Failure(
      'QUERY_FAILED',
      `The query for ${name} ended as ${job.state}: ${job.errorMessage ?? ''}`
    );
  }
  const expected = job.numberRecordsProcessed ?? 0;
  const found = expected === 0 ? { files: [], rows: 0 } : await fetchPages(client, id, join(folder, name));
  if (found.rows !== expected) {
    throw new Failure(
      'ROWS_LOST',
      `The query for ${name} found ${expected} rows and answered ${found.rows}.`
    );
  }
  return found;
}

async function fetchPages(client: OrgClient, id: string, base: string): Promise<QueryFiles> {
  const files: string[] = [];
  let rows = 0;
  let locator: string | null = null;
  do {
    const file = `${base}-${id}-${files.length + 1}.csv`;
    const from: string = locator === null ? '' : `&locator=${encodeURIComponent(locator)}`;
    const path = `jobs/query/${id}/results?maxRecords=${ROWS_A_PAGE}${from}`;
    const header = await client.download({ method: 'GET', path, accept: 'text/csv' }, file);
    rows += await countRecords(file);
    files.push(file);
    locator = header('Sforce-Locator');
    // The platform ends the pages with the word null, not with a missing header.
  } while (locator !== null && locator !== 'null' && locator !== '');
  return { files, rows };
}
