import { field, type FieldOptions } from '../catalogue/fields.ts';
import type { FieldSchema, FieldType } from '../contract.ts';
import { defaultOf } from './default-value.ts';
import { parsePicklist, type GlobalValueSets } from './picklist.ts';
import { summaryField } from './summary.ts';
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
  Time: 'time',
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
    ...(masterDetail && {
      required: true,
      updateable: childFlag(element, 'reparentableMasterDetail'),
      writeRequiresMasterRead: childFlag(element, 'writeRequiresMasterRead')
    })
  };
}

function nameAndLabel(element: XmlElement): { name: string; label: string } {
  const name = childText(element, 'fullName');
  if (!/^[A-Za-z][A-Za-z0-9_]*__c$/.test(name)) throw new Error(`'${name}' is not a name for a custom field`);
  const label = childText(element, 'label');
  if (!label) throw new Error('Must specify a non-empty label for the CustomField');
  return { name, label };
}

/** A `<fields>` element of a custom field; throws an Error with the problem in the words of a deploy. */
function parseCustomField(element: XmlElement, valueSets: GlobalValueSets): FieldSchema {
  const { name, label } = nameAndLabel(element);
  const metadataType = childText(element, 'type');
  if (metadataType === 'Summary') return summaryField(element, name, label);
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
    ...defaultOf(element, type),
    ...(list && { defaultValue: list.values.find((entry) => entry.default)?.value ?? null }),
    ...(childText(element, 'formula') ? formula(element, metadataType) : sizes(element, metadataType)),
    ...(isReference && relationship(element, name, metadataType))
  });
}

/** Types that a formula can have. */
const FORMULA_TYPES = new Set(['Checkbox', 'Currency', 'Date', 'DateTime', 'Number', 'Percent', 'Text']);
const LONGEST_FORMULA_TEXT = 1300;

/** What a formula field has instead of a size of its own; `buildSchema` checks the formula once all fields are known. */
function formula(element: XmlElement, metadataType: string): FieldOptions {
  if (!FORMULA_TYPES.has(metadataType)) {
    throw new Error(`The type '${metadataType}' is not supported for formula fields by the local org`);
  }
  return {
    ...(metadataType === 'Text' ? { length: LONGEST_FORMULA_TEXT } : sizes(element, metadataType)),
    required: false,
    calculated: true,
    createable: false,
    updateable: false,
    permissionable: true,
    defaultValue: null,
    defaultFormula: null,
    computed: {
      kind: 'formula',
      source: childText(element, 'formula'),
      blanksAreZero: childText(element, 'formulaTreatBlanksAs') === 'BlankAsZero'
    }
  };
}

/**
 * The fields that a `<fields>` element makes: one, or for a geolocation its two coordinates and the compound field.
 * https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/compound_fields_geolocation.htm
 */
export function parseCustomFields(element: XmlElement, valueSets: GlobalValueSets): FieldSchema[] {
  return childText(element, 'type') === 'Location'
    ? location(element)
    : [parseCustomField(element, valueSets)];
}

const MOST_DECIMALS = 15;

function location(element: XmlElement): FieldSchema[] {
  const { name, label } = nameAndLabel(element);
  const required = childFlag(element, 'required');
  const scale = wholeNumber(element, 'Location', 'scale', 0, MOST_DECIMALS);
  const part = (which: 'Latitude' | 'Longitude'): FieldSchema =>
    field(`${name.replace(/__c$/, '')}__${which}__s`, `${label} (${which})`, 'double', {
      custom: true,
      scale,
      required,
      permissionable: !required,
      compoundFieldName: name
    });
  const [latitude, longitude] = [part('Latitude'), part('Longitude')];
  const compound = field(name, label, 'location', {
    custom: true,
    description: childText(element, 'description') || null,
    inlineHelpText: childText(element, 'inlineHelpText') || null,
    scale,
    calculated: true,
    permissionable: !required,
    computed: {
      kind: 'compound',
      parts: [
        ['latitude', latitude.name],
        ['longitude', longitude.name]
      ]
    }
  });
  return [latitude, longitude, compound];
}

/**
 * The format of an auto-number, which must hold one run of zeros in braces and may hold the day, as `{YYYY}` or `{YY}`,
 * `{MM}` and `{DD}`. https://help.salesforce.com/s/articleView?id=platform.custom_field_attributes.htm
 */
export function autoNumber(element: XmlElement): string {
  const format = childText(element, 'displayFormat');
  if (!format) throw new Error("Must specify 'displayFormat' for a CustomField of type AutoNumber");
  if (!/^[^{}]*\{0+\}[^{}]*$/.test(format.replace(/\{(?:YYYY|YY|MM|DD)\}/g, ''))) {
    throw new Error(
      `The display format '${format}' needs one number such as {0000}, and no braces but for {YYYY}, {YY}, {MM} and {DD}`
    );
  }
  return format;
}
