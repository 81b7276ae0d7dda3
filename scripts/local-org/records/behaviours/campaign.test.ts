import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setupBehaviour as setup } from '../testing/behaviour.ts';

test('a campaign counts its members, responses and deals', () => {
  const { create, deal, read, refused, update } = setup();
  const campaign = create('Campaign', { Name: 'Webinar' });
  const lead = create('Lead', { LastName: 'Lee', Company: 'Acme' });
  const contact = create('Contact', { LastName: 'Kim' });
  create('CampaignMember', { CampaignId: campaign, LeadId: lead, Status: 'Responded' });
  create('CampaignMember', { CampaignId: campaign, ContactId: contact });
  const won = deal({ CampaignId: campaign, Amount: 100 });
  deal({ CampaignId: campaign, Amount: 50 });
  update('Opportunity', won, { StageName: 'Closed Won' });
  assert.deepEqual(
    read(
      'Campaign',
      campaign,
      'NumberOfLeads',
      'NumberOfContacts',
      'NumberOfResponses',
      'NumberOfOpportunities',
      'AmountAllOpportunities',
      'AmountWonOpportunities'
    ),
    {
      NumberOfLeads: 1,
      NumberOfContacts: 1,
      NumberOfResponses: 1,
      NumberOfOpportunities: 2,
      AmountAllOpportunities: 150,
      AmountWonOpportunities: 100
    }
  );
  assert.deepEqual(refused('CampaignMember', { CampaignId: campaign, LeadId: lead }), [
    'DUPLICATE_VALUE: Already a campaign member.'
  ]);
  assert.deepEqual(refused('CampaignMember', { CampaignId: campaign }), [
    'FIELD_INTEGRITY_EXCEPTION: A campaign member is either a lead or a contact'
  ]);
});
