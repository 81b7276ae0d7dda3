import MailIntelligence from 'c/mailIntelligence';
import { settle } from '../../../../../../test/guidance';
import { mount } from '../../../../../../test/mount';
import { wires } from '../../../../../../test/org';

type Panel = HTMLElement & { recordId: string; objectApiName: string };
type Choice = HTMLElement & { options: { label: string; value: string }[]; value: string };

const person = (id: string, account: string | null) => ({
  node: { Id: id, Account: account && { Id: account, Name: { value: `Account ${account}` } } }
});

const show = (emails = ['ada@one.example', 'bob@one.example', 'cy@two.example']) =>
  mount('c-mail-intelligence', MailIntelligence, { emails });

async function answer(value: Record<string, unknown>): Promise<void> {
  wires.content.emit(value, ({ query }) => String(query).includes('query mailPeople'));
  await settle();
}

const found = (...edges: unknown[]) => ({ data: { uiapi: { query: { Contact: { edges } } } } });

afterEach(() => document.body.replaceChildren());

it('shows the account to which most people of the mail belong, and lets one take another', async () => {
  const { element, find, send } = await show();
  await answer(found(person('c3', '2'), person('c1', '1'), person('c2', '1'), person('c4', null)));
  expect(find<Panel>('c-account-intelligence').recordId).toBe('1');
  expect(find<Panel>('c-account-intelligence').objectApiName).toBe('Account');
  expect(find<Choice>('.account').options.map(({ label }) => label)).toEqual(['Account 1', 'Account 2']);
  await expect(element).toBeAccessible();
  await send('.account', 'change', { value: '2' });
  expect(find<Panel>('c-account-intelligence').recordId).toBe('2');
});

it('asks for each address once', async () => {
  await show(['b@one.example', 'a@one.example', 'b@one.example']);
  let variables: unknown;
  wires.content.emit(undefined, (config) => {
    if (String(config.query).includes('query mailPeople')) {
      variables = config.variables;
    }
    return false;
  });
  expect(variables).toEqual({ where: { Email: { in: ['a@one.example', 'b@one.example'] } } });
});

it('offers no choice where there is one account', async () => {
  const { find } = await show();
  await answer(found(person('c1', '1')));
  expect(find('.account')).toBeNull();
});

it('says so when nobody of the mail is known', async () => {
  const { element, texts } = await show();
  expect(texts('.loading')).toEqual(['Loading what is known about this account']);
  await answer(found());
  expect(texts('.nobody')).toEqual(['Nobody in this mail is a contact yet.']);
  await expect(element).toBeAccessible();
});

it('says so when the org does not answer, and tries again', async () => {
  const { texts, click } = await show();
  const refresh = jest.fn();
  await answer({ errors: [{ message: 'Service unavailable' }], refresh });
  expect(texts('.failed p')).toEqual(["Couldn't look up the people of this mail. The mail is fine."]);
  await click('.retry');
  expect(refresh).toHaveBeenCalledTimes(1);
});

it('says who can give access', async () => {
  const { texts } = await show();
  await answer({ errors: [{ message: "Field 'Contact' in type 'RecordQuery' is undefined" }] });
  expect(texts('.denied')[0]).toContain('Your Salesforce admin can give it');
});
