import {
  GraphQLBoolean,
  GraphQLID,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLInterfaceType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
  type GraphQLFieldConfig,
  type GraphQLFieldConfigMap,
  type GraphQLOutputType
} from 'graphql';
import type { FieldInfo } from '../ui-api/field-info.ts';
import { objectInfo, type ChildRelationshipInfo, type ObjectInfo } from '../ui-api/object-info.ts';
import { MASTER_RECORD_TYPE } from '../ui-api/record.ts';
import type { GraphqlContext } from './context.ts';
import { GraphqlRefusal } from './errors.ts';
import { each, enumeration } from './operators.ts';

// https://developer.salesforce.com/docs/platform/graphql/guide/query-object-info.html

type Fields<T> = GraphQLFieldConfigMap<T, GraphqlContext>;

/** A field as GraphQL shows it: with the picklist's values when it is one. */
interface FieldSource extends FieldInfo {
  picklist: { value: string; label: string; default: boolean }[] | null;
}

interface ObjectInfoSource extends Omit<ObjectInfo, 'fields' | 'recordTypeInfos' | 'dependentFields'> {
  fields: FieldSource[];
  recordTypeInfos: ObjectInfo['recordTypeInfos'][string][];
  dependentFields: never[];
}

const DATA_TYPES = [
  'STRING',
  'TEXTAREA',
  'PHONE',
  'EMAIL',
  'URL',
  'BOOLEAN',
  'CURRENCY',
  'INT',
  'DOUBLE',
  'PERCENT',
  'DATETIME',
  'DATE',
  'REFERENCE',
  'PICKLIST',
  'MULTIPICKLIST',
  'COMBOBOX'
];

const DataType = enumeration('DataType', DATA_TYPES);
const ExtraTypeInfo = enumeration('FieldExtraTypeInfo', ['PERSONNAME', 'PLAINTEXTAREA', 'RICHTEXTAREA']);

const flag = new GraphQLNonNull(GraphQLBoolean);
const text = new GraphQLNonNull(GraphQLString);
const list = (type: GraphQLOutputType) => new GraphQLNonNull(new GraphQLList(type));

const FLAGS = [
  'calculated',
  'compound',
  'createable',
  'custom',
  'filterable',
  'highScaleNumber',
  'htmlFormatted',
  'nameField',
  'polymorphicForeignKey',
  'reference',
  'required',
  'sortable',
  'updateable'
];
const TEXTS = [
  'compoundComponentName',
  'compoundFieldName',
  'controllerName',
  'inlineHelpText',
  'label',
  'referenceTargetField',
  'relationshipName'
];

const ReferenceToInfo = new GraphQLObjectType<{ apiName: string }, GraphqlContext>({
  name: 'ReferenceToInfo',
  fields: (): Fields<{ apiName: string }> => ({
    ApiName: { type: text, resolve: ({ apiName }) => apiName },
    nameFields: { type: list(GraphQLString) },
    objectInfo: { type: ObjectInfoType, resolve: ({ apiName }, _args, context) => infoOf(context, apiName) }
  })
});

const fieldFields: Fields<FieldSource> = {
  ApiName: { type: text, resolve: ({ apiName }) => apiName },
  ...each(FLAGS, flag),
  ...each(TEXTS, GraphQLString),
  controllingFields: { type: list(GraphQLString) },
  dataType: { type: DataType, resolve: ({ dataType }) => dataType.toUpperCase() },
  extraTypeInfo: { type: ExtraTypeInfo, resolve: (field) => field.extraTypeInfo?.toUpperCase() ?? null },
  precision: { type: GraphQLInt },
  referenceToInfos: { type: list(ReferenceToInfo) },
  scale: { type: GraphQLInt },
  searchPrefilterable: { type: GraphQLBoolean }
};

const FieldInterface = new GraphQLInterfaceType({
  name: 'Field',
  fields: fieldFields as GraphQLFieldConfigMap<unknown, unknown>,
  resolveType: (field: FieldSource) => (field.picklist ? 'PicklistField' : 'StandardField')
});

const StandardField = new GraphQLObjectType<FieldSource, GraphqlContext>({
  name: 'StandardField',
  interfaces: [FieldInterface],
  fields: fieldFields
});

const PicklistEntry = new GraphQLObjectType({
  name: 'PicklistValues',
  fields: {
    value: { type: GraphQLString },
    label: { type: GraphQLString },
    validFor: { type: new GraphQLList(GraphQLInt), resolve: () => [] }
  }
});

const PicklistValueByRecordTypeIDs = new GraphQLObjectType({
  name: 'PicklistValueByRecordTypeIDs',
  fields: {
    recordTypeID: { type: text, resolve: () => MASTER_RECORD_TYPE },
    picklistValues: { type: new GraphQLList(new GraphQLNonNull(PicklistEntry)) },
    defaultValue: { type: PicklistEntry }
  }
});

const PicklistField = new GraphQLObjectType<FieldSource, GraphqlContext>({
  name: 'PicklistField',
  interfaces: [FieldInterface],
  fields: {
    ...fieldFields,
    picklistValuesByRecordTypeIDs: {
      type: new GraphQLList(PicklistValueByRecordTypeIDs),
      resolve: ({ picklist }) => [
        { picklistValues: picklist, defaultValue: picklist?.find((entry) => entry.default) ?? null }
      ]
    }
  }
});

const ChildRelationship = new GraphQLObjectType<ChildRelationshipInfo, GraphqlContext>({
  name: 'ChildRelationship',
  fields: (): Fields<ChildRelationshipInfo> => ({
    childObjectApiName: { type: text },
    fieldName: { type: GraphQLString },
    junctionIdListNames: { type: list(GraphQLString) },
    junctionReferenceTo: { type: list(GraphQLString) },
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
  fields: { controllingField: { type: text }, dependentFields: { type: list(GraphQLString) } }
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
    ApiName: { type: text, resolve: ({ apiName }: ObjectInfoSource) => apiName },
    ...each(OBJECT_FLAGS, flag),
    ...each(['keyPrefix', 'label', 'labelPlural'], GraphQLString),
    childRelationships: { type: list(ChildRelationship) },
    defaultRecordTypeId: { type: GraphQLID },
    dependentFields: { type: list(DependentField) },
    fields: { type: list(FieldInterface) },
    nameFields: { type: list(GraphQLString) },
    recordTypeInfos: { type: list(RecordTypeInfo) },
    themeInfo: { type: ThemeInfo },
    locale: { type: GraphQLString, resolve: (_source, _args, { reader }) => reader.user.locale }
  }
});

/** Null for an object that this user can't read. */
function infoOf({ reader }: GraphqlContext, apiName: string): ObjectInfoSource | null {
  const object = reader.object(apiName);
  if (!object) return null;
  const info = objectInfo(reader, object);
  return {
    ...info,
    dependentFields: [],
    fields: Object.values(info.fields).map((field) => {
      const entries = object.fields.get(field.apiName.toLowerCase())?.picklist?.values;
      return { ...field, picklist: entries?.filter(({ active }) => active) ?? null };
    }),
    recordTypeInfos: Object.values(info.recordTypeInfos)
  };
}

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
      if (!info)
        throw new GraphqlRefusal('DataFetchingException', `Object ${apiName} is not supported in UI API`);
      const fields = fieldNames
        ? info.fields.filter((field) => fieldNames.includes(field.apiName))
        : info.fields;
      return { ...info, fields };
    });
  }
};

/** Types that are only reached through the interface Field. */
export const fieldTypes = [StandardField, PicklistField];
