import { STANDARD_OBJECTS } from '../catalogue/index.ts';
import { SYSTEM_PERMISSIONS } from '../catalogue/system-permissions.ts';

/** `c`reate, `r`ead, `e`dit, `d`elete, View `A`ll, `M`odify All. */
export type ObjectGrants = Readonly<Record<string, string>>;

export interface ProfileDefinition {
  name: string;
  description: string;
  systemPermissions: readonly string[];
  objects: ObjectGrants;
}

const SELLING: ObjectGrants = {
  Account: 'cred',
  Campaign: 'r',
  Case: 'cred',
  Contact: 'cred',
  Lead: 'cred',
  Opportunity: 'cred',
  Order: 'cred',
  Pricebook2: 'r',
  Product2: 'r'
};

const STANDARD_USER_PERMISSIONS = [
  'ActivitiesAccess',
  'ApiEnabled',
  'EditEvent',
  'EditTask',
  'ExportReport',
  'LightningExperienceUser',
  'RunReports',
  'ViewRoles',
  'ViewSetup'
];

/** What nobody has unless a permission set says so, administrators included. */
const NEVER_BY_PROFILE = new Set([
  'ApiUserOnly',
  'BulkApiHardDelete',
  'CreateAuditFields',
  'PasswordNeverExpires',
  'UpdateWithInactiveOwner'
]);

const shared = STANDARD_OBJECTS.filter(({ setup, permissionsFrom }) => !setup && !permissionsFrom);

/**
 * The standard profiles that seeded users may have.
 * https://help.salesforce.com/s/articleView?id=sf.standard_profiles.htm
 */
export const PROFILES: readonly ProfileDefinition[] = [
  {
    name: 'System Administrator',
    description: 'Customizes the org and sees and changes all data.',
    systemPermissions: Object.keys(SYSTEM_PERMISSIONS).filter((name) => !NEVER_BY_PROFILE.has(name)),
    objects: Object.fromEntries(shared.map(({ name }) => [name, 'credAM']))
  },
  {
    name: 'Standard User',
    description: 'Works with the standard sales objects.',
    systemPermissions: STANDARD_USER_PERMISSIONS,
    objects: SELLING
  },
  {
    name: 'Marketing User',
    description: 'Works with the standard sales objects and manages campaigns.',
    systemPermissions: STANDARD_USER_PERMISSIONS,
    objects: { ...SELLING, Campaign: 'cred' }
  },
  {
    name: 'Minimum Access - Salesforce',
    description: 'Logs in; everything else comes from permission sets.',
    systemPermissions: ['ActivitiesAccess', 'LightningExperienceUser'],
    objects: {}
  },
  {
    name: 'Minimum Access - API Only Integrations',
    description: 'Reaches the org through the API only; everything else comes from permission sets.',
    systemPermissions: ['ApiEnabled', 'ApiUserOnly'],
    objects: {}
  }
];
