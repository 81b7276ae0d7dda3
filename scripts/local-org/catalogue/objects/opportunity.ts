import {
  date,
  dateTime,
  decimal,
  field,
  flag,
  integer,
  nameText,
  owner,
  picklist,
  reference,
  text,
  textArea
} from '../fields.ts';
import { setupObject, standardObject } from '../object.ts';
import { FORECAST_CATEGORIES, LEAD_SOURCES } from './shared-picklists.ts';

// https://developer.salesforce.com/docs/atlas.en-us.sfFieldRef.meta/sfFieldRef/salesforce_field_reference_Opportunity.htm

/** A new org's stages: name, probability in percent, forecast category, and how they end. */
export const STAGES = [
  { name: 'Prospecting', probability: 10, category: 'Pipeline', end: null },
  { name: 'Qualification', probability: 10, category: 'Pipeline', end: null },
  { name: 'Needs Analysis', probability: 20, category: 'Pipeline', end: null },
  { name: 'Value Proposition', probability: 50, category: 'Pipeline', end: null },
  { name: 'Id. Decision Makers', probability: 60, category: 'Pipeline', end: null },
  { name: 'Perception Analysis', probability: 70, category: 'Pipeline', end: null },
  { name: 'Proposal/Price Quote', probability: 75, category: 'Pipeline', end: null },
  { name: 'Negotiation/Review', probability: 90, category: 'Pipeline', end: null },
  { name: 'Closed Won', probability: 100, category: 'Closed', end: 'won' },
  { name: 'Closed Lost', probability: 0, category: 'Omitted', end: 'lost' }
] as const;

const STAGE_NAMES = STAGES.map((stage) => stage.name);

/** The derived column holds the API value, the writable twin the label. */
const FORECAST_CATEGORY_NAMES = FORECAST_CATEGORIES.map(({ label }) => label);

/**
 * A real org takes any text as a stage through the API; this one refuses what OpportunityStage doesn't list, because
 * probability and forecast category of such a deal would be a guess.
 */
export const opportunity = standardObject('Opportunity', '006', ['Opportunity', 'Opportunities'], {}, [
  reference('AccountId', 'Account ID', 'Account', {
    childRelationshipName: 'Opportunities',
    onParentDelete: 'Cascade'
  }),
  flag('IsPrivate', 'Private'),
  nameText('Name', 120),
  textArea('Description', 'Description', 32000),
  picklist('StageName', 'Stage', STAGE_NAMES, { required: true, restricted: true }),
  decimal('Amount', 'Amount', 'currency', 18, 2),
  decimal('Probability', 'Probability (%)', 'percent', 3, 0),
  decimal('ExpectedRevenue', 'Expected Amount', 'currency', 18, 2, {
    calculated: true,
    permissionable: true
  }),
  decimal('TotalOpportunityQuantity', 'Quantity', 'double', 18, 2),
  date('CloseDate', 'Close Date', { required: true }),
  picklist('Type', 'Opportunity Type', [
    'Existing Customer - Upgrade',
    'Existing Customer - Replacement',
    'Existing Customer - Downgrade',
    'New Customer'
  ]),
  text('NextStep', 'Next Step', 255),
  picklist('LeadSource', 'Lead Source', LEAD_SOURCES),
  flag('IsClosed', 'Closed', { calculated: true }),
  flag('IsWon', 'Won', { calculated: true }),
  picklist('ForecastCategory', 'Forecast Category', FORECAST_CATEGORIES, {
    length: 40,
    restricted: true,
    calculated: true
  }),
  picklist('ForecastCategoryName', 'Forecast Category', FORECAST_CATEGORY_NAMES),
  reference('CampaignId', 'Campaign ID', 'Campaign', { childRelationshipName: 'Opportunities' }),
  flag('HasOpportunityLineItem', 'Has Line Item', { calculated: true }),
  reference('Pricebook2Id', 'Price Book ID', 'Pricebook2', { childRelationshipName: 'Opportunities' }),
  owner(),
  reference('ContactId', 'Contact ID', 'Contact', {
    updateable: false,
    permissionable: false
  }),
  date('LastActivityDate', 'Last Activity', { calculated: true }),
  integer('PushCount', 'Push Count', 9, { calculated: true }),
  dateTime('LastStageChangeDate', 'Last Stage Change Date', { calculated: true }),
  integer('FiscalQuarter', 'Fiscal Quarter', 8, { calculated: true }),
  integer('FiscalYear', 'Fiscal Year', 8, { calculated: true }),
  text('Fiscal', 'Fiscal Period', 6, { calculated: true }),
  flag('HasOpenActivity', 'Has Open Activity', { calculated: true })
]);

