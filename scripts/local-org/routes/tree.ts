import type { ApiError, Org, UserContext } from '../contract.ts';
import { fieldForChildren } from './tree-relationships.ts';
import { jsonParserError, orgError } from '../errors.ts';
import type { Resource } from '../http/resource.ts';
import { isJsonObject } from '../http/responses.ts';
import { errorEntry } from '../http/save-answers.ts';
import { objectInPath, requireJsonObject } from './objects.ts';

const MAX_RECORDS = 200;
const MAX_DEPTH = 5;
const MAX_OBJECTS = 5;

/** One record of a tree, with the lookup to its parent still to be filled. */
interface TreeNode {
  object: string;
  referenceId: string;
  values: Record<string, unknown>;
  parent: { node: TreeNode; field: string } | null;
}

/** Stops the whole tree: nothing of it stays. */
class TreeRefused extends Error {
  readonly referenceId: string;
  readonly errors: ApiError[];

  constructor(referenceId: string, errors: ApiError[]) {
    super('A record of the tree was refused');
    this.referenceId = referenceId;
    this.errors = errors;
  }
}

function childList(value: unknown): unknown[] | null {
  return isJsonObject(value) && Array.isArray(value.records) ? value.records : null;
}

function readNodes(
  org: Org,
  object: string,
  records: unknown[],
  parent: TreeNode['parent'],
  depth: number
): TreeNode[] {
  if (depth > MAX_DEPTH) {
    throw orgError(400, 'INVALID_INPUT', `Cannot have more than ${MAX_DEPTH} levels of records`);
  }
  return records.flatMap((record) => {
    if (!isJsonObject(record)) throw jsonParserError('records must be a list of objects');
    const { attributes, ...rest } = record;
    const referenceId = isJsonObject(attributes) ? attributes.referenceId : undefined;
    if (typeof referenceId !== 'string' || referenceId === '') {
      throw orgError(400, 'INVALID_INPUT', 'Include a reference ID for each record in the request.');
    }
    const node: TreeNode = { object, referenceId, values: {}, parent };
    const children = Object.entries(rest).flatMap(([name, value]) => {
      const list = childList(value);
      if (!list) {
        node.values[name] = value;
        return [];
      }
      const { childObject, field } = fieldForChildren(org, object, name);
      return readNodes(org, childObject, list, { node, field }, depth + 1);
    });
    return [node, ...children];
  });
}

function requireDistinct(nodes: readonly TreeNode[]): void {
  const seen = new Set<string>();
  for (const { referenceId } of nodes) {
    if (seen.has(referenceId)) {
      throw orgError(400, 'INVALID_INPUT', `Duplicate ReferenceId provided in the request: ${referenceId}`);
    }
    seen.add(referenceId);
  }
}

function saveTree(org: Org, user: UserContext, nodes: readonly TreeNode[]) {
  const ids = new Map<TreeNode, string>();
  return org.store.transaction(() =>
    nodes.map((node) => {
      const link = node.parent && { [node.parent.field]: ids.get(node.parent.node) };
      const result = org.records.create(user, node.object, { ...node.values, ...link });
      if (!result.success || result.id === null) throw new TreeRefused(node.referenceId, result.errors);
      ids.set(node, result.id);
      return { referenceId: node.referenceId, id: result.id };
    })
  );
}

/**
 * Up to 200 records with their children, all or nothing.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_sobject_tree.htm
 */
export function treeResources(org: Org): Resource[] {
  return [
    {
      method: 'POST',
      pattern: 'composite/tree/:object',
      handle({ user, body, parameters }) {
        const object = objectInPath(org, user, parameters.object);
        const { records } = requireJsonObject(body);
        if (!Array.isArray(records)) throw jsonParserError('records must be a list of objects');
        const nodes = readNodes(org, object.name, records, null, 1);
        requireDistinct(nodes);
        if (new Set(nodes.map((node) => node.object)).size > MAX_OBJECTS) {
          throw orgError(400, 'INVALID_INPUT', `Cannot have more than ${MAX_OBJECTS} types of records`);
        }
        if (nodes.length > MAX_RECORDS) {
          throw orgError(
            400,
            'INVALID_INPUT',
            `Cannot process more than ${MAX_RECORDS} records in one request`
          );
        }
        try {
          return { status: 201, body: { hasErrors: false, results: saveTree(org, user, nodes) } };
        } catch (error) {
          if (!(error instanceof TreeRefused)) throw error;
          const results = [{ referenceId: error.referenceId, errors: error.errors.map(errorEntry) }];
          return { status: 400, body: { hasErrors: true, results } };
        }
      }
    }
  ];
}
