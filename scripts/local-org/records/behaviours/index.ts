import type { ObjectSchema } from '../../contract.ts';
import type { Behaviour } from '../engine.ts';
import { event, task } from './activity.ts';
import { campaignMember } from './campaign.ts';
import { opportunity } from './opportunity.ts';
import { order } from './order.ts';
import { person } from './person.ts';
import { opportunityLineItem, pricebookEntry } from './product.ts';
import { supportCase } from './service.ts';
import { user } from './user.ts';

const BEHAVIOURS: Readonly<Record<string, Behaviour>> = {
  CampaignMember: campaignMember,
  Case: supportCase,
  Contact: person,
  Event: event,
  Lead: person,
  Opportunity: opportunity,
  OpportunityLineItem: opportunityLineItem,
  Order: order,
  PricebookEntry: pricebookEntry,
  Task: task,
  User: user
};

export function behaviourOf(object: ObjectSchema): Behaviour | undefined {
  return object.custom ? undefined : BEHAVIOURS[object.name];
}