/** https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_opportunitystage.htm */
export const opportunityStage = setupObject(
  'OpportunityStage',
  '01J',
  ['Opportunity Stage', 'Opportunity Stage'],
  [
    text('MasterLabel', 'Master Label', 255, { nameField: true }),
    text('ApiName', 'API Name', 255),
    flag('IsActive', 'Is Active'),
    integer('SortOrder', 'Sort Order', 9),
    flag('IsClosed', 'Closed'),
    flag('IsWon', 'Won'),
    picklist('ForecastCategory', 'Forecast Category', FORECAST_CATEGORIES, { length: 40 }),
    picklist('ForecastCategoryName', 'Forecast Category Name', FORECAST_CATEGORY_NAMES),
    decimal('DefaultProbability', 'Probability (%)', 'percent', 3, 0),
    text('Description', 'Description', 255)
  ],
  { createable: false, updateable: false, deletable: false }
);

/** https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_opportunitycontactrole.htm */
export const opportunityContactRole = standardObject(
  'OpportunityContactRole',
  '00K',
  ['Opportunity Contact Role', 'Opportunity Contact Role'],
  { sharingModel: 'ControlledByParent', controllingField: 'OpportunityId', permissionsFrom: 'Opportunity' },
  [
    reference('OpportunityId', 'Opportunity ID', 'Opportunity', {
      required: true,
      updateable: false,
      onParentDelete: 'Cascade',
      childRelationshipName: 'OpportunityContactRoles'
    }),
    reference('ContactId', 'Contact ID', 'Contact', {
      required: true,
      onParentDelete: 'Cascade',
      childRelationshipName: 'OpportunityContactRoles'
    }),
    picklist('Role', 'Role', [
      'Business User',
      'Decision Maker',
      'Economic Buyer',
      'Economic Decision Maker',
      'Evaluator',
      'Executive Sponsor',
      'Influencer',
      'Technical Buyer',
      'Other'
    ]),
    flag('IsPrimary', 'Primary')
  ]
);

/** https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_opportunityhistory.htm */
export const opportunityHistory = standardObject(
  'OpportunityHistory',
  '008',
  ['Opportunity History', 'Opportunity History'],
  {
    audit: 'created',
    sharingModel: 'ControlledByParent',
    controllingField: 'OpportunityId',
    permissionsFrom: 'Opportunity',
    createable: false,
    updateable: false,
    deletable: false
  },
  [
    reference('OpportunityId', 'Opportunity ID', 'Opportunity', {
      required: true,
      onParentDelete: 'Cascade',
      childRelationshipName: 'OpportunityHistories'
    }),
    ...[
      picklist('StageName', 'To Stage Name', STAGE_NAMES),
      decimal('Amount', 'Amount', 'currency', 18, 2),
      decimal('ExpectedRevenue', 'Expected Amount', 'currency', 18, 2),
      date('CloseDate', 'Close Date'),
      decimal('Probability', 'Probability (%)', 'percent', 3, 0),
      field('ForecastCategory', 'To ForecastCategory', 'picklist', {
        length: 40,
        picklist: { restricted: true, values: FORECAST_CATEGORIES }
      }),
      decimal('PrevAmount', 'Previous Amount', 'currency', 18, 2),
      date('PrevCloseDate', 'Previous Close Date')
    ].map((entry) => ({ ...entry, createable: false, updateable: false, permissionable: false }))
  ]
);
