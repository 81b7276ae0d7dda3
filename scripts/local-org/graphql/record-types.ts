import {
  GraphQLBoolean,
  GraphQLID,
  GraphQLInt,
  GraphQLInterfaceType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
  GraphQLUnionType,
  type GraphQLFieldConfigArgumentMap,
  type GraphQLFieldConfigMap,
  type GraphQLOutputType
} from 'graphql';
import type { FieldSchema, ObjectSchema } from '../contract.ts';
import { recordName, recordTypeOf } from '../ui-api/record.ts';
import type { RecordReader } from '../ui-api/reader.ts';
import { childConnection, type ConnectionPage, type RecordEdge } from './connections.ts';
import type { GraphqlContext, RecordSource, ValueSource } from './context.ts';
import type { InputTypes } from './input-types.ts';
import { kindOf } from './kinds.ts';
import { childLinks, parentLinks, type ChildLink, type ParentLink } from './naming.ts';
import { parentOf } from './parents.ts';
import { Long } from './scalars.ts';
import { VALUE_TYPES } from './value-types.ts';

type RecordFields = GraphQLFieldConfigMap<RecordSource, GraphqlContext>;

/** `Account`, `AccountConnection`, `AccountEdge` of one user's schema. */
export interface RecordTypes {
  record(object: ObjectSchema): GraphQLObjectType<RecordSource, GraphqlContext>;
  connection(object: ObjectSchema): GraphQLObjectType<ConnectionPage, GraphqlContext>;
}

export const PageInfo = new GraphQLObjectType({
  name: 'PageInfo',
  fields: {
    hasNextPage: { type: new GraphQLNonNull(GraphQLBoolean) },
    hasPreviousPage: { type: new GraphQLNonNull(GraphQLBoolean) },
    startCursor: { type: GraphQLString },
    endCursor: { type: GraphQLString }
  }
});

const SYSTEM_FIELDS: readonly [name: string, kind: 'ID' | 'DateTime'][] = [
  ['LastModifiedById', 'ID'],
  ['LastModifiedDate', 'DateTime'],
  ['SystemModstamp', 'DateTime']
];

const recordTypeIdArguments = { fallback: { type: GraphQLBoolean } };

const RecordInterface = new GraphQLInterfaceType({
  name: 'Record',
  resolveType: (source: RecordSource) => source.object.name,
  fields: {
    Id: { type: new GraphQLNonNull(GraphQLID) },
    ApiName: { type: new GraphQLNonNull(GraphQLString) },
    WeakEtag: { type: new GraphQLNonNull(Long) },
    DisplayValue: { type: GraphQLString },
    ...Object.fromEntries(SYSTEM_FIELDS.map(([name, kind]) => [name, { type: VALUE_TYPES[kind] }])),
    RecordTypeId: { type: VALUE_TYPES.ID, args: recordTypeIdArguments }
  }
});

function valueOf(object: ObjectSchema, name: string, { row }: RecordSource): ValueSource | null {
  const field = object.fields.get(name.toLowerCase());
  return field ? { field, value: row[field.name] ?? null } : null;
}

/** What every record has: https://developer.salesforce.com/docs/platform/graphql/guide/query-record-objects.html */
function commonFields(object: ObjectSchema): RecordFields {
  return {
    Id: { type: new GraphQLNonNull(GraphQLID), resolve: ({ row }) => row.Id },
    ApiName: { type: new GraphQLNonNull(GraphQLString), resolve: () => object.name },
    WeakEtag: {
      type: new GraphQLNonNull(Long),
      resolve: ({ row }) => (row.SystemModstamp ? Date.parse(String(row.SystemModstamp)) : 0)
    },
    DisplayValue: { type: GraphQLString, resolve: ({ row }) => recordName(object, row) },
    ...Object.fromEntries(
      SYSTEM_FIELDS.map(([name, kind]) => [
        name,
        { type: VALUE_TYPES[kind], resolve: (source: RecordSource) => valueOf(object, name, source) }
      ])
    ),
    RecordTypeId: {
      type: VALUE_TYPES.ID,
      args: recordTypeIdArguments,
      resolve: () => ({ field: { type: 'id' }, value: recordTypeOf(object) })
    }
  };
}

export function recordTypes(reader: RecordReader, inputs: InputTypes): RecordTypes {
  const made = new Map<string, unknown>();

  function once<T>(name: string, make: () => T): T {
    if (!made.has(name)) made.set(name, make());
    return made.get(name) as T;
  }

  function record(object: ObjectSchema): GraphQLObjectType<RecordSource, GraphqlContext> {
    return once(object.name, () => {
      return new GraphQLObjectType<RecordSource, GraphqlContext>({
        name: object.name,
        interfaces: [RecordInterface],
        fields: () => recordFields(object)
      });
    });
  }

  function recordFields(object: ObjectSchema): RecordFields {
    const fields: RecordFields = {};
    for (const field of reader.fields(object)) fields[field.name] = valueField(field);
    for (const link of parentLinks(reader, object)) fields[link.name] = parentField(object, link);
    for (const link of childLinks(reader, object)) fields[link.name] = childField(link);
    return { ...fields, ...commonFields(object) };
  }

  function parentField(object: ObjectSchema, link: ParentLink): RecordFields[string] {
    const type: GraphQLOutputType = link.polymorphic
      ? once(
          `${object.name}_${link.name}`,
          () =>
            new GraphQLUnionType({
              name: `${object.name}_${link.name}`,
              types: () => link.targets.map(record),
              resolveType: (source: RecordSource) => source.object.name
            })
        )
      : record(link.targets[0]);
    return {
      type,
      resolve: (source, _args, context) => parentOf(source, link.reference, context)
    };
  }

  function childField(link: ChildLink): RecordFields[string] {
    return {
      type: connection(link.child),
      args: connectionArguments(inputs, link.child),
      resolve: (source, args, context, info) => childConnection(source, link, args, context, info)
    };
  }

  function connection(object: ObjectSchema): GraphQLObjectType<ConnectionPage, GraphqlContext> {
    return once(
      `${object.name}Connection`,
      () =>
        new GraphQLObjectType<ConnectionPage, GraphqlContext>({
          name: `${object.name}Connection`,
          fields: () => ({
            edges: { type: new GraphQLList(edge(object)) },
            pageInfo: { type: new GraphQLNonNull(PageInfo) },
            totalCount: { type: new GraphQLNonNull(GraphQLInt) },
            pageResultCount: {
              type: new GraphQLNonNull(GraphQLInt),
              resolve: ({ edges }) => edges.length
            }
          })
        })
    );
  }

  function edge(object: ObjectSchema): GraphQLObjectType<RecordEdge, GraphqlContext> {
    return once(
      `${object.name}Edge`,
      () =>
        new GraphQLObjectType<RecordEdge, GraphqlContext>({
          name: `${object.name}Edge`,
          fields: { node: { type: record(object) }, cursor: { type: GraphQLString } }
        })
    );
  }

  return { record, connection };
}

function valueField(field: FieldSchema): RecordFields[string] {
  return {
    type: VALUE_TYPES[kindOf(field)],
    resolve: ({ row }): ValueSource => ({ field, value: row[field.name] ?? null })
  };
}

/** The arguments of a list of records; children have no scope. */
export function connectionArguments(inputs: InputTypes, object: ObjectSchema): GraphQLFieldConfigArgumentMap {
  return {
    first: { type: GraphQLInt },
    after: { type: GraphQLString },
    upperBound: { type: GraphQLInt },
    where: { type: inputs.filter(object) },
    orderBy: { type: inputs.orderBy(object) }
  };
}
