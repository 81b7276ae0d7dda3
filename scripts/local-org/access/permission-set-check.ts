import { SYSTEM_PERMISSIONS } from '../catalogue/system-permissions.ts';
import type { ObjectPermissions, ObjectSchema } from '../contract.ts';
import { childFlag, childrenOf, childText, type XmlElement } from '../xml/document.ts';
import { securedFields } from './secured-fields.ts';

type Right = keyof ObjectPermissions;

/** The rights on an object: how a file calls them, how a refusal does, and what each needs beside it. */
export const RIGHTS: Readonly<Record<Right, { element: string; label: string; needs: readonly Right[] }>> = {
  create: { element: 'allowCreate', label: 'Create', needs: ['read'] },
  read: { element: 'allowRead', label: 'Read', needs: [] },
  edit: { element: 'allowEdit', label: 'Edit', needs: ['read'] },
  delete: { element: 'allowDelete', label: 'Delete', needs: ['read', 'edit'] },
  viewAll: { element: 'viewAllRecords', label: 'View All', needs: ['read'] },
  modifyAll: {
    element: 'modifyAllRecords',
    label: 'Modify All',
    needs: ['read', 'edit', 'delete', 'viewAll']
  }
};

/** What is wrong with one grant of a permission set, in the words of a deploy. */
export interface GrantProblem {
  element: XmlElement;
  problem: string;
}

export type FindObject = (name: string) => ObjectSchema | undefined;

/** The rights that an `objectPermissions` element grants. */
export function rightsIn(element: XmlElement): ObjectPermissions {
  const granted = (right: Right) => childFlag(element, RIGHTS[right].element);
  return {
    create: granted('create'),
    read: granted('read'),
    edit: granted('edit'),
    delete: granted('delete'),
    viewAll: granted('viewAll'),
    modifyAll: granted('modifyAll')
  };
}

/** Everything in a permission set that an org refuses of objects, fields and system permissions. */
export function permissionSetProblems(root: XmlElement, find: FindObject): GrantProblem[] {
  const objects = childrenOf(root, 'objectPermissions');
  const readable = objects
    .filter((element) => rightsIn(element).read)
    .map((element) => childText(element, 'object'));
  return [
    ...objects.flatMap((element) => objectProblems(element, readable, find)),
    ...childrenOf(root, 'fieldPermissions').flatMap((element) => fieldProblems(element, find)),
    ...childrenOf(root, 'userPermissions')
      .filter((element) => !Object.hasOwn(SYSTEM_PERMISSIONS, childText(element, 'name')))
      .map((element) => ({ element, problem: `Unknown user permission: ${childText(element, 'name')}` }))
  ];
}

function objectProblems(element: XmlElement, readable: readonly string[], find: FindObject): GrantProblem[] {
  const name = childText(element, 'object');
  const object = find(name);
  if (!object) return [{ element, problem: `In field: object - no CustomObject named ${name} found` }];
  const rights = rightsIn(element);
  const held = (Object.keys(RIGHTS) as Right[]).filter((right) => rights[right]);
  return held.flatMap((right) => {
    const { label, needs } = RIGHTS[right];
    const missing = needs
      .filter((needed) => !rights[needed])
      .map((needed) => `${RIGHTS[needed].label} ${name}`);
    if (right === 'read') {
      const hidden = mastersOf(object).filter((master) => !readable.includes(master));
      missing.push(...hidden.map((master) => `Read ${master}`));
    }
    if (missing.length === 0) return [];
    return [
      { element, problem: `Permission ${label} ${name} depends on permission(s): ${missing.join(', ')}` }
    ];
  });
}

/** Who may read a detail must be allowed to read its masters. */
function mastersOf({ fields }: ObjectSchema): string[] {
  return [...fields.values()].flatMap((field) => (field.masterDetail ? field.referenceTo : []));
}

function fieldProblems(element: XmlElement, find: FindObject): GrantProblem[] {
  const reference = childText(element, 'field');
  const [objectName = '', fieldName = ''] = reference.split('.');
  const object = find(objectName);
  const fields = object ? securedFields(object, fieldName) : [];
  const field = object?.fields.get(fieldName.toLowerCase());
  // The name of a custom object is never empty and never hidden; granting it says nothing and is taken.
  if (object?.custom && field?.nameField) return [];
  if (field && !field.permissionable)
    return [{ element, problem: `You cannot deploy to a required field: ${reference}` }];
  if (fields.length === 0) {
    return [{ element, problem: `In field: field - no CustomField named ${reference} found` }];
  }
  const isReadOnly = fields.some(({ calculated, computed }) => calculated && computed?.kind !== 'compound');
  return isReadOnly && childFlag(element, 'editable')
    ? [{ element, problem: `Field ${reference} is not editable` }]
    : [];
}
