import {
  DirectiveLocation,
  GraphQLDirective,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  specifiedDirectives,
  type GraphQLFieldConfigArgumentMap,
  type GraphQLFieldConfigMap
} from 'graphql';
import type { ObjectSchema, Schema } from '../contract.ts';
import type { RecordReader } from '../ui-api/reader.ts';
import { aggregateOrderBy, aggregateTypes } from './aggregate-types.ts';
import { aggregateConnection } from './aggregates.ts';
import { rootConnection } from './connections.ts';
import type { GraphqlContext, RecordSource } from './context.ts';
import { inputTypes, type InputTypes } from './input-types.ts';
import { mutationType } from './mutation-types.ts';
import { fieldTypes, objectInfosField } from './object-info-types.ts';
import { enumeration } from './operators.ts';
import { connectionArguments, recordTypes } from './record-types.ts';

/** A field with it may be missing for this user: https://developer.salesforce.com/docs/platform/graphql/guide/optional-fields.html */
export const OptionalDirective = new GraphQLDirective({
  name: 'optional',
  locations: [DirectiveLocation.FIELD]
});

type RootFields = GraphQLFieldConfigMap<unknown, GraphqlContext>;

/** `scope: MINE` keeps to the user's own records; objects without an owner have no scope. */
function scopeArgument(object: ObjectSchema): GraphQLFieldConfigArgumentMap {
  if (!object.fields.has('ownerid')) return {};
  return { scope: { type: enumeration(`${object.name}_Scope`, ['EVERYTHING', 'MINE']) } };
}

function buildSchema(reader: RecordReader): GraphQLSchema {
  const inputs: InputTypes = inputTypes(reader);
  const records = recordTypes(reader, inputs);
  const aggregates = aggregateTypes(reader);
  const query: RootFields = {};
  const aggregate: RootFields = {};
  for (const object of reader.objects()) {
    const scope = scopeArgument(object);
    const args = { ...connectionArguments(inputs, object), ...scope };
    query[object.name] = {
      type: records.connection(object),
      args,
      resolve: (_source, given, context, info) => rootConnection(object, given, context, info)
    };
    aggregate[object.name] = {
      type: aggregates.connection(object),
      args: {
        ...args,
        groupBy: { type: inputs.groupBy(object) },
        orderBy: { type: aggregateOrderBy(reader, object) }
      },
      resolve: (_source, given, context, info) => aggregateConnection(object, given, context, info)
    };
  }

  const uiapi: RootFields = {
    ...group('query', 'RecordQuery', query),
    ...group('aggregate', 'RecordQueryAggregate', aggregate),
    objectInfos: objectInfosField
  };
  const user = reader.object('User');
  if (user) {
    uiapi.currentUser = {
      type: records.record(user),
      resolve: (_source, _args, context) => currentUser(user, context)
    };
  }
  return new GraphQLSchema({
    query: new GraphQLObjectType({ name: 'Query', fields: group('uiapi', 'UIAPI', uiapi) }),
    mutation: mutationType(reader, records),
    types: fieldTypes,
    directives: [...specifiedDirectives, OptionalDirective]
  });
}

/** A field that only leads on to others. */
function group(name: string, typeName: string, fields: RootFields): RootFields {
  if (Object.keys(fields).length === 0) return {};
  const type = new GraphQLObjectType({ name: typeName, fields });
  return { [name]: { type: new GraphQLNonNull(type), resolve: () => ({}) } };
}

function currentUser(user: ObjectSchema, { reader }: GraphqlContext): RecordSource | null {
  const row = reader.row(user, reader.user.userId);
  return row ? { object: user, row, saved: false } : null;
}

/** Everything that makes one user's schema differ from another's. */
function permissionSignature(reader: RecordReader): string {
  const { org, user } = reader;
  return reader
    .objects()
    .map((object) => {
      const { create, edit, delete: mayDelete } = org.access.object(user, object);
      const fields = reader
        .fields(object)
        .map((field) => (org.access.field(user, object, field).edit ? `${field.name}*` : field.name));
      return [object.name, create, edit, mayDelete, ...fields].join(' ');
    })
    .join('\n');
}

const built = new WeakMap<Schema, Map<string, GraphQLSchema>>();

/** The schema as this user sees it; users with the same permissions share one until the next deploy. */
export function schemaFor(reader: RecordReader): GraphQLSchema {
  const { schema } = reader.org;
  let byPermissions = built.get(schema);
  if (!byPermissions) built.set(schema, (byPermissions = new Map()));
  const signature = permissionSignature(reader);
  let known = byPermissions.get(signature);
  if (!known) byPermissions.set(signature, (known = buildSchema(reader)));
  return known;
}
