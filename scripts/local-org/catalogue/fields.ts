import type { FieldSchema, FieldType, PicklistValue } from '../contract.ts';

/** What a field definition may say beyond its name, label and type. */
export type FieldOptions = Partial<Omit<FieldSchema, 'name' | 'label' | 'type'>>;

/** A field with the platform's defaults; every other builder goes through here. */
export function field(name: string, label: string, type: FieldType, options: FieldOptions = {}): FieldSchema {
  const calculated = options.calculated ?? false;
  const required = options.required ?? false;
  return {
    name,
    label,
    type,
    custom: false,
    description: null,
    inlineHelpText: null,
    length: 0,
    precision: 0,
    scale: 0,
    required,
    createable: !calculated,
    updateable: !calculated,
    unique: false,
    externalId: false,
    caseSensitive: false,
    nameField: false,
    htmlFormatted: false,
    longText: false,
    autoNumberFormat: null,
    picklist: null,
    referenceTo: [],
    relationshipName: null,
    childRelationshipName: null,
    onParentDelete: 'SetNull',
    defaultValue: type === 'boolean' ? false : null,
    defaultFormula: null,
    calculated,
    computed: null,
    permissionable: !required && !calculated && !options.nameField,
    idLookup: Boolean(options.externalId || options.nameField),
    masterDetail: false,
    writeRequiresMasterRead: false,
    compoundFieldName: null,
    ...options
  };
}

export function text(name: string, label: string, length: number, options: FieldOptions = {}): FieldSchema {
  return field(name, label, 'string', { length, ...options });
}

/** The object's name as people type it. */
export function nameText(label: string, length: number, options: FieldOptions = {}): FieldSchema {
  return text('Name', label, length, { nameField: true, required: true, ...options });
}

/** Several lines; beyond 255 characters it is long text, which SOQL can't filter. */
export function textArea(
  name: string,
  label: string,
  length: number,
  options: FieldOptions = {}
): FieldSchema {
  return field(name, label, 'textarea', { length, longText: length > 255, ...options });
}

export function flag(name: string, label: string, options: FieldOptions = {}): FieldSchema {
  return field(name, label, 'boolean', options);
}

export function integer(
  name: string,
  label: string,
  digits: number,
  options: FieldOptions = {}
): FieldSchema {
  return field(name, label, 'int', { precision: digits, ...options });
}

type NumberType = 'double' | 'currency' | 'percent';

/** `digits` in all, `scale` of them behind the point. */
export function decimal(
  name: string,
  label: string,
  type: NumberType,
  digits: number,
  scale: number,
  options: FieldOptions = {}
): FieldSchema {
  return field(name, label, type, { precision: digits, scale, ...options });
}

export function date(name: string, label: string, options: FieldOptions = {}): FieldSchema {
  return field(name, label, 'date', options);
}

export function dateTime(name: string, label: string, options: FieldOptions = {}): FieldSchema {
  return field(name, label, 'datetime', options);
}

/** Values whose label is the value itself; a leading `*` marks the default. */
export function picklistValues(values: readonly string[]): PicklistValue[] {
  return values.map((text) => {
    const value = text.replace(/^\*/, '');
    return { value, label: value, active: true, default: text !== value };
  });
}

/** Standard picklists are suggestions unless `restricted` says otherwise. */
export function picklist(
  name: string,
  label: string,
  values: readonly string[] | PicklistValue[],
  options: FieldOptions & { restricted?: boolean; type?: 'picklist' | 'combobox' | 'multipicklist' } = {}
): FieldSchema {
  const { restricted = false, type = 'picklist', ...rest } = options;
  const entries = values.map((value) => (typeof value === 'string' ? picklistValues([value])[0] : value));
  const defaultValue = entries.find((entry) => entry.default)?.value ?? null;
  return field(name, label, type, {
    length: 255,
    picklist: { restricted, values: entries },
    defaultValue,
    ...rest
  });
}

/**
 * A lookup. The parent path in SOQL is the name without `Id`; `childRelationshipName` is the way back.
 */
export function reference(
  name: string,
  label: string,
  referenceTo: string | readonly string[],
  options: FieldOptions = {}
): FieldSchema {
  return field(name, label, 'reference', {
    length: 18,
    referenceTo: typeof referenceTo === 'string' ? [referenceTo] : [...referenceTo],
    relationshipName: name.replace(/Id$/, ''),
    ...options
  });
}

export function email(name: string, label: string, options: FieldOptions = {}): FieldSchema {
  return field(name, label, 'email', { length: 80, ...options });
}

export function phone(name: string, label: string, options: FieldOptions = {}): FieldSchema {
  return field(name, label, 'phone', { length: 40, ...options });
}

export function url(name: string, label: string, options: FieldOptions = {}): FieldSchema {
  return field(name, label, 'url', { length: 255, ...options });
}

/** The owner, as every object has it that isn't a detail. */
export function owner(options: FieldOptions = {}): FieldSchema {
  return reference('OwnerId', 'Owner ID', 'User', {
    onParentDelete: 'Restrict',
    permissionable: false,
    ...options
  });
}

/**
 * A street address: its parts, and the compound field that shows them as one value. The org doesn't look addresses up,
 * so it has no coordinates. https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/compound_fields_address.htm
 */
export function address(prefix: string, label: string): FieldSchema[] {
  const name = `${prefix}Address`;
  const part = { compoundFieldName: name };
  return [
    textArea(`${prefix}Street`, `${label} Street`, 255, part),
    text(`${prefix}City`, `${label} City`, 40, part),
    text(`${prefix}State`, `${label} State/Province`, 80, part),
    text(`${prefix}PostalCode`, `${label} Zip/Postal Code`, 20, part),
    text(`${prefix}Country`, `${label} Country`, 80, part),
    field(name, `${label} Address`, 'address', {
      calculated: true,
      permissionable: true,
      computed: {
        kind: 'compound',
        parts: [
          ['city', `${prefix}City`],
          ['country', `${prefix}Country`],
          ['geocodeAccuracy', null],
          ['latitude', null],
          ['longitude', null],
          ['postalCode', `${prefix}PostalCode`],
          ['state', `${prefix}State`],
          ['street', `${prefix}Street`]
        ]
      }
    })
  ];
}
