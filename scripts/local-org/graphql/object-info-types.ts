import {
  GraphQLID,
  GraphQLInputObjectType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
  type GraphQLFieldConfig
} from 'graphql';
import type { ChildRelationshipInfo } from '../ui-api/object-info.ts';
import type { GraphqlContext } from './context.ts';
import { GraphqlRefusal } from './errors.ts';
import { fieldInfoTypes, flag, requiredList, requiredText } from './object-info-field-types.ts';
import { infoOf, type ObjectInfoSource } from './object-info-source.ts';
import { each } from './operators.ts';

// https://developer.salesforce.com/docs/platform/graphql/guide/query-object-info.html

const { field: Field, kinds } = fieldInfoTypes(() => ObjectInfoType);

/** Types that are only reached through the interface Field. */
export const fieldTypes = kinds;

const ChildRelationship = new GraphQLObjectType<ChildRelationshipInfo, GraphqlContext>({
  name: 'ChildRelationship',
  fields: () => ({
    childObjectApiName: { type: requiredText },
    fieldName: { type: GraphQLString },
    junctionIdListNames: { type: requiredList(GraphQLString) },
    junctionReferenceTo: { type: requiredList(GraphQLString) },
    relationshipName: { type: GraphQLString },
    objectInfo: {
      type: ObjectInfoType,
      resolve: ({ childObjectApiName }, _args, context) => infoOf(context, childObjectApiName)
    }
  })
});

const RecordTypeInfo = new GraphQLObjectType({
  name: 'RecordTypeInfo',
  fields: {
    ...each(['available', 'defaultRecordTypeMapping', 'master'], flag),
    name: { type: GraphQLString },
    recordTypeId: { type: GraphQLID }
  }
});

const ThemeInfo = new GraphQLObjectType({
  name: 'ThemeInfo',
  fields: each(['color', 'iconUrl'], GraphQLString)
});

const DependentField = new GraphQLObjectType({
  name: 'DependentField',
  fields: { controllingField: { type: requiredText }, dependentFields: { type: requiredList(GraphQLString) } }
});

const OBJECT_FLAGS = [
  'createable',
  'custom',
  'deletable',
  'feedEnabled',
  'layoutable',
  'mruEnabled',
  'queryable',
  'searchable',
  'updateable'
];

const ObjectInfoType: GraphQLObjectType<ObjectInfoSource, GraphqlContext> = new GraphQLObjectType({
  name: 'ObjectInfo',
  fields: {
    ApiName: { type: requiredText, resolve: ({ apiName }: ObjectInfoSource) => apiName },
    ...each(OBJECT_FLAGS, flag),
    ...each(['keyPrefix', 'label', 'labelPlural'], GraphQLString),
    childRelationships: { type: requiredList(ChildRelationship) },
    defaultRecordTypeId: { type: GraphQLID },
    dependentFields: { type: requiredList(DependentField) },
    fields: { type: requiredList(Field) },
    nameFields: { type: requiredList(GraphQLString) },
    recordTypeInfos: { type: requiredList(RecordTypeInfo) },
    themeInfo: { type: ThemeInfo },
    locale: { type: GraphQLString, resolve: (_source, _args, { reader }) => reader.user.locale }
  }
});

const ObjectInfoInput = new GraphQLInputObjectType({
  name: 'ObjectInfoInput',
  fields: {
    apiName: { type: new GraphQLNonNull(GraphQLString) },
    fieldNames: { type: new GraphQLList(new GraphQLNonNull(GraphQLString)) }
  }
});

interface ObjectInfosArguments {
  apiNames?: string[] | null;
  objectInfoInputs?: { apiName: string; fieldNames?: string[] | null }[] | null;
}

/** `objectInfos(apiNames: ["Opportunity"])`. */
export const objectInfosField: GraphQLFieldConfig<unknown, GraphqlContext> = {
  type: new GraphQLList(ObjectInfoType),
  args: {
    apiNames: { type: new GraphQLList(GraphQLString) },
    objectInfoInputs: { type: new GraphQLList(new GraphQLNonNull(ObjectInfoInput)) }
  },
  resolve: (_source, { apiNames, objectInfoInputs }: ObjectInfosArguments, context) => {
    const wanted = objectInfoInputs ?? (apiNames ?? []).map((apiName) => ({ apiName, fieldNames: null }));
    return wanted.map(({ apiName, fieldNames }) => {
      const info = infoOf(context, apiName);
      if (!info) {
        throw new GraphqlRefusal('DataFetchingException', `Object ${apiName} is not supported in UI API`);
      }
      const fields = fieldNames
        ? info.fields.filter((field) => fieldNames.includes(field.apiName))
        : info.fields;
      return { ...info, fields };
    });
  }
};
