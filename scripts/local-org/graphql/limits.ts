import {
  getNamedType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type SelectionSetNode
} from 'graphql';
import { locationOf, type GraphqlErrorEntry } from './errors.ts';

/** https://developer.salesforce.com/docs/platform/graphql/guide/query-limits.html */
const MOST_SUBQUERIES = 10;
const DEEPEST_PARENT = 5;
const DEEPEST_CHILDREN = 1;

const ROOTS = new Set(['RecordQuery', 'RecordQueryAggregate']);

type NamedType = GraphQLNamedType | undefined;

/** How many parents and lists of children lie between a selection and its root object. */
interface Depth {
  parents: number;
  children: number;
}

function isRecord(type: NamedType): boolean {
  return isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Record');
}

function fieldType(owner: NamedType, name: string): NamedType {
  if (!isObjectType(owner) && !isInterfaceType(owner)) return undefined;
  const field = owner.getFields()[name];
  return field && getNamedType(field.type);
}

/** What a valid document asks for beyond what a query may; fragments count where they are spread. */
export function limitErrors(schema: GraphQLSchema, document: DocumentNode): GraphqlErrorEntry[] {
  const errors: GraphqlErrorEntry[] = [];
  const fragments = new Map<string, FragmentDefinitionNode>();
  let subqueries = 0;

  const refuse = (message: string, node: FieldNode): void => {
    errors.push({
      message,
      locations: locationOf(node),
      paths: [],
      extensions: { ErrorType: 'ExecutionAborted' }
    });
  };

  /** The depth below a field; tells the first step too far. */
  function below(node: FieldNode, owner: NamedType, type: NamedType, depth: Depth): Depth {
    const name = `'${node.name.value}'`;
    if (owner && ROOTS.has(owner.name)) {
      subqueries += 1;
      if (subqueries === MOST_SUBQUERIES + 1) {
        refuse(`A query can have at most ${MOST_SUBQUERIES} subqueries`, node);
      }
    }
    if (!isRecord(owner) || !type) return depth;
    if (type.name.endsWith('Connection')) {
      const children = depth.children + 1;
      if (children === DEEPEST_CHILDREN + 1) {
        refuse(`${name}: child relationships can be queried one level deep`, node);
      }
      return { parents: 0, children };
    }
    const leadsToRecord = isRecord(type) || isUnionType(type);
    if (!leadsToRecord) return depth;
    const parents = depth.parents + 1;
    if (parents === DEEPEST_PARENT + 1) {
      refuse(`${name}: parent relationships can be followed ${DEEPEST_PARENT} levels`, node);
    }
    return { ...depth, parents };
  }

  function walk({ selections }: SelectionSetNode, owner: NamedType, depth: Depth): void {
    for (const node of selections) {
      if (node.kind === Kind.FIELD) {
        const type = fieldType(owner, node.name.value);
        const next = below(node, owner, type, depth);
        if (node.selectionSet) walk(node.selectionSet, type, next);
        continue;
      }
      const part = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
      const condition = part?.typeCondition?.name.value;
      if (part) walk(part.selectionSet, condition ? schema.getType(condition) : owner, depth);
    }
  }

  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  }
  for (const node of document.definitions) {
    if (node.kind !== Kind.OPERATION_DEFINITION) continue;
    const root = schema.getRootType(node.operation) ?? undefined;
    walk(node.selectionSet, root, { parents: 0, children: 0 });
  }
  return errors;
}
