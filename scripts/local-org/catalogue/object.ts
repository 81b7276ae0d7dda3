import type { FieldSchema, ObjectSchema } from '../contract.ts';
import { dateTime, field, flag, reference } from './fields.ts';

/** An object before its child relationships and rules are known; `buildSchema` adds those. */
export type ObjectDefinition = Omit<
  ObjectSchema,
  'fields' | 'children' | 'validationRules' | 'sharingRules' | 'restrictionRules'
> & { fields: FieldSchema[] };

export type ObjectOptions = Partial<Omit<ObjectDefinition, 'name' | 'keyPrefix' | 'label' | 'fields'>> & {
  /** Which of the columns that the org keeps itself this object has; all of them unless named. */
  audit?: 'full' | 'created' | 'none';
};

export function idField(): FieldSchema {
  return field('Id', 'Record ID', 'id', { length: 18, calculated: true, idLookup: true });
}

export function isDeletedField(): FieldSchema {
  return flag('IsDeleted', 'Deleted', { calculated: true });
}

/** Who and when, kept by the org. https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/system_fields.htm */
export function auditFields(kind: 'full' | 'created' | 'none' = 'full'): FieldSchema[] {
  if (kind === 'none') return [dateTime('SystemModstamp', 'System Modstamp', { calculated: true })];
  const user = { calculated: true, onParentDelete: 'Restrict' } as const;
  return [
    dateTime('CreatedDate', 'Created Date', { calculated: true }),
    reference('CreatedById', 'Created By ID', 'User', user),
    ...(kind === 'full'
      ? [
          dateTime('LastModifiedDate', 'Last Modified Date', { calculated: true }),
          reference('LastModifiedById', 'Last Modified By ID', 'User', user)
        ]
      : []),
    dateTime('SystemModstamp', 'System Modstamp', { calculated: true })
  ];
}

/** What most objects are: records of their own, to be made, changed, deleted and shared like any. */
export const ORDINARY = {
  controllingField: null,
  createable: true,
  updateable: true,
  deletable: true,
  setup: false,
  permissionsFrom: null,
  readableThrough: []
};

/** A standard object: Id and IsDeleted first, then its own fields, then the audit fields. */
export function standardObject(
  name: string,
  keyPrefix: string,
  labels: [singular: string, plural: string],
  options: ObjectOptions,
  fields: FieldSchema[]
): ObjectDefinition {
  const { audit, ...rest } = options;
  return {
    name,
    keyPrefix,
    label: labels[0],
    labelPlural: labels[1],
    custom: false,
    description: null,
    sharingModel: 'ReadWrite',
    ...ORDINARY,
    ...rest,
    fields: [idField(), isDeletedField(), ...fields, ...auditFields(audit)]
  };
}

/** A set-up object: seen by everyone, written by administrators, not shared record by record. */
export function setupObject(
  name: string,
  keyPrefix: string,
  labels: [singular: string, plural: string],
  fields: FieldSchema[],
  options: ObjectOptions = {}
): ObjectDefinition {
  const open = fields.map((entry) => ({ ...entry, permissionable: false }));
  return standardObject(name, keyPrefix, labels, { setup: true, sharingModel: 'Read', ...options }, open);
}
