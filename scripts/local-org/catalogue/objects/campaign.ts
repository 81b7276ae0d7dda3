import { date, decimal, flag, integer, nameText, owner, picklist, reference, textArea } from '../fields.ts';
import { standardObject } from '../object.ts';

// https://developer.salesforce.com/docs/atlas.en-us.sfFieldRef.meta/sfFieldRef/salesforce_field_reference_Campaign.htm
// https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_campaignmember.htm

const TYPES = [
  'Conference',
  'Webinar',
  'Trade Show',
  'Public Relations',
  'Partners',
  'Referral Program',
  'Advertisement',
  'Banner Ads',
  'Direct Mail',
  'Email',
  'Telemarketing',
  'Other'
];

function rollUp(name: string, label: string) {
  return integer(name, label, 9, { calculated: true, defaultValue: 0 });
}

export const campaign = standardObject(
  'Campaign',
  '701',
  ['Campaign', 'Campaigns'],
  { sharingModel: 'FullAccess' },
  [
    nameText('Name', 80),
    reference('ParentId', 'Parent Campaign ID', 'Campaign', { childRelationshipName: 'ChildCampaigns' }),
    picklist('Type', 'Type', TYPES, { length: 40 }),
    picklist('Status', 'Status', ['*Planned', 'In Progress', 'Completed', 'Aborted'], { length: 40 }),
    date('StartDate', 'Start Date'),
    date('EndDate', 'End Date'),
    decimal('ExpectedRevenue', 'Expected Revenue in Campaign', 'currency', 18, 0),
    decimal('BudgetedCost', 'Budgeted Cost in Campaign', 'currency', 18, 0),
    decimal('ActualCost', 'Actual Cost in Campaign', 'currency', 18, 0),
    decimal('ExpectedResponse', 'Expected Response (%)', 'percent', 10, 2),
    decimal('NumberSent', 'Num Sent in Campaign', 'double', 18, 0),
    flag('IsActive', 'Active'),
    textArea('Description', 'Description', 32000),
    rollUp('NumberOfLeads', 'Leads in Campaign'),
    rollUp('NumberOfContacts', 'Contacts in Campaign'),
    rollUp('NumberOfResponses', 'Responses in Campaign'),
    rollUp('NumberOfOpportunities', 'Opportunities in Campaign'),
    rollUp('NumberOfWonOpportunities', 'Won Opportunities in Campaign'),
    decimal('AmountAllOpportunities', 'Value Opportunities in Campaign', 'currency', 18, 0, {
      calculated: true,
      defaultValue: 0
    }),
    decimal('AmountWonOpportunities', 'Value Won Opportunities in Campaign', 'currency', 18, 0, {
      calculated: true,
      defaultValue: 0
    }),
    owner(),
    date('LastActivityDate', 'Last Activity', { calculated: true })
  ]
);

export const campaignMember = standardObject(
  'CampaignMember',
  '00v',
  ['Campaign Member', 'Campaign Members'],
  { sharingModel: 'ControlledByParent', controllingField: 'CampaignId', permissionsFrom: 'Campaign' },
  [
    reference('CampaignId', 'Campaign ID', 'Campaign', {
      required: true,
      updateable: false,
      onParentDelete: 'Cascade',
      childRelationshipName: 'CampaignMembers'
    }),
    reference('LeadId', 'Lead ID', 'Lead', {
      updateable: false,
      onParentDelete: 'Cascade',
      permissionable: false,
      childRelationshipName: 'CampaignMembers'
    }),
    reference('ContactId', 'Contact ID', 'Contact', {
      updateable: false,
      onParentDelete: 'Cascade',
      permissionable: false,
      childRelationshipName: 'CampaignMembers'
    }),
    picklist('Status', 'Status', ['*Sent', 'Responded'], { length: 40 }),
    flag('HasResponded', 'Responded', { calculated: true }),
    date('FirstRespondedDate', 'First Responded Date', { calculated: true })
  ]
);
