import { childrenOf, childText } from '../local-org/xml/document.ts';
import type { XmlElement } from '../local-org/xml/document.ts';
import type { ObjectGrant, Persona, Right } from './personas.ts';
import { isTrue } from './source.ts';

/** The elements of a permission set that `grantsOf` reads; any other would grant something unseen. */
export const READ_ELEMENTS: ReadonlySet<string> = new Set([
  'applicationVisibilities',
  'customPermissions',
  'description',
  'fieldPermissions',
  'hasActivationRequired',
  'label',
  'objectPermissions',
  'tabSettings',
  'userPermissions'
]);

const RIGHTS: readonly (readonly [Right, string])[] = [
  ['create', 'allowCreate'],
  ['read', 'allowRead'],
  ['edit', 'allowEdit'],
  ['delete', 'allowDelete'],
  ['view all', 'viewAllRecords'],
  ['modify all', 'modifyAllRecords']
];

/** What a right is worth nothing without; a deploy refuses it alone. */
export const NEEDS: Readonly<Record<Right, readonly Right[]>> = {
  create: ['read'],
  read: [],
  edit: ['read'],
  delete: ['read', 'edit'],
  'view all': ['read'],
  'modify all': ['read', 'edit', 'delete', 'view all']
};

/** What the permission set grants, in the shape of the agreement. */
export function grantsOf(permissionSet: XmlElement): Persona {
  const objects: Record<string, ObjectGrant> = {};
  const fields = childrenOf(permissionSet, 'fieldPermissions');
  for (const element of childrenOf(permissionSet, 'objectPermissions')) {
    const object = childText(element, 'object');
    objects[object] = grantOf(
      object,
      RIGHTS.filter(([, tag]) => isTrue(element, tag)),
      fields
    );
  }
  for (const reference of grantedFields(permissionSet)) {
    const [object = ''] = reference.split('.');
    objects[object] ??= grantOf(object, [], fields);
  }
  return {
    objects,
    tabs: Object.fromEntries(
      childrenOf(permissionSet, 'tabSettings').map((tab) => [
        childText(tab, 'tab'),
        childText(tab, 'visibility')
      ])
    ),
    applications: names(permissionSet, 'applicationVisibilities', 'application', 'visible'),
    systemPermissions: names(permissionSet, 'userPermissions', 'name', 'enabled'),
    customPermissions: names(permissionSet, 'customPermissions', 'name', 'enabled')
  };
}

/** `Object.Field` of every field permission that gives at least reading. */
export function grantedFields(permissionSet: XmlElement): string[] {
  return childrenOf(permissionSet, 'fieldPermissions').map((element) => childText(element, 'field'));
}

function grantOf(object: string, rights: typeof RIGHTS, fields: readonly XmlElement[]): ObjectGrant {
  const may = rights.map(([right]) => right);
  const own = fields.filter((field) => childText(field, 'field').startsWith(`${object}.`));
  const nameOf = (field: XmlElement): string => childText(field, 'field').slice(object.length + 1);
  const writes = own.filter((field) => isTrue(field, 'editable')).map(nameOf);
  const reads = own.filter((field) => isTrue(field, 'readable') && !isTrue(field, 'editable')).map(nameOf);
  return { may, ...(reads.length > 0 && { reads }), ...(writes.length > 0 && { writes }) };
}

function names(parent: XmlElement, tag: string, name: string, flag: string): string[] {
  return childrenOf(parent, tag)
    .filter((element) => isTrue(element, flag))
    .map((element) => childText(element, name));
}
