import { flag, nameText, picklist, reference, text, textArea } from '../fields.ts';
import { setupObject } from '../object.ts';
import { SYSTEM_PERMISSIONS } from '../system-permissions.ts';

// https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_permissionset.htm
// https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_objectpermissions.htm

function systemPermissions() {
  return Object.entries(SYSTEM_PERMISSIONS).map(([name, label]) => flag(`Permissions${name}`, label));
}

export const profile = setupObject(
  'Profile',
  '00e',
  ['Profile', 'Profile'],
  [
    nameText('Name', 255),
    ...systemPermissions(),
    picklist('UserType', 'User Type', ['*Standard'], { length: 40 }),
    textArea('Description', 'Description', 255)
  ],
  { createable: false, updateable: false, deletable: false }
);

export const permissionSet = setupObject(
  'PermissionSet',
  '0PS',
  ['Permission Set', 'Permission Sets'],
  [
    text('Name', 'Permission Set Name', 80, { nameField: true, required: true, unique: true }),
    text('Label', 'Permission Set Label', 80, { required: true }),
    reference('ProfileId', 'Profile ID', 'Profile', { calculated: true }),
    flag('IsOwnedByProfile', 'Is Owned By Profile', { calculated: true }),
    flag('IsCustom', 'Custom', { calculated: true, defaultValue: true }),
    ...systemPermissions(),
    textArea('Description', 'Description', 255),
    flag('HasActivationRequired', 'Session Activation Required'),
    picklist('Type', 'Type', ['*Regular', 'Profile', 'Standard'], { length: 40, calculated: true })
  ]
);

export const permissionSetAssignment = setupObject(
  'PermissionSetAssignment',
  '0Pa',
  ['Permission Set Assignment', 'Permission Set Assignments'],
  [
    reference('PermissionSetId', 'PermissionSet ID', 'PermissionSet', {
      required: true,
      onParentDelete: 'Cascade',
      childRelationshipName: 'Assignments'
    }),
    reference('AssigneeId', 'Assignee ID', 'User', {
      required: true,
      onParentDelete: 'Cascade',
      childRelationshipName: 'PermissionSetAssignments'
    }),
    flag('IsActive', 'Is Active', { calculated: true, defaultValue: true })
  ],
  { audit: 'none', updateable: false }
);

export const objectPermissions = setupObject(
  'ObjectPermissions',
  '110',
  ['Object Permissions', 'Object Permissions'],
  [
    reference('ParentId', 'Parent ID', 'PermissionSet', {
      required: true,
      onParentDelete: 'Cascade',
      childRelationshipName: 'ObjectPerms'
    }),
    text('SobjectType', 'SObject Type Name', 40, { required: true }),
    flag('PermissionsCreate', 'Create Records'),
    flag('PermissionsRead', 'Read Records'),
    flag('PermissionsEdit', 'Edit Records'),
    flag('PermissionsDelete', 'Delete Records'),
    flag('PermissionsViewAllRecords', 'Read All Records'),
    flag('PermissionsModifyAllRecords', 'Edit All Records')
  ]
);

/** https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_custompermission.htm */
export const customPermission = setupObject(
  'CustomPermission',
  '0CP',
  ['Custom Permission', 'Custom Permissions'],
  [
    text('DeveloperName', 'Custom Permission Name', 80, { nameField: true, required: true, unique: true }),
    text('MasterLabel', 'Master Label', 80, { required: true }),
    text('NamespacePrefix', 'Namespace Prefix', 15),
    textArea('Description', 'Description', 255),
    flag('IsLicensed', 'License Required')
  ],
  { createable: false, updateable: false, deletable: false }
);

/** https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_setupentityaccess.htm */
export const setupEntityAccess = setupObject(
  'SetupEntityAccess',
  '0J0',
  ['Setup Entity Access', 'Setup Entity Access'],
  [
    reference('ParentId', 'Parent ID', 'PermissionSet', {
      required: true,
      onParentDelete: 'Cascade',
      childRelationshipName: 'SetupEntityAccessItems'
    }),
    reference('SetupEntityId', 'Setup Entity ID', 'CustomPermission', {
      required: true,
      onParentDelete: 'Cascade',
      childRelationshipName: 'SetupEntityAccessItems'
    }),
    text('SetupEntityType', 'Setup Entity Type', 40, { calculated: true, defaultValue: 'CustomPermission' })
  ],
  { audit: 'none', updateable: false }
);

export const fieldPermissions = setupObject(
  'FieldPermissions',
  '01k',
  ['Field Permissions', 'Field Permissions'],
  [
    reference('ParentId', 'Parent ID', 'PermissionSet', {
      required: true,
      onParentDelete: 'Cascade',
      childRelationshipName: 'FieldPerms'
    }),
    text('SobjectType', 'SObject Type Name', 40, { required: true }),
    text('Field', 'Field Name', 255, { required: true }),
    flag('PermissionsRead', 'Read Field'),
    flag('PermissionsEdit', 'Edit Field')
  ],
  { audit: 'none' }
);
