/**
 * The system permissions that the org knows, as columns `Permissions<name>` of PermissionSet and Profile. A permission
 * set that names another one is refused, because its effect would be a guess.
 * https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_permissionset.htm
 */
export const SYSTEM_PERMISSIONS: Readonly<Record<string, string>> = {
  ActivitiesAccess: 'Access Activities',
  ApiEnabled: 'API Enabled',
  ApiUserOnly: 'Api Only User',
  AssignPermissionSets: 'Assign Permission Sets',
  BulkApiHardDelete: 'Bulk API Hard Delete',
  CreateAuditFields: 'Set Audit Fields upon Record Creation',
  CustomizeApplication: 'Customize Application',
  EditActivatedOrders: 'Edit Activated Orders',
  EditEvent: 'Edit Events',
  EditTask: 'Edit Tasks',
  ExportReport: 'Export Reports',
  LightningExperienceUser: 'Lightning Experience User',
  ManageInternalUsers: 'Manage Internal Users',
  ManageUsers: 'Manage Users',
  ModifyAllData: 'Modify All Data',
  ModifyMetadata: 'Modify Metadata Through Metadata API Functions',
  PasswordNeverExpires: 'Password Never Expires',
  RunFlow: 'Run Flows',
  RunReports: 'Run Reports',
  TransferAnyEntity: 'Transfer Record',
  TransferAnyLead: 'Transfer Leads',
  UpdateWithInactiveOwner: 'Update Records with Inactive Owners',
  ViewAllData: 'View All Data',
  ViewAllProfiles: 'View All Profiles',
  ViewAllUsers: 'View All Users',
  ViewDeveloperName: 'View Developer Name',
  ViewRoles: 'View Roles and Role Hierarchy',
  ViewSetup: 'View Setup and Configuration'
};
