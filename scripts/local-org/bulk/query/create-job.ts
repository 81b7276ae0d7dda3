import type { Org, UserContext } from '../../contract.ts';
import { orgError } from '../../errors.ts';
import { COLUMN_DELIMITER_NAMES, LINE_ENDING_NAMES } from '../../../lib/csv/dialect.ts';
import type { NewJob, QueryJob } from '../jobs/job.ts';
import { createBodyReader } from '../jobs/read-body.ts';
import { planJob } from './work.ts';

/**
 * The job that a request asks for, or why there can't be such a one.
 * https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/query_create_job.htm
 */
export function readQueryJob(
  org: Org,
  user: UserContext,
  apiVersion: string,
  body: Record<string, unknown>
): NewJob<QueryJob> {
  const read = createBodyReader(body);
  const operation = read.choice('operation', ['query', 'queryAll']);
  const query = read.text('query');
  read.choice('contentType', ['CSV'], 'CSV');
  const columnDelimiter = read.choice('columnDelimiter', COLUMN_DELIMITER_NAMES, 'COMMA');
  const lineEnding = read.choice('lineEnding', LINE_ENDING_NAMES, 'LF');
  read.end();
  if (!query) throw orgError(400, 'MALFORMED_QUERY', 'A query string has to be specified');
  const { object, header } = planJob(org, user, { operation, query, apiVersion }, org.now());
  return {
    userId: user.userId,
    apiVersion,
    state: 'UploadComplete',
    object,
    operation,
    query,
    header,
    columnDelimiter,
    lineEnding
  };
}
