import {
  getNamedType,
  isObjectType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLNamedType,
  type GraphQLSchema
} from 'graphql';
import type { Maybe } from 'graphql/jsutils/Maybe.js';
import { locationOf, type GraphqlErrorEntry } from './errors.ts';

/** https://developer.salesforce.com/docs/platform/graphql/guide/query-limits.html */
const MOST_SUBQUERIES = 10;
const DEEPEST_PARENT = 5;
const DEEPEST_CHILDREN = 1;

const ROOTS = new Set(['RecordQuery', 'RecordQueryAggregate']);

function isRecord(type: Maybe<GraphQLNamedType>): boolean {
  return isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Record');
}

function isConnection(type: Maybe<GraphQLNamedType>): boolean {
  return type?.name.endsWith('Connection') ?? false;
}

/** What a valid document asks for beyond what a query may. */
export function limitErrors(schema: GraphQLSchema, document: DocumentNode): GraphqlErrorEntry[] {
  const errors: GraphqlErrorEntry[] = [];
  const typeInfo = new TypeInfo(schema);
  const parents: number[] = [0];
  let subqueries = 0;
  let children = 0;

  const refuse = (message: string, node: Parameters<typeof locationOf>[0]): void => {
    errors.push({
      message,
      locations: locationOf(node),
      paths: [],
      extensions: { ErrorType: 'ExecutionAborted' }
    });
  };

  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Field: {
        enter(node) {
          const owner = typeInfo.getParentType();
          const type = getNamedType(typeInfo.getType() ?? undefined);
          if (owner && ROOTS.has(owner.name)) {
            subqueries += 1;
            if (subqueries === MOST_SUBQUERIES + 1) {
              refuse(`A query can have at most ${MOST_SUBQUERIES} subqueries`, node);
            }
          }
          if (isConnection(type)) {
            if (isRecord(owner)) {
              children += 1;
              if (children === DEEPEST_CHILDREN + 1) {
                refuse(`'${node.name.value}': child relationships can be queried one level deep`, node);
              }
            }
            parents.push(0);
          } else if (isRecord(owner) && node.selectionSet && !type?.name.endsWith('Value')) {
            const depth = (parents.at(-1) ?? 0) + 1;
            parents[parents.length - 1] = depth;
            if (depth === DEEPEST_PARENT + 1) {
              refuse(
                `'${node.name.value}': parent relationships can be followed ${DEEPEST_PARENT} levels`,
                node
              );
            }
          }
        },
        leave(node) {
          const owner = typeInfo.getParentType();
          const type = getNamedType(typeInfo.getType() ?? undefined);
          if (isConnection(type)) {
            parents.pop();
            if (isRecord(owner)) children -= 1;
          } else if (isRecord(owner) && node.selectionSet && !type?.name.endsWith('Value')) {
            parents[parents.length - 1] -= 1;
          }
        }
      }
    })
  );
  return errors;
}
