import type { Org } from '../contract.ts';
import { jsonParserError, orgError, OrgError } from '../errors.ts';
import {
  createResourceFinder,
  type Resource,
  type ResourceAnswer,
  type ResourceRequest
} from '../http/resource.ts';
import { isJsonObject } from '../http/responses.ts';
import { createReferences } from './composite-references.ts';

/** One request of a composite. */
export interface Subrequest {
  method: string;
  url: string;
  referenceId: string;
  headers: ReadonlyMap<string, string>;
  body: unknown;
}

export type AnsweredSubrequest = Subrequest & { answer: ResourceAnswer };

/** Rolls an all-or-none composite back. */
class CompositeRefused extends Error {}

/** What every subrequest inherits, and may not say for itself. */
const INHERITED = ['accept', 'authorization', 'content-type'];

/**
 * Reads the subrequests of a composite; throws what an org refuses before it runs any.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/requests_composite.htm
 */
export function readSubrequests(list: unknown): Subrequest[] {
  if (!Array.isArray(list)) throw jsonParserError('compositeRequest must be a list');
  const seen = new Set<string>();
  return list.map((entry) => {
    if (!isJsonObject(entry)) throw jsonParserError('compositeRequest must be a list of objects');
    const { method, url, referenceId, body } = entry;
    if (typeof method !== 'string' || typeof url !== 'string' || typeof referenceId !== 'string') {
      throw jsonParserError('Each subrequest needs method, url and referenceId');
    }
    if (!/^[A-Za-z0-9]\w*$/.test(referenceId)) {
      throw orgError(400, 'INVALID_INPUT', `The referenceId ${referenceId} is not of letters, digits and _`);
    }
    if (seen.has(referenceId)) {
      throw orgError(400, 'INVALID_INPUT', `Duplicate ReferenceId provided in the request: ${referenceId}`);
    }
    seen.add(referenceId);
    return { method: method.toUpperCase(), url, referenceId, headers: readHeaders(entry.httpHeaders), body };
  });
}

function readHeaders(headers: unknown): Map<string, string> {
  if (headers === undefined || headers === null) return new Map();
  if (!isJsonObject(headers)) throw jsonParserError('httpHeaders must be an object');
  const read = new Map(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)] as const)
  );
  const inherited = INHERITED.find((name) => read.has(name));
  if (inherited) {
    throw orgError(400, 'INVALID_INPUT', `A subrequest takes the header ${inherited} from the whole request`);
  }
  return read;
}

const HALTED = [
  {
    errorCode: 'PROCESSING_HALTED',
    message: 'The transaction was rolled back since another operation in the same transaction failed.'
  }
];

/** The answer of a request that was taken back, or never run, because another one failed. */
export function halted(subrequest: Subrequest): AnsweredSubrequest {
  return { ...subrequest, answer: { status: 400, body: HALTED } };
}

/** As a composite lists its answers. */
export function compositeResponse(answered: readonly AnsweredSubrequest[]) {
  return answered.map(({ referenceId, answer }) => ({
    body: answer.body ?? null,
    httpHeaders: answer.headers ?? {},
    httpStatusCode: answer.status,
    referenceId
  }));
}

/** Runs requests inside a request. */
export interface SubrequestRunner {
  /** One request; what it refuses becomes its answer. `url` begins at `/services/data` or at `vNN.0`. */
  one(
    request: { method: string; url: string; body: unknown; headers?: ReadonlyMap<string, string> },
    outer: ResourceRequest
  ): ResourceAnswer;
  /** Several, of which later ones use the answers of earlier ones. */
  all(subrequests: readonly Subrequest[], allOrNone: boolean, outer: ResourceRequest): AnsweredSubrequest[];
}

export function createSubrequestRunner(org: Org, resources: readonly Resource[]): SubrequestRunner {
  const find = createResourceFinder(resources);

  const one: SubrequestRunner['one'] = ({ method, url, body, headers }, outer) => {
    try {
      const { pathname, searchParams } = new URL(url.replace(/^\/*/, '/'), 'http://localhost');
      const path = pathname.replace(/^\/services\/data/, '').replace(/^\/v\d+\.0\//, '');
      const { resource, parameters } = find(method, path);
      const header = (name: string) => headers?.get(name.toLowerCase());
      return resource.handle({ ...outer, parameters, query: searchParams, body, header });
    } catch (error) {
      if (!(error instanceof OrgError)) throw error;
      return { status: error.status, body: error.errors };
    }
  };

  return {
    one,
    all(subrequests, allOrNone, outer) {
      const references = createReferences();
      const answers: AnsweredSubrequest[] = [];
      const work = () => {
        for (const subrequest of subrequests) {
          const answer = references.attempt(subrequest, (filled) => one({ ...subrequest, ...filled }, outer));
          references.remember(subrequest.referenceId, answer);
          answers.push({ ...subrequest, answer });
          if (allOrNone && answer.status >= 400) throw new CompositeRefused();
        }
      };
      try {
        if (allOrNone) org.store.transaction(work);
        else work();
        return answers;
      } catch (error) {
        if (!(error instanceof CompositeRefused)) throw error;
        const culprit = answers.length - 1;
        return subrequests.map((one, index) => (index === culprit ? answers[index] : halted(one)));
      }
    }
  };
}
