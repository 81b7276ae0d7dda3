import AgreedTargetForm from 'c/agreedTargetForm';
import { createRecord } from 'lightning/uiRecordApi';
import { mount } from '../../../../../../test/agreement';
import { settle } from '../../../../../../test/guidance';

const create = createRecord as jest.MockedFunction<typeof createRecord>;

const show = () => mount('c-agreed-target-form', AgreedTargetForm, { tier: '1', today: '2026-11-20' });

beforeEach(() => {
  create.mockReset().mockResolvedValue({ apiName: 'Agreed_Target__c', id: 'new', fields: {} });
});

afterEach(() => document.body.replaceChildren());

it('agrees on a value from a day on, with its reason', async () => {
  const { element, listen, press, sent, texts, type } = await show();
  ['saved', 'cancel'].forEach(listen);
  await press('.save');
  expect(texts('.failed')).toEqual(['Say which value, from when, and why both sides agreed on it.']);
  await expect(element).toBeAccessible();
  await type('.kpi', 'SQA');
  await type('.value', '7.5');
  await type('.from', '2026-12-01');
  await type('.reason', ' A quarter of the list. ');
  await press('.save');
  await settle();
  expect(create.mock.calls[0][0]).toEqual({
    apiName: 'Agreed_Target__c',
    fields: {
      Agreed_Key__c: 'SQA|1|2026-12-01',
      Kpi__c: 'SQA',
      Tier__c: '1',
      From__c: '2026-12-01',
      Value__c: 7.5,
      Reason__c: 'A quarter of the list.'
    }
  });
  await press('.cancel');
  expect(sent.map(({ type: name }) => name)).toEqual(['saved', 'cancel']);
});

it.each([
  [
    { status: 400, body: { errorCode: 'DUPLICATE_VALUE', message: 'duplicate value found' } },
    'This KPI has a value from that day already. Choose another day.'
  ],
  [{ status: 503 }, "Couldn't save that. Nothing has changed. Try again."]
])('says why it could not be kept: %j', async (failure, expected) => {
  create.mockRejectedValueOnce(failure);
  const { press, texts, type } = await show();
  await type('.value', '7');
  await type('.reason', 'Because');
  await press('.save');
  await settle();
  expect(texts('.failed')).toEqual([expected]);
});
