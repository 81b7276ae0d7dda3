import { parseCriteria } from 'c/criteria';
import { describeCriteria } from 'c/criteriaText';
import { criteriaLabels } from 'c/criteriaWords';
import type { ObjectInfo } from 'c/crm';

const field = (apiName: string, label: string) => ({
  apiName,
  label,
  dataType: 'String',
  required: false,
  updateable: true
});

const OPPORTUNITY: ObjectInfo = {
  apiName: 'Opportunity',
  label: 'Opportunity',
  labelPlural: 'Opportunities',
  fields: {
    StageName: field('StageName', 'Stage'),
    Amount: field('Amount', 'Amount'),
    CloseDate: field('CloseDate', 'Close Date')
  }
};

function words(criteria: unknown): string {
  const { criteria: parsed } = parseCriteria(JSON.stringify(criteria));
  return describeCriteria(parsed!, criteriaLabels(OPPORTUNITY));
}

it('says criteria as a colleague would', () => {
  expect(
    words({
      logic: '1 AND (2 OR 3)',
      items: [
        { field: 'StageName', operator: 'equals', value: ['Proposal/Price Quote', 'Negotiation/Review'] },
        { field: 'Amount', operator: 'greaterThan', value: 50000 },
        { field: 'CloseDate', operator: 'lessThan', value: 'TODAY' }
      ]
    })
  ).toBe(
    'Stage is Proposal/Price Quote or Negotiation/Review and (Amount is over 50,000 or Close Date is before today)'
  );
});

it('calls a field that has no label by its API name, in words', () => {
  expect(words({ items: [{ field: 'Account.BillingCountry', operator: 'equals', value: 'Norway' }] })).toBe(
    'Account Billing Country is Norway'
  );
  expect(words({ items: [{ field: 'Deal_Size__c', operator: 'isBlank' }] })).toBe('Deal Size is empty');
});
