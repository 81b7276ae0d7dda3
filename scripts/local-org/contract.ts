/**
 * What the parts of the local org promise each other. Types only: the schema (from the catalogue of
 * standard objects and the deployed metadata), the store, who may do what, and the services that every
 * channel (REST, SOQL, Bulk, UI API, GraphQL, Metadata) calls, so that a rule holds in all of them alike.
 */

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
  | 'picklist'
  | 'multipicklist'
  | 'combobox'
  | 'reference'
  | 'email'
  | 'phone'
  | 'url';

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
  /** A format such as `GR-{00000}`, or null. */
  autoNumberFormat: string | null;
  picklist: { restricted: boolean; values: PicklistValue[] } | null;
  /** Objects a reference may point at (User and Group for OwnerId …); empty for other types. */
  referenceTo: string[];
  /** The parent path in SOQL (`Account` for AccountId, `Guidance__r` for Guidance__c), or null. */
  relationshipName: string | null;
  /** The child relationship's name on the parent (`Opportunities`, `Reviews` → `Reviews__r`), or null. */
  childRelationshipName: string | null;
  onParentDelete: 'SetNull' | 'Cascade' | 'Restrict';
  /** The literal that an absent value takes on create, or null. */
  defaultValue: string | number | boolean | null;
  /** Derived on write by the org itself (system fields, Name of a person, IsClosed …); always a column. */
  calculated: boolean;
  /** False: field-level security doesn't apply; the field follows the object (Id, names, required fields). */
  permissionable: boolean;
  /** Usable to find a record in an upsert (Id, external ids, Name, e-mail of a person). */
  idLookup: boolean;
  /** A master-detail relationship: required, cascades, and lends the parent's sharing. */
  masterDetail: boolean;
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

/** As deployed in `validationRules`; `formula` is the source that the evaluator has accepted. */
export interface ValidationRule {
  name: string;
  active: boolean;
  formula: string;
  errorMessage: string;
  errorDisplayField: string | null;
}

/** One `field operation value` of a rule's criteria; the value is as written in the metadata. */
export interface RuleCriterion {
  field: string;
  operation: string;
  value: string;
}

/** Who a rule shares with or from, as the metadata type SharedTo names them. */
export interface SharingPrincipal {
  kind: 'allInternalUsers' | 'group' | 'role' | 'roleAndSubordinates' | 'roleAndSubordinatesInternal';
  name: string;
}

export interface SharingRule {
  name: string;
  accessLevel: 'Read' | 'Edit';
  sharedTo: readonly SharingPrincipal[];
  /** Rows of these owners, or null when the criteria decide. */
  sharedFrom: readonly SharingPrincipal[] | null;
  criteria: readonly RuleCriterion[];
  booleanFilter: string | null;
}

/** Rows outside `recordFilter` vanish for the users that `userCriteria` names. */
export interface RestrictionRule {
  name: string;
  active: boolean;
  userCriteria: string;
  recordFilter: string;
}

export interface Schema {
  /** Finds an object by its name, case-insensitively. */
  object(name: string): ObjectSchema | undefined;
  objects(): readonly ObjectSchema[];
}

/** What the store keeps: ids are 18 characters, dates `YYYY-MM-DD`, date-times `YYYY-MM-DDTHH:mm:ss.sssZ`. */
export type FieldValue = string | number | boolean | null;
export type RecordValues = Record<string, FieldValue>;

export interface SqlFragment {
  sql: string;
  params: (string | number | null)[];
}

/**
 * One SQLite table an object, named `"<Object>"`, one column a field, named `"<Field>"` (as spelt in the
 * schema; quote always), `Id` the primary key. Text columns are COLLATE NOCASE unless `caseSensitive`; columns of
 * ids and references compare exactly (normalise to 18 characters first); booleans are 0/1. Deleted rows stay with
 * `IsDeleted` = 1 until they are purged. Tables of the org itself begin with an underscore.
 */
export interface Store {
  /** Rows as SQLite gives them (booleans 0/1). */
  all(sql: string, params?: readonly (string | number | null)[]): Record<string, string | number | null>[];
  run(sql: string, params?: readonly (string | number | null)[]): void;
  /** All or nothing; may be nested. */
  transaction<T>(work: () => T): T;
}

export interface ObjectPermissions {
  create: boolean;
  read: boolean;
  edit: boolean;
  delete: boolean;
  viewAll: boolean;
  modifyAll: boolean;
}

/** The person behind a request. */
export interface UserContext {
  userId: string;
  username: string;
  profileId: string;
  roleId: string | null;
  timeZone: string;
  locale: string;
  /** System permissions in force, as `PermissionSet` names them without `Permissions`: `ViewAllData`, `ApiEnabled` … */
  systemPermissions: ReadonlySet<string>;
}

export type RowAccess = 'read' | 'edit' | 'delete' | 'transfer';

export interface Access {
  object(user: UserContext, object: ObjectSchema): ObjectPermissions;
  field(user: UserContext, object: ObjectSchema, field: FieldSchema): { read: boolean; edit: boolean };
  /**
   * The condition that the rows of `alias` (a table alias of this object) must meet for this user: owner, role
   * hierarchy, organisation-wide default, sharing rules, restriction rules, View/Modify All. `1` when all rows.
   */
  rows(user: UserContext, object: ObjectSchema, alias: string, access: RowAccess): SqlFragment;
}

