import { jsonParserError, orgError } from '../errors.ts';
import type { Resource } from '../http/resource.ts';
import { isJsonObject } from '../http/responses.ts';
import {
  compositeResponse,
  halted,
  readSubrequests,
  type Subrequest,
  type SubrequestRunner
} from './composite-run.ts';
import { requireJsonObject } from './objects.ts';

/** https://developer.salesforce.com/docs/platform/api-rest/guide/resources-composite-graph-limits.html */
const MOST_GRAPHS = 75;
const MOST_NODES = 500;
const MOST_FAILURES = 14;

/** A graph takes requests on records alone, with these methods. */
const NODES: readonly { url: RegExp; methods: readonly string[] }[] = [
  { url: /^\/services\/data\/v\d+\.0\/sobjects\/\w+\/?$/, methods: ['POST'] },
  { url: /^\/services\/data\/v\d+\.0\/sobjects\/\w+\/[^/]+$/, methods: ['DELETE', 'GET', 'PATCH'] },
  {
    url: /^\/services\/data\/v\d+\.0\/sobjects\/\w+\/\w+\/[^/]+$/,
    methods: ['DELETE', 'GET', 'PATCH', 'POST']
  }
];

interface Graph {
  graphId: string;
  subrequests: Subrequest[];
}

function readGraphs(body: unknown): Graph[] {
  const { graphs } = requireJsonObject(body);
  if (!Array.isArray(graphs)) throw jsonParserError('graphs must be a list');
  const read = graphs.map((graph) => {
    if (!isJsonObject(graph)) throw jsonParserError('graphs must be a list of objects');
    const { graphId, compositeRequest } = graph;
    if (typeof graphId !== 'string' || !/^[A-Za-z0-9].{0,39}$/.test(graphId)) {
      throw refused(
        `A graphId has up to 40 characters and begins with a letter or digit: ${String(graphId)}`
      );
    }
    return { graphId, subrequests: readSubrequests(compositeRequest) };
  });
  const ids = new Set(read.map(({ graphId }) => graphId));
  if (ids.size < read.length) throw refused('Every graph of a request needs a graphId of its own');
  if (read.length > MOST_GRAPHS) throw refused(`The limit of ${MOST_GRAPHS} graphs has been exceeded`);
  const nodes = read.flatMap(({ subrequests }) => subrequests);
  if (nodes.length > MOST_NODES) throw refused(`The limit of ${MOST_NODES} nodes has been exceeded`);
  nodes.forEach(requireNode);
  return read;
}

function requireNode({ method, url }: Subrequest): void {
  const [path] = url.split('?');
  if (NODES.some((node) => node.url.test(path) && node.methods.includes(method))) return;
  throw refused(`A graph does not take ${method} ${url}`);
}

function refused(message: string): Error {
  return orgError(400, 'INVALID_INPUT', message);
}

/**
 * Several composites in one, each of them all or nothing by itself.
 * https://developer.salesforce.com/docs/platform/api-rest/guide/resources-composite-graph.html
 */
export function graphResource(runner: SubrequestRunner): Resource {
  return {
    method: 'POST',
    pattern: 'composite/graph',
    handle(request) {
      let failures = 0;
      const graphs = readGraphs(request.body).map(({ graphId, subrequests }) => {
        const answered =
          failures > MOST_FAILURES ? subrequests.map(halted) : runner.all(subrequests, true, request);
        const isSuccessful = answered.every(({ answer }) => answer.status < 400);
        if (!isSuccessful) failures += 1;
        return {
          graphId,
          graphResponse: { compositeResponse: compositeResponse(answered) },
          isSuccessful
        };
      });
      return { status: 200, body: { graphs } };
    }
  };
}
