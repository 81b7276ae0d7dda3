import { whereOf } from '../where';

const NONE = { tier: '', status: '', ownerId: '', name: '' };

it('looks for what stands or waits, whatever its tier and owner', () => {
  expect(whereOf(NONE)).toEqual({ and: [{ Status__c: { in: ['Proposed', 'Accepted', 'Disputed'] } }] });
});

it('looks for all that is asked, and takes wildcards in a name for letters', () => {
  expect(whereOf({ tier: '1', status: 'Disputed', ownerId: '005', name: ' 50%_a\\ ' })).toEqual({
    and: [
      { Status__c: { eq: 'Disputed' } },
      { Tier__c: { eq: '1' } },
      { or: [{ Sales_Owner__c: { eq: '005' } }, { Marketing_Owner__c: { eq: '005' } }] },
      { Account__r: { Name: { like: '%50\\%\\_a\\\\%' } } }
    ]
  });
});
