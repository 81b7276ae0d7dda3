import { permissionSetProblems } from '../../access/permission-set-check.ts';
import { childrenOf, childText } from '../../xml/document.ts';
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

/** https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_permissionset.htm */
export const checkPermissionSet: ReferenceCheck = (root, _fullName, landscape) => [
  ...GRANTS.flatMap(({ element, name, type, platform }) =>
    childrenOf(root, element)
      .filter(
        (grant) => !platform?.test(childText(grant, name)) && !landscape.has(type, childText(grant, name))
      )
      .map((grant) => notFound(name, type, childText(grant, name), grant))
  ),
  ...permissionSetProblems(root, (name) => landscape.object(name)).map(({ element, problem }) =>
    at(element, problem)
  )
];
