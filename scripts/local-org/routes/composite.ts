import type { Org } from '../contract.ts';
import { jsonParserError, notSupported, orgError, OrgError } from '../errors.ts';
import {
  createResourceFinder,
  type Resource,
  type ResourceAnswer,
  type ResourceRequest
} from '../http/resource.ts';
import { isJsonObject } from '../http/responses.ts';
import { createReferences } from './composite-references.ts';
import { requireJsonObject } from './objects.ts';
import { queryResources } from './query.ts';

const MAX_SUBREQUESTS = 25;

interface Subrequest {
  method: string;
  url: string;
  referenceId: string;
  body: unknown;
}

/** Rolls an all-or-none composite back. */
class CompositeRefused extends Error {}

function readSubrequests(body: unknown): { allOrNone: boolean; subrequests: Subrequest[] } {
  const { allOrNone = false, compositeRequest } = requireJsonObject(body);
  if (!Array.isArray(compositeRequest)) throw jsonParserError('compositeRequest must be a list');
  requireFew(compositeRequest.length);
  const subrequests = compositeRequest.map((entry) => {
    if (!isJsonObject(entry)) throw jsonParserError('compositeRequest must be a list of objects');
    const { method, url, referenceId, body: subBody } = entry;
    if (typeof method !== 'string' || typeof url !== 'string' || typeof referenceId !== 'string') {
      throw jsonParserError('Each subrequest needs method, url and referenceId');
    }
    return { method: method.toUpperCase(), url, referenceId, body: subBody };
  });
  return { allOrNone: allOrNone === true, subrequests };
}

function requireFew(count: number): void {
  if (count <= MAX_SUBREQUESTS) return;
  throw orgError(400, 'INVALID_INPUT', `The limit of ${MAX_SUBREQUESTS} subrequests has been exceeded`);
}

const HALTED = [
  {
    errorCode: 'PROCESSING_HALTED',
    message: 'The transaction was rolled back since another operation in the same transaction failed.'
  }
];

/**
 * Several requests in one, each of which may use what an earlier one answered.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_composite.htm
 */
export function compositeResources(org: Org, resources: readonly Resource[]): Resource[] {
  const find = createResourceFinder([...resources, ...queryResources(org)]);

  /** Runs one subrequest; what it refuses becomes its answer. `url` begins at `/services/data` or at `vNN.0`. */
  function run(method: string, url: string, body: unknown, outer: ResourceRequest): ResourceAnswer {
    try {
      const { pathname, searchParams } = new URL(url.replace(/^\/*/, '/'), 'http://localhost');
      const path = pathname.replace(/^\/services\/data/, '').replace(/^\/v\d+\.0\//, '');
      const { resource, parameters } = find(method, path);
      return resource.handle({ ...outer, parameters, query: searchParams, body, header: () => undefined });
    } catch (error) {
      if (!(error instanceof OrgError)) throw error;
      return { status: error.status, body: error.errors };
    }
  }

  function runAll(subrequests: readonly Subrequest[], allOrNone: boolean, outer: ResourceRequest) {
    const references = createReferences();
    const answers: (Subrequest & { answer: ResourceAnswer })[] = [];
    try {
      const work = () => {
        for (const subrequest of subrequests) {
          const answer = references.attempt(subrequest, ({ url, body }) =>
            run(subrequest.method, url, body, outer)
          );
          references.remember(subrequest.referenceId, answer);
          answers.push({ ...subrequest, answer });
          if (allOrNone && answer.status >= 400) throw new CompositeRefused();
        }
      };
      if (allOrNone) org.store.transaction(work);
      else work();
      return answers;
    } catch (error) {
      if (!(error instanceof CompositeRefused)) throw error;
      const culprit = answers.length - 1;
      return subrequests.map((subrequest, index) =>
        index === culprit
          ? answers[index]
          : { ...subrequest, answer: { status: 400, body: HALTED, headers: {} } }
      );
    }
  }

  return [
    {
      method: 'POST',
      pattern: 'composite',
      handle(request) {
        const { allOrNone, subrequests } = readSubrequests(request.body);
        const compositeResponse = runAll(subrequests, allOrNone, request).map(({ referenceId, answer }) => ({
          body: answer.body ?? null,
          httpHeaders: answer.headers ?? {},
          httpStatusCode: answer.status,
          referenceId
        }));
        return { status: 200, body: { compositeResponse } };
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
            const halted = { errorCode: 'BATCH_PROCESSING_HALTED', message: 'Batch processing halted' };
            return { statusCode: 412, result: [halted] };
          }
          const { status, body } = run(
            String(entry.method).toUpperCase(),
            String(entry.url),
            entry.richInput,
            request
          );
          failed ||= status >= 400;
          return { statusCode: status, result: body ?? null };
        });
        return { status: 200, body: { hasErrors: failed, results } };
      }
    },
    {
      method: 'POST',
      pattern: 'composite/graph',
      handle() {
        throw notSupported('composite/graph');
      }
    }
  ];
}
