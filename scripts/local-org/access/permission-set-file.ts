import type { ObjectPermissions, Schema } from '../contract.ts';
import { childFlag, childrenOf, childText, type XmlElement } from '../xml/document.ts';
import { permissionSetProblems, rightsIn } from './permission-set-check.ts';
import { securedFields, securedName } from './secured-fields.ts';

/** What a deployed permission set grants. */
export interface PermissionSetGrants {
  label: string;
  description: string | null;
  hasActivationRequired: boolean;
  systemPermissions: string[];
  objects: { object: string; permissions: ObjectPermissions }[];
  /** By the names under which field-level security is granted. */
  fields: { object: string; field: string; read: boolean; edit: boolean }[];
  customPermissions: string[];
}

function objectGrants(root: XmlElement, schema: Schema): PermissionSetGrants['objects'] {
  return childrenOf(root, 'objectPermissions').flatMap((element) => {
    const object = schema.object(childText(element, 'object'));
    return object ? [{ object: object.name, permissions: rightsIn(element) }] : [];
  });
}

function fieldGrants(root: XmlElement, schema: Schema): PermissionSetGrants['fields'] {
  return childrenOf(root, 'fieldPermissions').flatMap((element) => {
    const [objectName = '', fieldName = ''] = childText(element, 'field').split('.');
    const object = schema.object(objectName);
    const [field] = object ? securedFields(object, fieldName) : [];
    if (!object || !field?.permissionable) return [];
    const edit = childFlag(element, 'editable');
    const read = childFlag(element, 'readable') || edit;
    return [{ object: object.name, field: securedName(field), read, edit }];
  });
}

/** The names of what elements with a name and a flag switch on. */
function enabledNames(root: XmlElement, element: string): string[] {
  return childrenOf(root, element)
    .filter((child) => childFlag(child, 'enabled'))
    .map((child) => childText(child, 'name'));
}

/**
 * Reads a `.permissionset` file; throws an Error in the words of a deploy.
 * https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_permissionset.htm
 */
export function parsePermissionSet(root: XmlElement, schema: Schema): PermissionSetGrants {
  const label = childText(root, 'label');
  if (!label) throw new Error('Required field is missing: label');
  const [refused] = permissionSetProblems(root, (name) => schema.object(name));
  if (refused) throw new Error(refused.problem);
  return {
    label,
    description: childText(root, 'description') || null,
    hasActivationRequired: childFlag(root, 'hasActivationRequired'),
    systemPermissions: enabledNames(root, 'userPermissions'),
    customPermissions: enabledNames(root, 'customPermissions'),
    objects: objectGrants(root, schema),
    fields: fieldGrants(root, schema)
  };
}
