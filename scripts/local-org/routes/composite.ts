import type { Org } from '../contract.ts';
import { jsonParserError, orgError } from '../errors.ts';
import type { Resource } from '../http/resource.ts';
import { isJsonObject } from '../http/responses.ts';
import { graphResource } from './composite-graph.ts';
import { compositeResponse, createSubrequestRunner, readSubrequests } from './composite-run.ts';
import { requireJsonObject } from './objects.ts';
import { queryResources } from './query.ts';

const MAX_SUBREQUESTS = 25;
/** Of these at most so many may be queries and collections, which are about many records each. */
const MAX_OF_MANY_RECORDS = 5;
const OF_MANY_RECORDS = /^\/services\/data\/v\d+\.0\/(?:query|queryAll|composite\/sobjects)(?:[/?]|$)/;

function requireFew(count: number): void {
  if (count <= MAX_SUBREQUESTS) return;
  throw orgError(400, 'INVALID_INPUT', `The limit of ${MAX_SUBREQUESTS} subrequests has been exceeded`);
}

/**
 * Several requests in one, each of which may use what an earlier one answered.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_composite.htm
 */
export function compositeResources(org: Org, resources: readonly Resource[]): Resource[] {
  const runner = createSubrequestRunner(org, [...resources, ...queryResources(org)]);

  return [
    {
      method: 'POST',
      pattern: 'composite',
      handle(request) {
        const { allOrNone, compositeRequest } = requireJsonObject(request.body);
        const subrequests = readSubrequests(compositeRequest);
        requireFew(subrequests.length);
        if (subrequests.filter(({ url }) => OF_MANY_RECORDS.test(url)).length > MAX_OF_MANY_RECORDS) {
          const message = `The limit of ${MAX_OF_MANY_RECORDS} queries and collections has been exceeded`;
          throw orgError(400, 'INVALID_INPUT', message);
        }
        const answered = runner.all(subrequests, allOrNone === true, request);
        return { status: 200, body: { compositeResponse: compositeResponse(answered) } };
      }
    },
    {
      method: 'POST',
      pattern: 'composite/batch',
      handle(request) {
        const { batchRequests, haltOnError } = requireJsonObject(request.body);
        if (!Array.isArray(batchRequests)) throw jsonParserError('batchRequests must be a list');
        requireFew(batchRequests.length);
        let failed = false;
        const results = batchRequests.map((entry) => {
          if (!isJsonObject(entry)) throw jsonParserError('batchRequests must be a list of objects');
          if (failed && haltOnError === true) {
            const haltedBatch = { errorCode: 'BATCH_PROCESSING_HALTED', message: 'Batch processing halted' };
            return { statusCode: 412, result: [haltedBatch] };
          }
          const method = String(entry.method).toUpperCase();
          const { status, body } = runner.one(
            { method, url: String(entry.url), body: entry.richInput },
            request
          );
          failed ||= status >= 400;
          return { statusCode: status, result: body ?? null };
        });
        return { status: 200, body: { hasErrors: failed, results } };
      }
    },
    graphResource(runner)
  ];
}
