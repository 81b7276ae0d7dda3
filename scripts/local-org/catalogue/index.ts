import type { ObjectDefinition } from './object.ts';
import { account } from './objects/account.ts';
import { event, task } from './objects/activity.ts';
import { campaign, campaignMember } from './objects/campaign.ts';
import {
  opportunity,
  opportunityContactRole,
  opportunityHistory,
  opportunityStage
} from './objects/opportunity.ts';
import { order } from './objects/order.ts';
import { organization, recordType } from './objects/organization.ts';
import {
  customPermission,
  fieldPermissions,
  objectPermissions,
  permissionSet,
  permissionSetAssignment,
  profile,
  setupEntityAccess
} from './objects/permissions.ts';
import { contact, lead } from './objects/person.ts';
import { opportunityLineItem, pricebook, pricebookEntry, product } from './objects/product.ts';
import { supportCase } from './objects/service.ts';
import { group, groupMember, user, userRole } from './objects/user.ts';

/** The standard objects that every org has. Fields and sharing are a new org's; deploys may add to them. */
export const STANDARD_OBJECTS: readonly ObjectDefinition[] = [
  account,
  campaign,
  campaignMember,
  contact,
  customPermission,
  event,
  fieldPermissions,
  group,
  groupMember,
  lead,
  objectPermissions,
  opportunity,
  opportunityContactRole,
  opportunityHistory,
  opportunityLineItem,
  opportunityStage,
  order,
  organization,
  permissionSet,
  permissionSetAssignment,
  pricebook,
  pricebookEntry,
  product,
  profile,
  recordType,
  setupEntityAccess,
  supportCase,
  task,
  user,
  userRole
];
