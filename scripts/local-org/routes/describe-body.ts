import type { FieldSchema, FieldType, ObjectSchema, Org, UserContext } from '../contract.ts';
import { isAggregatable, isFilterable, isGroupable, isSortable } from '../soql/capabilities.ts';

const SOAP_TYPES: Partial<Record<FieldType, string>> = {
  id: 'tns:ID',
  reference: 'tns:ID',
  boolean: 'xsd:boolean',
  int: 'xsd:int',
  double: 'xsd:double',
  currency: 'xsd:double',
  percent: 'xsd:double',
  date: 'xsd:date',
  datetime: 'xsd:dateTime',
  time: 'xsd:time',
  address: 'urn:address',
  location: 'urn:location'
};

/** One field as `describe` tells it to this user. */
export function describeField(org: Org, user: UserContext, object: ObjectSchema, field: FieldSchema) {
  const editable = org.access.field(user, object, field).edit;
  const isInteger = field.type === 'int';
  const isPicklist = field.picklist !== null;
  const formula = field.computed?.kind === 'formula' ? field.computed : null;
  const hasDefault =
    field.type === 'boolean' ||
    field.defaultValue !== null ||
    field.defaultFormula !== null ||
    field.name === 'OwnerId';
  return {
    aggregatable: isAggregatable(field, 'COUNT'),
    aiPredictionField: false,
    autoNumber: field.autoNumberFormat !== null,
    byteLength: field.length * 3,
    calculated: formula !== null || field.computed?.kind === 'summary',
    calculatedFormula: formula?.source ?? null,
    cascadeDelete: field.masterDetail,
    caseSensitive: field.caseSensitive,
    compoundFieldName: field.compoundFieldName,
    controllerName: null,
    createable: field.createable && editable,
    custom: field.custom,
    defaultValue: field.defaultValue,
    defaultValueFormula: field.defaultFormula,
    defaultedOnCreate: hasDefault || (field.calculated && !field.computed),
    dependentPicklist: false,
    deprecatedAndHidden: false,
    digits: isInteger ? field.precision : 0,
    displayLocationInDecimal: field.type === 'location',
    encrypted: false,
    externalId: field.externalId,
    extraTypeInfo: extraTypeInfo(field),
    filterable: isFilterable(field),
    filteredLookupInfo: null,
    formulaTreatNullNumberAsZero: formula?.blanksAreZero ?? false,
    groupable: isGroupable(field),
    highScaleNumber: false,
    htmlFormatted: field.htmlFormatted,
    idLookup: field.idLookup,
    inlineHelpText: field.inlineHelpText,
    label: field.label,
    length: field.length,
    mask: null,
    maskType: null,
    name: field.name,
    nameField: field.nameField,
    namePointing: field.referenceTo.length > 1,
    nillable: !field.required && field.type !== 'boolean' && field.type !== 'id' && !field.nameField,
    permissionable: field.permissionable,
    picklistValues: (field.picklist?.values ?? []).map(({ value, label, active, default: isDefault }) => ({
      active,
      defaultValue: isDefault,
      label,
      validFor: null,
      value
    })),
    polymorphicForeignKey: field.referenceTo.length > 1,
    precision: isInteger ? 0 : field.precision,
    queryByDistance: false,
    referenceTargetField: null,
    referenceTo: field.referenceTo,
    relationshipName: field.relationshipName,
    relationshipOrder: field.masterDetail ? 0 : null,
    restrictedDelete: field.type === 'reference' && field.onParentDelete === 'Restrict',
    restrictedPicklist: isPicklist && field.picklist?.restricted === true,
    scale: field.scale,
    searchPrefilterable: field.type === 'reference',
    soapType: SOAP_TYPES[field.type] ?? 'xsd:string',
    sortable: isSortable(field),
    type: field.type,
    unique: field.unique,
    updateable: field.updateable && editable,
    writeRequiresMasterRead: field.writeRequiresMasterRead
  };
}

function extraTypeInfo(field: FieldSchema): string | null {
  if (field.htmlFormatted) return 'richtextarea';
  return field.longText ? 'plaintextarea' : null;
}

/** What the global describe lists of an object, and what heads its own describe. */
export function describeSummary(org: Org, user: UserContext, object: ObjectSchema, apiVersion: string) {
  const permissions = org.access.object(user, object);
  const base = `/services/data/v${apiVersion}/sobjects/${object.name}`;
  return {
    activateable: false,
    associateEntityType: null,
    associateParentEntity: null,
    createable: permissions.create,
    custom: object.custom,
    customSetting: false,
    deepCloneable: false,
    deletable: permissions.delete,
    deprecatedAndHidden: false,
    feedEnabled: false,
    hasSubtypes: false,
    isInterface: false,
    isSubtype: false,
    keyPrefix: object.keyPrefix,
    label: object.label,
    labelPlural: object.labelPlural,
    layoutable: !object.setup,
    mergeable: false,
    mruEnabled: !object.setup,
    name: object.name,
    queryable: true,
    // Set-up records leave no trace when they are deleted, so nobody could replicate that.
    replicateable: !object.setup,
    retrieveable: true,
    searchable: false,
    triggerable: false,
    undeletable: false,
    updateable: permissions.edit,
    urls: {
      sobject: base,
      describe: `${base}/describe`,
      rowTemplate: `${base}/{ID}`
    }
  };
}

/** https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_sobject_describe.htm */
export function describeObject(org: Org, user: UserContext, object: ObjectSchema, apiVersion: string) {
  const readable = [...object.fields.values()].filter((field) => org.access.field(user, object, field).read);
  const nameField = readable.find((field) => field.nameField);
  return {
    actionOverrides: [],
    ...describeSummary(org, user, object, apiVersion),
    childRelationships: object.children
      .filter(({ childObject }) => {
        const child = org.schema.object(childObject);
        return child !== undefined && org.access.object(user, child).read;
      })
      .map(({ childObject, field, relationshipName, cascadeDelete }) => ({
        cascadeDelete,
        childSObject: childObject,
        deprecatedAndHidden: false,
        field,
        junctionIdListNames: [],
        junctionReferenceTo: [],
        relationshipName,
        restrictedDelete:
          org.schema.object(childObject)?.fields.get(field.toLowerCase())?.onParentDelete === 'Restrict'
      })),
    compactLayoutable: !object.setup,
    fields: readable.map((field) => describeField(org, user, object, field)),
    lookupLayoutable: null,
    namedLayoutInfos: object.name === 'User' ? [{ name: 'UserAlt' }] : [],
    nameFields: nameField ? [nameField.name] : [],
    networkScopeFieldName: null,
    recordTypeInfos: [
      {
        active: true,
        available: true,
        defaultRecordTypeMapping: true,
        developerName: 'Master',
        master: true,
        name: 'Master',
        recordTypeId: '012000000000000AAA',
        urls: {}
      }
    ],
    searchLayoutable: false,
    sobjectDescribeOption: 'FULL',
    supportedScopes: [{ label: `All ${object.labelPlural.toLowerCase()}`, name: 'everything' }]
  };
}
