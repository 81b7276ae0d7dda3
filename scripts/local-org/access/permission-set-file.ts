import { SYSTEM_PERMISSIONS } from '../catalogue/system-permissions.ts';
import type { ObjectPermissions, Schema } from '../contract.ts';
import { childrenOf, childFlag, childText, type XmlElement } from '../xml/document.ts';

/** What a deployed permission set grants. */
export interface PermissionSetGrants {
  label: string;
  description: string | null;
  hasActivationRequired: boolean;
  systemPermissions: string[];
  objects: { object: string; permissions: ObjectPermissions }[];
  fields: { object: string; field: string; read: boolean; edit: boolean }[];
}

const DEPENDENCIES: readonly [keyof ObjectPermissions, keyof ObjectPermissions][] = [
  ['create', 'read'],
  ['edit', 'read'],
  ['delete', 'edit'],
  ['viewAll', 'read'],
  ['modifyAll', 'delete'],
  ['modifyAll', 'viewAll']
];

const PERMISSION_LABELS: Readonly<Record<keyof ObjectPermissions, string>> = {
  create: 'Create',
  read: 'Read',
  edit: 'Edit',
  delete: 'Delete',
  viewAll: 'View All',
  modifyAll: 'Modify All'
};

function objectGrant(element: XmlElement, schema: Schema): PermissionSetGrants['objects'][number] {
  const name = childText(element, 'object');
  const object = schema.object(name);
  if (!object) throw new Error(`In field: object - no CustomObject named ${name} found`);
  const permissions: ObjectPermissions = {
    create: childFlag(element, 'allowCreate'),
    read: childFlag(element, 'allowRead'),
    edit: childFlag(element, 'allowEdit'),
    delete: childFlag(element, 'allowDelete'),
    viewAll: childFlag(element, 'viewAllRecords'),
    modifyAll: childFlag(element, 'modifyAllRecords')
  };
  for (const [permission, needed] of DEPENDENCIES) {
    if (permissions[permission] && !permissions[needed]) {
      throw new Error(
        `Permission ${PERMISSION_LABELS[permission]} ${object.name} depends on permission(s): ${PERMISSION_LABELS[needed]} ${object.name}`
      );
    }
  }
  return { object: object.name, permissions };
}

function fieldGrant(element: XmlElement, schema: Schema): PermissionSetGrants['fields'] {
  const path = childText(element, 'field');
  const [objectName = '', fieldName = ''] = path.split('.');
  const object = schema.object(objectName);
  const field = object?.fields.get(fieldName.toLowerCase());
  if (!object || !field) throw new Error(`In field: field - no CustomField named ${path} found`);
  // The name of a custom object is never empty and never hidden; granting it says nothing and is taken.
  if (field.nameField && object.custom) return [];
  if (!field.permissionable) throw new Error(`You cannot deploy to a required field: ${path}`);
  const edit = childFlag(element, 'editable');
  if (edit && field.calculated) throw new Error(`Field ${path} is not editable`);
  return [{ object: object.name, field: field.name, read: childFlag(element, 'readable') || edit, edit }];
}

function systemPermission(element: XmlElement): string[] {
  const name = childText(element, 'name');
  if (!Object.hasOwn(SYSTEM_PERMISSIONS, name)) throw new Error(`Unknown user permission: ${name}`);
  return childFlag(element, 'enabled') ? [name] : [];
}

/**
 * Reads a `.permissionset` file; throws an Error in the words of a deploy.
 * https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_permissionset.htm
 */
export function parsePermissionSet(root: XmlElement, schema: Schema): PermissionSetGrants {
  const label = childText(root, 'label');
  if (!label) throw new Error('Required field is missing: label');
  return {
    label,
    description: childText(root, 'description') || null,
    hasActivationRequired: childFlag(root, 'hasActivationRequired'),
    systemPermissions: childrenOf(root, 'userPermissions').flatMap(systemPermission),
    objects: childrenOf(root, 'objectPermissions').map((element) => objectGrant(element, schema)),
    fields: childrenOf(root, 'fieldPermissions').flatMap((element) => fieldGrant(element, schema))
  };
}