/** As the REST API answers: https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/errorcodes.htm */
export interface ApiError {
  errorCode: string;
  message: string;
  fields?: string[];
}

export interface SaveResult {
  id: string | null;
  success: boolean;
  errors: ApiError[];
  /** For an upsert: true when a new record was made. */
  created?: boolean;
}

/** Thrown by any service; the http layer turns it into `[{message, errorCode, fields?}]` with this status. */
export interface OrgErrorShape {
  status: number;
  errors: ApiError[];
}

export interface Records {
  create(user: UserContext, object: string, values: Record<string, unknown>): SaveResult;
  update(user: UserContext, object: string, id: string, values: Record<string, unknown>): SaveResult;
  upsert(
    user: UserContext,
    object: string,
    externalIdField: string,
    externalId: string,
    values: Record<string, unknown>
  ): SaveResult;
  delete(user: UserContext, object: string, id: string): SaveResult;
  /** The named fields (all readable ones without a list) of one record; throws NOT_FOUND. */
  retrieve(user: UserContext, object: string, id: string, fields?: readonly string[]): RecordValues;
  /** The records that carry this value in an external id (or other idLookup) field, deleted ones left out. */
  find(user: UserContext, object: string, field: string, value: string): string[];
  /** Several saves as one: when `allOrNone` and one fails, all are rolled back. */
  batch(allOrNone: boolean, saves: readonly (() => SaveResult)[]): SaveResult[];
}

export interface QueryRow {
  attributes: { type: string; url?: string };
  [field: string]: FieldValue | QueryRow | QueryResult | { type: string; url?: string };
}

export interface QueryResult {
  totalSize: number;
  done: boolean;
  records: QueryRow[];
  nextRecordsUrl?: string;
}

export interface QueryOptions {
  /** For the URLs in `attributes`, such as `66.0`. */
  apiVersion: string;
  includeDeleted?: boolean;
  batchSize?: number;
}

export interface Queries {
  run(user: UserContext, soql: string, options: QueryOptions): QueryResult;
  more(user: UserContext, locator: string, options: QueryOptions): QueryResult;
}

/** One file of a deploy in metadata format; a component may have several (a bundle). */
export interface MetadataFile {
  /** The metadata type (`CustomObject`, `PermissionSet`, `LightningComponentBundle` …). */
  type: string;
  fullName: string;
  /** The path inside the package, such as `objects/Account.object`. */
  fileName: string;
  content: Uint8Array;
}

export interface MetadataReference {
  type: string;
  fullName: string;
}

/** What is deployed, as `fileProperties` of a retrieve tell it. */
export interface StoredMetadataFile extends MetadataFile {
  id: string;
  createdById: string;
  createdDate: string;
  lastModifiedById: string;
  lastModifiedDate: string;
}

export interface MetadataFiles {
  /** Of one type, or all; by type, full name, file name. */
  list(type?: string): StoredMetadataFile[];
  /** All files of one component; empty when it isn't there. */
  get(type: string, fullName: string): StoredMetadataFile[];
  /** When a deploy last changed anything, or null. */
  lastChange(): string | null;
}

export interface MetadataChange {
  /** A `CustomObject` file is merged into what is there: fields and rules that it doesn't name stay. */
  files: readonly MetadataFile[];
  /** Also children such as `{type: 'CustomField', fullName: 'Account.Tier__c'}`. */
  removed?: readonly MetadataReference[];
  /** Recorded as created by and last modified by. */
  userId: string;
  /** True: everything is done and then rolled back. */
  checkOnly?: boolean;
}

/** Why a component can't be installed; `installMetadata` throws `MetadataError` with a list of them. */
export interface MetadataProblem extends MetadataReference {
  fileName: string;
  problem: string;
  lineNumber?: number;
  columnNumber?: number;
}

export interface Sessions {
  /** A new access token (`00D…!…`) of this user; throws when the user is inactive or unknown. */
  issue(userId: string): string;
  revoke(token: string): void;
}

/** The assembled org, handed to every route. `schema` is replaced as a whole by a deploy: always read it afresh. */
export interface Org {
  readonly organizationId: string;
  readonly schema: Schema;
  readonly store: Store;
  readonly access: Access;
  readonly records: Records;
  readonly queries: Queries;
  /** The org's clock, fixed in tests. */
  now(): Date;
  /** Whose token this is; throws 401 INVALID_SESSION_ID. */
  authenticate(token: string | undefined): UserContext;
  /** The context of one user, by Id; throws NOT_FOUND. */
  user(userId: string): UserContext;
  readonly sessions: Sessions;
  readonly metadata: MetadataFiles;
  /**
   * Stores the files, rebuilds the schema, migrates the tables and rewrites permissions, all or nothing. Throws
   * `MetadataError` (errors.ts) when a file can't be understood.
   */
  installMetadata(change: MetadataChange): void;
  /** Requests of the last 24 hours and their limit, for `limits` and the `Sforce-Limit-Info` header. */
  readonly apiUsage: { count(): void; used(): number; limit: number };
  close(): void;
}
