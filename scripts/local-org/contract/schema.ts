import type { RestrictionRule, SharingRule, ValidationRule } from './rules.ts';

/** Field types as `describe` spells them. */
export type FieldType =
  | 'id'
  | 'string'
  | 'textarea'
  | 'boolean'
  | 'int'
  | 'double'
  | 'currency'
  | 'percent'
  | 'date'
  | 'datetime'
  | 'time'
  | 'picklist'
  | 'multipicklist'
  | 'combobox'
  | 'reference'
  | 'email'
  | 'phone'
  | 'url'
  | 'address'
  | 'location';

export type SummaryOperation = 'count' | 'sum' | 'min' | 'max';

/** A field without a column: what it shows is worked out from others when it is read. */
export type ComputedField =
  /** `blanksAreZero`: an empty number counts as 0. */
  | { kind: 'formula'; source: string; blanksAreZero: boolean }
  /** What the details of a record come to, whoever may see them; `field` is null for their count. */
  | { kind: 'summary'; operation: SummaryOperation; child: string; foreignKey: string; field: string | null }
  /** Several fields as one value, by the names that they have in it; null where the org has no such field. */
  | { kind: 'compound'; parts: readonly (readonly [key: string, field: string | null])[] };

export interface PicklistValue {
  value: string;
  label: string;
  active: boolean;
  default: boolean;
}

export interface FieldSchema {
  name: string;
  label: string;
  type: FieldType;
  custom: boolean;
  description: string | null;
  inlineHelpText: string | null;
  /** Characters; 0 where it has no meaning. */
  length: number;
  /** Digits in all, and behind the point; 0 where they have no meaning. */
  precision: number;
  scale: number;
  /** True: a record cannot be saved without a value (`nillable: false` and no default). */
  required: boolean;
  createable: boolean;
  updateable: boolean;
  unique: boolean;
  externalId: boolean;
  caseSensitive: boolean;
  nameField: boolean;
  /** Rich text (`Html`). */
  htmlFormatted: boolean;
  /** Long text and rich text: not filterable, not groupable in SOQL. */
  longText: boolean;
  /** A format such as `T-{00000}`, or null. */
  autoNumberFormat: string | null;
  picklist: { restricted: boolean; values: PicklistValue[] } | null;
  /** Objects a reference may point at (User and Group for OwnerId …); empty for other types. */
  referenceTo: string[];
  /** The parent path in SOQL (`Account` for AccountId, `Tier__r` for Tier__c), or null. */
  relationshipName: string | null;
  /** The child relationship's name on the parent (`Opportunities`, `Reviews` → `Reviews__r`), or null. */
  childRelationshipName: string | null;
  onParentDelete: 'SetNull' | 'Cascade' | 'Restrict';
  /** The literal that an absent value takes on create, or null. */
  defaultValue: string | number | boolean | null;
  /** The formula that works out the value that an absent one takes on create, or null. */
  defaultFormula: string | null;
  /** Never written by a caller: derived by the org when it writes (system fields, IsClosed …), or `computed`. */
  calculated: boolean;
  /** Null: the field has a column. */
  computed: ComputedField | null;
  /** False: field-level security doesn't apply; the field follows the object (Id, names, required fields). */
  permissionable: boolean;
  /**
   * The compound field that this one is a part of (`BillingAddress`, `Name` of a person), or null. Field-level
   * security is granted on it and holds for its parts.
   */
  compoundFieldName: string | null;
  /** Usable to find a record in an upsert (Id, external ids, Name, e-mail of a person). */
  idLookup: boolean;
  /** A master-detail relationship: required, cascades, and lends the parent's sharing. */
  masterDetail: boolean;
  /** Of a master-detail relationship: whoever may read the master may make, change and delete its details. */
  writeRequiresMasterRead: boolean;
}

export type SharingModel =
  'Private' | 'Read' | 'ReadWrite' | 'ReadWriteTransfer' | 'FullAccess' | 'ControlledByParent';

export interface ChildRelationship {
  childObject: string;
  field: string;
  relationshipName: string | null;
  cascadeDelete: boolean;
}

export interface ObjectSchema {
  name: string;
  label: string;
  labelPlural: string;
  keyPrefix: string;
  custom: boolean;
  description: string | null;
  sharingModel: SharingModel;
  /** For ControlledByParent: the reference that decides. */
  controllingField: string | null;
  /** Keyed by the field's name in lower case. Iterates in describe order. */
  fields: ReadonlyMap<string, FieldSchema>;
  children: readonly ChildRelationship[];
  createable: boolean;
  updateable: boolean;
  deletable: boolean;
  /** Set-up objects (Profile, PermissionSet …) are readable by all and writable by administrators. */
  setup: boolean;
  /**
   * The object whose permissions apply instead of its own: reading it allows reading, editing it allows the rest
   * (Opportunity for OpportunityLineItem). Null for most.
   */
  permissionsFrom: string | null;
  /** References whose readable parent makes a row readable as well (WhatId and WhoId of activities). */
  readableThrough: readonly string[];
  validationRules: readonly ValidationRule[];
  sharingRules: readonly SharingRule[];
  restrictionRules: readonly RestrictionRule[];
}

export interface Schema {
  /** Finds an object by its name, case-insensitively. */
  object(name: string): ObjectSchema | undefined;
  objects(): readonly ObjectSchema[];
}
