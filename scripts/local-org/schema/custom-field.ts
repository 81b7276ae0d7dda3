import { field, type FieldOptions } from '../catalogue/fields.ts';
import type { FieldSchema, FieldType } from '../contract.ts';
import { parseDefaultValue } from './default-value.ts';
import { parsePicklist, type GlobalValueSets } from './picklist.ts';
import { childOf, childFlag, childText, type XmlElement } from '../xml/document.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/customfield.htm */
const TYPES: Readonly<Record<string, FieldType>> = {
  Text: 'string',
  TextArea: 'textarea',
  LongTextArea: 'textarea',
  Html: 'textarea',
  Number: 'double',
  Currency: 'currency',
  Percent: 'percent',
  Checkbox: 'boolean',
  Date: 'date',
  DateTime: 'datetime',
  Picklist: 'picklist',
  MultiselectPicklist: 'multipicklist',
  Lookup: 'reference',
  MasterDetail: 'reference',
  Email: 'email',
  Phone: 'phone',
  Url: 'url',
  AutoNumber: 'string'
};

const FIXED_LENGTHS: Readonly<Record<string, number>> = {
  TextArea: 255,
  Picklist: 255,
  MultiselectPicklist: 4099,
  Lookup: 18,
  MasterDetail: 18,
  Email: 80,
  Phone: 40,
  Url: 255,
  AutoNumber: 30
};

const LONGEST = { Text: 255, LongTextArea: 131_072, Html: 131_072 } as const;

function wholeNumber(element: XmlElement, type: string, name: string, least: number, most: number): number {
  const text = childText(element, name);
  if (text === '') throw new Error(`Must specify '${name}' for a CustomField of type ${type}`);
  const number = Number(text);
  if (!Number.isInteger(number) || number < least || number > most) {
    throw new Error(`'${name}' of a CustomField of type ${type} must be between ${least} and ${most}`);
  }
  return number;
}

function sizes(element: XmlElement, type: string): FieldOptions {
  if (type in LONGEST) {
    const longText = type !== 'Text';
    if (longText) wholeNumber(element, type, 'visibleLines', 2, 50);
    const most = LONGEST[type as keyof typeof LONGEST];
    return { length: wholeNumber(element, type, 'length', longText ? 256 : 1, most), longText };
  }
  if (type === 'Number' || type === 'Currency' || type === 'Percent') {
    const precision = wholeNumber(element, type, 'precision', 1, 18);
    return { precision, scale: wholeNumber(element, type, 'scale', 0, precision) };
  }
  return { length: FIXED_LENGTHS[type] ?? 0 };
}

const DELETE_CONSTRAINTS = ['SetNull', 'Cascade', 'Restrict'] as const;

function relationship(element: XmlElement, name: string, type: string): FieldOptions {
  const referenceTo = childText(element, 'referenceTo');
  if (!referenceTo) throw new Error(`Must specify 'referenceTo' for a CustomField of type ${type}`);
  const filter = childOf(element, 'lookupFilter');
  if (filter && childFlag(filter, 'active')) {
    throw new Error('Lookup filters are not supported by the local org');
  }
  const childName = childText(element, 'relationshipName');
  const masterDetail = type === 'MasterDetail';
  if (masterDetail && !childName) throw new Error(`Must specify 'relationshipName' for a MasterDetail field`);
  if (childFlag(element, 'writeRequiresMasterRead')) {
    throw new Error('writeRequiresMasterRead is not supported by the local org');
  }
  const constraint = childText(element, 'deleteConstraint') || 'SetNull';
  const onParentDelete = DELETE_CONSTRAINTS.find((known) => known === constraint);
  if (!onParentDelete) throw new Error(`'${constraint}' is not a valid value for 'deleteConstraint'`);
  if (!masterDetail && childFlag(element, 'required') && onParentDelete === 'SetNull') {
    throw new Error('Must specify either cascade delete or restrict delete for required lookup foreign key.');
  }
  return {
    referenceTo: [referenceTo],
    relationshipName: name.replace(/__c$/, '__r'),
    childRelationshipName: childName ? `${childName}__r` : null,
    masterDetail,
    onParentDelete: masterDetail ? 'Cascade' : onParentDelete,
    ...(masterDetail && { required: true, updateable: childFlag(element, 'reparentableMasterDetail') })
  };
}

/** A `<fields>` element of a custom field; throws an Error with the problem in the words of a deploy. */
export function parseCustomField(element: XmlElement, valueSets: GlobalValueSets): FieldSchema {
  const name = childText(element, 'fullName');
  if (!/^[A-Za-z][A-Za-z0-9_]*__c$/.test(name)) throw new Error(`'${name}' is not a name for a custom field`);
  const label = childText(element, 'label');
  if (!label) throw new Error('Must specify a non-empty label for the CustomField');
  const metadataType = childText(element, 'type');
  if (metadataType === 'Summary' || childText(element, 'formula')) {
    throw new Error('Formula and roll-up summary fields are not supported by the local org');
  }
  const type = Object.hasOwn(TYPES, metadataType) ? TYPES[metadataType] : undefined;
  if (!type) throw new Error(`The field type '${metadataType}' is not supported by the local org`);

  const autoNumberFormat = metadataType === 'AutoNumber' ? autoNumber(element) : null;
  const isReference = metadataType === 'Lookup' || metadataType === 'MasterDetail';
  const isPicklist = type === 'picklist' || type === 'multipicklist';
  const list = isPicklist ? parsePicklist(element, valueSets) : null;
  const externalId = childFlag(element, 'externalId');
  const required = childFlag(element, 'required');
  return field(name, label, type, {
    custom: true,
    description: childText(element, 'description') || null,
    inlineHelpText: childText(element, 'inlineHelpText') || null,
    required,
    unique: childFlag(element, 'unique'),
    caseSensitive: childFlag(element, 'caseSensitive'),
    externalId,
    idLookup: externalId,
    htmlFormatted: metadataType === 'Html',
    autoNumberFormat,
    calculated: autoNumberFormat !== null,
    permissionable: !required && metadataType !== 'MasterDetail',
    picklist: list,
    defaultValue:
      list?.values.find((entry) => entry.default)?.value ??
      parseDefaultValue(childText(element, 'defaultValue') || null, type),
    ...sizes(element, metadataType),
    ...(isReference && relationship(element, name, metadataType))
  });
}

/** The format of an auto-number, which must hold one run of zeros in braces. */
export function autoNumber(element: XmlElement): string {
  const format = childText(element, 'displayFormat');
  if (!format) throw new Error("Must specify 'displayFormat' for a CustomField of type AutoNumber");
  if (!/^[^{}]*\{0+\}[^{}]*$/.test(format)) {
    throw new Error(
      `The display format '${format}' needs one number such as {0000}; dates are not supported`
    );
  }
  return format;
}
