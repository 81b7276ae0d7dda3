import {
  GraphQLBoolean,
  GraphQLID,
  GraphQLInputObjectType,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLFieldConfig,
  type GraphQLFieldConfigMap,
  type GraphQLInputFieldConfigMap,
  type GraphQLScalarType
} from 'graphql';
import type { FieldSchema, ObjectSchema } from '../contract.ts';
import { OrgError } from '../errors.ts';
import type { RecordReader } from '../ui-api/reader.ts';
import type { GraphqlContext } from './context.ts';
import { kindOf, SCALARS } from './kinds.ts';
import { runMutation, type MutationPayload, type MutationResults, type Verb } from './mutations.ts';
import type { RecordTypes } from './record-types.ts';
import { IdOrRef } from './scalars.ts';

// https://developer.salesforce.com/docs/platform/graphql/guide/mutations-schema.html

const RecordDeleteInput = new GraphQLInputObjectType({
  name: 'RecordDeleteInput',
  fields: { Id: { type: new GraphQLNonNull(IdOrRef) } }
});

const RecordDeletePayload = new GraphQLObjectType({
  name: 'RecordDeletePayload',
  fields: { Id: { type: GraphQLID } }
});

const UIAPIMutationsInput = new GraphQLInputObjectType({
  name: 'UIAPIMutationsInput',
  fields: { allOrNone: { type: GraphQLBoolean, defaultValue: true } }
});

function inputScalar(field: FieldSchema): GraphQLScalarType {
  return field.type === 'reference' ? IdOrRef : SCALARS[kindOf(field)];
}

/** `mutation { uiapi(input: { allOrNone: false }) { ... } }`, or null when this user may write nothing. */
export function mutationType(reader: RecordReader, records: RecordTypes): GraphQLObjectType | null {
  const operations: GraphQLFieldConfigMap<MutationResults, GraphqlContext> = {};
  for (const object of reader.objects()) Object.assign(operations, operationsOf(reader, records, object));
  if (Object.keys(operations).length === 0) return null;
  const mutations = new GraphQLObjectType({ name: 'UIAPIMutations', fields: operations });
  return new GraphQLObjectType({
    name: 'Mutation',
    fields: {
      uiapi: {
        type: new GraphQLNonNull(mutations),
        args: { input: { type: UIAPIMutationsInput } },
        resolve: (_source, args: { input?: { allOrNone?: boolean | null } | null }, context, info) =>
          runMutation(args.input?.allOrNone ?? true, context, info)
      }
    }
  });
}

/** Those of create, update and delete that this user's object permissions allow. */
function operationsOf(
  reader: RecordReader,
  records: RecordTypes,
  object: ObjectSchema
): GraphQLFieldConfigMap<MutationResults, GraphqlContext> {
  const may = reader.org.access.object(reader.user, object);
  const editable = reader
    .fields(object)
    .filter((field) => reader.org.access.field(reader.user, object, field).edit);
  const createable = editable.filter((field) => field.createable);
  const updateable = editable.filter((field) => field.updateable);
  return {
    ...(object.createable &&
      may.create &&
      createable.length &&
      saving('Create', object, records, createable)),
    ...(object.updateable && may.edit && updateable.length && saving('Update', object, records, updateable)),
    ...(object.deletable &&
      may.delete && {
        [`${object.name}Delete`]: operation(object, 'Delete', RecordDeletePayload, RecordDeleteInput)
      })
  };
}

function saving(
  verb: 'Create' | 'Update',
  object: ObjectSchema,
  records: RecordTypes,
  fields: readonly FieldSchema[]
): GraphQLFieldConfigMap<MutationResults, GraphqlContext> {
  const name = `${object.name}${verb}`;
  const representation: GraphQLInputFieldConfigMap = Object.fromEntries(
    fields.map((field) => [field.name, { type: inputScalar(field) }])
  );
  const input = new GraphQLInputObjectType({
    name: `${name}Input`,
    fields: {
      ...(verb === 'Update' && { Id: { type: new GraphQLNonNull(IdOrRef) } }),
      [object.name]: {
        type: new GraphQLNonNull(
          new GraphQLInputObjectType({ name: `${name}Representation`, fields: representation })
        )
      }
    }
  });
  const payload = new GraphQLObjectType({
    name: `${name}Payload`,
    fields: {
      Record: { type: records.record(object) },
      ...(verb === 'Update' && { success: { type: GraphQLBoolean } })
    }
  });
  return { [name]: operation(object, verb, payload, input) };
}

function operation(
  object: ObjectSchema,
  verb: Verb,
  type: GraphQLObjectType,
  input: GraphQLInputObjectType
): GraphQLFieldConfig<MutationResults, GraphqlContext> {
  return {
    type,
    args: { input: { type: new GraphQLNonNull(input) } },
    extensions: { operation: { object, verb } },
    resolve: (results, _args, _context, info): MutationPayload | null => {
      const result = results.get(String(info.path.key));
      if (result instanceof OrgError) throw result;
      return result ?? null;
    }
  };
}
