import type { FieldSchema, ObjectSchema, Schema } from '../contract.ts';

/** A column of a list view: a field of the object, or of a record that it refers to. */
export interface ViewColumn {
  /** As SOQL takes it: `Name`, `Owner.Alias`. */
  path: string;
  label: string;
  field: FieldSchema;
  /** Where the field is. */
  object: ObjectSchema;
}

/** Names that metadata has for fields of any object: https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_listview.htm */
const COMMON: Readonly<Record<string, string>> = {
  NAME: 'Name',
  FULL_NAME: 'Name',
  CREATED_DATE: 'CreatedDate',
  LAST_UPDATE: 'LastModifiedDate',
  LAST_ACTIVITY: 'LastActivityDate',
  OBJECT_ID: 'Id',
  CREATEDBY_USER: 'CreatedBy.Alias',
  'CREATEDBY_USER.ALIAS': 'CreatedBy.Alias',
  UPDATEDBY_USER: 'LastModifiedBy.Alias',
  'UPDATEDBY_USER.ALIAS': 'LastModifiedBy.Alias',
  'OWNER.ALIAS': 'Owner.Alias',
  'OWNER.FIRST_NAME': 'Owner.FirstName',
  'OWNER.LAST_NAME': 'Owner.LastName',
  'CORE.USERS.ALIAS': 'Owner.Alias'
};

/** Names that metadata has for fields of standard objects, as far as sample applications use them. */
const STANDARD: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Account: { 'ACCOUNT.NAME': 'Name', 'ACCOUNT.PHONE1': 'Phone', 'ACCOUNT.TYPE': 'Type' },
  Contact: {
    'ACCOUNT.NAME': 'Account.Name',
    'CONTACT.EMAIL': 'Email',
    'CONTACT.PHONE1': 'Phone',
    'CONTACT.TITLE': 'Title'
  },
  Opportunity: {
    'ACCOUNT.NAME': 'Account.Name',
    'OPPORTUNITY.AMOUNT': 'Amount',
    'OPPORTUNITY.CLOSE_DATE': 'CloseDate',
    'OPPORTUNITY.NAME': 'Name',
    'OPPORTUNITY.STAGE_NAME': 'StageName'
  }
};

/** The column that a name in metadata means; undefined when the org knows none. */
export function viewColumn(schema: Schema, object: ObjectSchema, name: string): ViewColumn | undefined {
  const plain = name.startsWith(`${object.name}.`) ? name.slice(object.name.length + 1) : name;
  const path = STANDARD[object.name]?.[name] ?? COMMON[plain] ?? plain;
  const [first, second] = path.split('.');
  if (second !== undefined) return parentColumn(schema, object, first, second);
  const field = object.fields.get(first.toLowerCase());
  // A lookup is shown by the name of what it leads to.
  if (field?.relationshipName && field.referenceTo.length === 1) {
    const column = parentColumn(schema, object, field.relationshipName, 'Name');
    if (column) return { ...column, label: field.label };
  }
  return field && { path: field.name, label: field.label, field, object };
}

function parentColumn(
  schema: Schema,
  object: ObjectSchema,
  relationship: string,
  name: string
): ViewColumn | undefined {
  const reference = [...object.fields.values()].find(
    ({ relationshipName }) => relationshipName === relationship
  );
  const parent = schema.object(reference?.referenceTo[0] ?? '');
  const field = parent?.fields.get(name.toLowerCase());
  if (!reference || !parent || !field) return undefined;
  return {
    path: `${relationship}.${field.name}`,
    label: `${reference.label} ${field.label}`,
    field,
    object: parent
  };
}
