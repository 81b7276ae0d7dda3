import { TARGET_VERSIONS } from 'c/agreementSource';
import TargetProposal from 'c/targetProposal';
import { createRecord } from 'lightning/uiRecordApi';
import {
  AGREED_BEFORE,
  answer,
  edges,
  HARBOR,
  JONAS,
  mount,
  queried,
  targetNode
} from '../../../../../../test/agreement';
import { settle } from '../../../../../../test/guidance';

const create = createRecord as jest.MockedFunction<typeof createRecord>;

const versions = (rows = [AGREED_BEFORE]) =>
  answer(TARGET_VERSIONS, queried({ Target_Account__c: edges(rows.map(targetNode)) }));

beforeEach(() => {
  create.mockReset().mockResolvedValue({ apiName: 'Target_Account__c', id: 'a1', fields: {} });
});

afterEach(() => document.body.replaceChildren());

it('proposes an account that is not in the list yet', async () => {
  const { element, find, listen, press, send, sent, texts, type } = await mount(
    'c-target-proposal',
    TargetProposal
  );
  listen('saved');
  expect(texts('h3')).toEqual(['Propose an account for the target list']);
  await send('.account', 'change', { recordId: HARBOR.id });
  await versions([]);
  expect(texts('.before')).toEqual(['Not in the list yet. It counts once sales and marketing have signed.']);
  await expect(element).toBeAccessible();
  await press('.save');
  expect(texts('.failed')).toEqual(['Say which account, which tier and why.']);
  await type('.tier', '3');
  await send('.sales-owner', 'change', { recordId: JONAS.id });
  await type('.reason', 'Asked for us.');
  await press('.save');
  expect(create.mock.calls[0][0]).toMatchObject({
    apiName: 'Target_Account__c',
    fields: {
      Account__c: HARBOR.id,
      Target_Key__c: `${HARBOR.id}-1`,
      Version__c: 1,
      Tier__c: '3',
      Status__c: 'Proposed',
      Sales_Owner__c: JONAS.id,
      Marketing_Owner__c: null,
      Reason__c: 'Asked for us.'
    }
  });
  expect(sent).toEqual([{ type: 'saved', detail: null }]);
  expect(find('.failed')).toBeNull();
});

it('begins a change with what stands, as the next version', async () => {
  const { find, listen, press, sent, texts, type } = await mount('c-target-proposal', TargetProposal, {
    account: HARBOR
  });
  listen('cancel');
  await versions();
  expect(texts('h3')).toEqual(['Propose a change for Harbor Cold Storage']);
  expect(find('.account')).toBeNull();
  expect(find('.tier').value).toBe('2');
  expect(texts('.before')).toEqual([
    'Version 1 says tier 2. Yours becomes version 2 and replaces it once sales and marketing have signed.'
  ]);
  await type('.tier', '1');
  await type('.reason', 'A second site.');
  await press('.save');
  expect(create.mock.calls[0][0].fields).toMatchObject({ Version__c: 2, Marketing_Owner__c: JONAS.id });
  await press('.cancel');
  expect(sent).toEqual([{ type: 'cancel', detail: null }]);
});

it('keeps what was typed when the save fails', async () => {
  create.mockRejectedValueOnce({ status: 503 });
  const { find, press, texts, type } = await mount('c-target-proposal', TargetProposal, { account: HARBOR });
  await versions();
  await type('.reason', 'A second site.');
  await press('.save');
  await settle();
  expect(texts('.failed')).toEqual(["Couldn't save that. Nothing has changed. Try again."]);
  expect(find('.reason').value).toBe('A second site.');
});
