import { CANDIDATES, COMMITTEE_ROLES } from 'c/agreementSource';
import RulePreview from 'c/rulePreview';
import { answer, edges, mount, queried, value } from '../../../../../../test/agreement';

const rule = (field: string, operator: string, of: unknown) =>
  JSON.stringify({ items: [{ field, operator, value: of }] });

const LARGE = rule('NumberOfEmployees', 'greaterOrEqual', 100);
const ENERGY = rule('Industry', 'equals', 'Energy');

const account = (name: string, employees: number | null, industry: string) => ({
  Id: `001 ${name}`,
  Name: value(name),
  NumberOfEmployees: value(employees),
  Industry: value(industry)
});

const candidates = (nodes: object[], endCursor: string | null = null) =>
  answer(
    CANDIDATES,
    queried({ Account: edges(nodes, { pageInfo: { hasNextPage: endCursor !== null, endCursor } }) })
  );

const roles = (nodes: object[] = []) =>
  answer(COMMITTEE_ROLES, queried({ OpportunityContactRole: edges(nodes) }));

const show = (properties: object) =>
  mount('c-rule-preview', RulePreview, properties as Record<string, unknown>);

afterEach(() => document.body.replaceChildren());

it('counts who would be new, who would go and who stays, over all pages', async () => {
  const { element, listen, sent, texts } = await show({ criteria: LARGE, current: ENERGY });
  listen('counted');
  expect(texts('.counting')).toEqual(['Counting. 0 accounts so far.']);
  await candidates([account('Both', 400, 'Energy'), account('Large only', 300, 'Retail')], 'next');
  await roles();
  expect(texts('.counting')).toEqual(['Counting. 2 accounts so far.']);
  await candidates([account('Energy only', 20, 'Energy'), account('Neither', 20, 'Retail')]);
  await roles();
  expect(texts('.counted')).toEqual(['2 of the 4 accounts you can see would qualify; 1 of them do already.']);
  expect(texts('.gained')).toEqual(['1 would be new: Large only.']);
  expect(texts('.lost')).toEqual(['1 would no longer qualify: Energy only.']);
  expect(sent).toEqual([{ type: 'counted', detail: null }]);
  await expect(element).toBeAccessible();
});

it('asks about committee roles as the sync does', async () => {
  const { texts } = await show({ criteria: rule('Facts.CommitteeRolesFilled', 'greaterOrEqual', 2) });
  await candidates([account('Filled', 1, ''), account('Empty', 1, '')]);
  const role = (name: string) => ({ Role: value(name), Opportunity: { AccountId: value('001 Filled') } });
  await roles([role('Buyer'), role('User')]);
  expect(texts('.gained')).toEqual(['1 would be new: Filled.']);
});

it('says how many it cannot tell', async () => {
  const { texts } = await show({ criteria: rule('Loyalty__c', 'equals', 'Gold'), current: '' });
  await candidates([account('One', 1, ''), account('Two', 1, '')]);
  await roles();
  expect(texts('.counted')).toEqual(['0 of the 2 accounts you can see would qualify; 0 of them do already.']);
  expect(texts('.gained')).toEqual(['None would be new.']);
  expect(texts('.lost')).toEqual(['None would stop qualifying.']);
  expect(texts('.remark')).toEqual([
    "2 can't be told here, because something the definition asks about is unknown. The sync decides."
  ]);
});

it('names ten and counts the rest', async () => {
  const { texts } = await show({ criteria: LARGE });
  await candidates(Array.from({ length: 12 }, (_none, index) => account(`A${index}`, 200, '')));
  await roles();
  expect(texts('.gained')).toEqual(['12 would be new: A0, A1, A2, A3, A4, A5, A6, A7, A8, A9 and 2 more.']);
});

it('begins anew with another definition', async () => {
  const { element, texts } = await show({ criteria: LARGE });
  await candidates([account('Large', 400, '')]);
  await roles();
  Object.assign(element, { criteria: ENERGY });
  await candidates([account('Large', 400, '')]);
  await roles();
  expect(texts('.counted')).toEqual(['0 of the 1 accounts you can see would qualify; 0 of them do already.']);
});

it('ends at once where there is no account, and says when it could not count', async () => {
  const { press, texts } = await show({ criteria: LARGE });
  const refresh = jest.fn().mockResolvedValue(undefined);
  await answer(CANDIDATES, { errors: [{ message: 'Service unavailable' }], refresh });
  expect(texts('.failed p')).toEqual(["Couldn't count who would qualify. Nothing has changed."]);
  await press('.retry');
  expect(refresh).toHaveBeenCalledTimes(1);
  await candidates([]);
  expect(texts('.counted')).toEqual(['0 of the 0 accounts you can see would qualify; 0 of them do already.']);
});
