import { SYSTEM_PERMISSIONS } from '../../catalogue/system-permissions.ts';
import type { Landscape } from '../landscape.ts';
import { childrenOf, childText, type XmlElement } from '../../xml/document.ts';
import type { XmlProblem } from '../xml/schema-check.ts';
import { at, notFound, type ReferenceCheck } from './problem.ts';

/** Rights that a permission set may only name when the component exists. */
const GRANTS: readonly { element: string; name: string; type: string; platform?: RegExp }[] = [
  {
    element: 'applicationVisibilities',
    name: 'application',
    type: 'CustomApplication',
    platform: /^standard__/
  },
  { element: 'tabSettings', name: 'tab', type: 'CustomTab', platform: /^standard-/ },
  { element: 'customPermissions', name: 'name', type: 'CustomPermission' },
  { element: 'recordTypeVisibilities', name: 'recordType', type: 'RecordType' },
  { element: 'classAccesses', name: 'apexClass', type: 'ApexClass' },
  { element: 'pageAccesses', name: 'apexPage', type: 'ApexPage' },
  { element: 'flowAccesses', name: 'flow', type: 'Flow' }
];

/** What each right on an object needs beside it, as `Permission Edit Account depends on permission(s): Read Account`. */
const DEPENDENCIES: readonly {
  right: string;
  label: string;
  needs: readonly [right: string, label: string][];
}[] = [
  { right: 'allowCreate', label: 'Create', needs: [['allowRead', 'Read']] },
  { right: 'allowEdit', label: 'Edit', needs: [['allowRead', 'Read']] },
  {
    right: 'allowDelete',
    label: 'Delete',
    needs: [
      ['allowRead', 'Read'],
      ['allowEdit', 'Edit']
    ]
  },
  { right: 'viewAllRecords', label: 'View All', needs: [['allowRead', 'Read']] },
  {
    right: 'modifyAllRecords',
    label: 'Modify All',
    needs: [
      ['allowRead', 'Read'],
      ['allowEdit', 'Edit'],
      ['allowDelete', 'Delete'],
      ['viewAllRecords', 'View All']
    ]
  }
];

/** https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_permissionset.htm */
export const checkPermissionSet: ReferenceCheck = (root, _fullName, landscape) => [
  ...GRANTS.flatMap(({ element, name, type, platform }) =>
    childrenOf(root, element)
      .filter(
        (grant) => !platform?.test(childText(grant, name)) && !landscape.has(type, childText(grant, name))
      )
      .map((grant) => notFound(name, type, childText(grant, name), grant))
  ),
  ...childrenOf(root, 'objectPermissions').flatMap((grant) => objectProblems(grant, landscape)),
  ...childrenOf(root, 'fieldPermissions').flatMap((grant) => fieldProblems(grant, landscape)),
  ...childrenOf(root, 'userPermissions')
    .filter((grant) => !Object.hasOwn(SYSTEM_PERMISSIONS, childText(grant, 'name')))
    .map((grant) => at(grant, `Unknown user permission: ${childText(grant, 'name')}`))
];

function objectProblems(grant: XmlElement, landscape: Landscape): XmlProblem[] {
  const name = childText(grant, 'object');
  if (!landscape.object(name)) return [notFound('object', 'CustomObject', name, grant)];
  const has = (right: string) => childText(grant, right) === 'true';
  return DEPENDENCIES.filter(({ right }) => has(right)).flatMap(({ label, needs }) => {
    const missing = needs.filter(([right]) => !has(right)).map(([, needed]) => `${needed} ${name}`);
    if (missing.length === 0) return [];
    return [at(grant, `Permission ${label} ${name} depends on permission(s): ${missing.join(', ')}`)];
  });
}

function fieldProblems(grant: XmlElement, landscape: Landscape): XmlProblem[] {
  const reference = childText(grant, 'field');
  const [objectName = '', fieldName = ''] = reference.split('.');
  const object = landscape.object(objectName);
  const field = object?.fields.get(fieldName.toLowerCase());
  if (!field) return [notFound('field', 'CustomField', reference, grant)];
  // The name of a custom object is never empty and never hidden; granting it says nothing and is taken.
  if (field.nameField && object?.custom) return [];
  if (!field.permissionable) return [at(grant, `You cannot deploy to a required field: ${reference}`)];
  return field.calculated && childText(grant, 'editable') === 'true'
    ? [at(grant, `Field ${reference} is not editable`)]
    : [];
}
