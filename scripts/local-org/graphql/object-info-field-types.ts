import {
  GraphQLBoolean,
  GraphQLInt,
  GraphQLInterfaceType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
  type GraphQLFieldConfigMap,
  type GraphQLOutputType
} from 'graphql';
import type { ReferenceToInfo } from '../ui-api/field-info.ts';
import { MASTER_RECORD_TYPE } from '../ui-api/record.ts';
import type { GraphqlContext } from './context.ts';
import { infoOf, type FieldSource, type ObjectInfoSource } from './object-info-source.ts';
import { each, enumeration } from './operators.ts';

export const flag = new GraphQLNonNull(GraphQLBoolean);
export const requiredText = new GraphQLNonNull(GraphQLString);
export const requiredList = (type: GraphQLOutputType) => new GraphQLNonNull(new GraphQLList(type));

const DataType = enumeration('DataType', [
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
]);

const ExtraTypeInfo = enumeration('FieldExtraTypeInfo', ['PERSONNAME', 'PLAINTEXTAREA', 'RICHTEXTAREA']);

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
    recordTypeID: { type: requiredText, resolve: () => MASTER_RECORD_TYPE },
    picklistValues: { type: new GraphQLList(new GraphQLNonNull(PicklistEntry)) },
    defaultValue: { type: PicklistEntry }
  }
});

/** `Field` and its two kinds; references lead back to the type of object infos. */
export function fieldInfoTypes(objectInfoType: () => GraphQLObjectType<ObjectInfoSource, GraphqlContext>) {
  const referenceToInfo = new GraphQLObjectType<ReferenceToInfo, GraphqlContext>({
    name: 'ReferenceToInfo',
    fields: () => ({
      ApiName: { type: requiredText, resolve: ({ apiName }) => apiName },
      nameFields: { type: requiredList(GraphQLString) },
      objectInfo: {
        type: objectInfoType(),
        resolve: ({ apiName }, _args, context) => infoOf(context, apiName)
      }
    })
  });

  const fields: GraphQLFieldConfigMap<FieldSource, GraphqlContext> = {
    ApiName: { type: requiredText, resolve: ({ apiName }) => apiName },
    ...each(FLAGS, flag),
    ...each(TEXTS, GraphQLString),
    controllingFields: { type: requiredList(GraphQLString) },
    dataType: { type: DataType, resolve: ({ dataType }) => dataType.toUpperCase() },
    extraTypeInfo: { type: ExtraTypeInfo, resolve: (field) => field.extraTypeInfo?.toUpperCase() ?? null },
    precision: { type: GraphQLInt },
    referenceToInfos: { type: requiredList(referenceToInfo) },
    scale: { type: GraphQLInt },
    searchPrefilterable: { type: GraphQLBoolean }
  };

  const field = new GraphQLInterfaceType({
    name: 'Field',
    fields: fields as GraphQLFieldConfigMap<unknown, unknown>,
    resolveType: (source: FieldSource) => (source.picklist ? 'PicklistField' : 'StandardField')
  });

  const standardField = new GraphQLObjectType<FieldSource, GraphqlContext>({
    name: 'StandardField',
    interfaces: [field],
    fields
  });

  const picklistField = new GraphQLObjectType<FieldSource, GraphqlContext>({
    name: 'PicklistField',
    interfaces: [field],
    fields: {
      ...fields,
      picklistValuesByRecordTypeIDs: {
        type: new GraphQLList(PicklistValueByRecordTypeIDs),
        resolve: ({ picklist }) => [
          { picklistValues: picklist, defaultValue: picklist?.find((entry) => entry.default) ?? null }
        ]
      }
    }
  });

  return { field, kinds: [standardField, picklistField] };
}
