import ServiceLevelForm from 'c/serviceLevelForm';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import { JONAS, LEVEL, MARTA, mount, WORKDAYS } from '../../../../../../test/agreement';
import { settle } from '../../../../../../test/guidance';

const create = createRecord as jest.MockedFunction<typeof createRecord>;
const update = updateRecord as jest.MockedFunction<typeof updateRecord>;

const show = (properties: Record<string, unknown> = {}) =>
  mount('c-service-level-form', ServiceLevelForm, properties);

beforeEach(() => {
  create.mockReset().mockResolvedValue({ apiName: 'Service_Level__c', id: 'new', fields: {} });
  update.mockReset().mockResolvedValue({ apiName: 'Service_Level__c', id: 'x', fields: {} });
});

afterEach(() => document.body.replaceChildren());

it('writes a new promise as a draft, under a key made of its name', async () => {
  const { element, listen, press, send, sent, texts, type } = await show();
  listen('saved');
  expect(texts('h4')).toEqual(['New service level']);
  await press('.save');
  expect(texts('.failed')).toHaveLength(1);
  await expect(element).toBeAccessible();
  await type('[data-name="name"]', 'Größe & Preis sagen');
  await type('[data-name="owedBy"]', 'Sales');
  await type('[data-name="startsWhen"]', 'SQA reached');
  await type('[data-name="promise"]', ' Say the price. ');
  await type('[data-name="timeZone"]', 'Europe/Berlin');
  await type('[data-day="Friday"]', '09:00-12:00, 13:00 – 15:00');
  await type('[data-name="holidays"]', '2026-12-25\n2026-12-26');
  await send('[data-name="responsibleId"]', 'change', { recordId: JONAS.id });
  await send('[data-name="escalateToId"]', 'change', { recordId: MARTA.id });
  await press('.save');
  await settle();
  expect(create.mock.calls[0][0].fields).toMatchObject({
    Name: 'Größe & Preis sagen',
    Level_Key__c: 'gro-e-preis-sagen-1',
    Version__c: 1,
    Status__c: 'Draft',
    Owed_By__c: 'Sales',
    Starts_When__c: 'SQA reached',
    Promise__c: 'Say the price.',
    Target_Hours__c: 8,
    Met_Percent_Target__c: 90,
    Escalate_After_Missed__c: 2,
    Responsible__c: JONAS.id,
    Escalate_To__c: MARTA.id,
    Holidays__c: '["2026-12-25","2026-12-26"]'
  });
  expect(JSON.parse(String(create.mock.calls[0][0].fields.Business_Hours__c))).toEqual({
    timeZone: 'Europe/Berlin',
    days: {
      Monday: [['09:00', '17:00']],
      Tuesday: [['09:00', '17:00']],
      Wednesday: [['09:00', '17:00']],
      Thursday: [['09:00', '17:00']],
      Friday: [
        ['09:00', '12:00'],
        ['13:00', '15:00']
      ]
    }
  });
  expect(sent).toEqual([{ type: 'saved', detail: null }]);
});

it('says what is wrong with hours and holidays while one types', async () => {
  const { press, texts, type } = await show({ level: LEVEL, lastVersion: 1 });
  await type('[data-day="Monday"]', '17:00-09:00');
  await type('[data-name="holidays"]', '2026-02-30');
  expect(texts('.problem')).toEqual([
    'The holiday "2026-02-30" is not a day such as 2026-12-25.',
    'Monday: ["17:00","09:00"] closes before it opens. Hours over midnight are of two days.'
  ]);
  await press('.save');
  expect(create).not.toHaveBeenCalled();
});

it('begins a new version of what somebody has signed', async () => {
  const { find, press, texts, type } = await show({ level: LEVEL, lastVersion: 1 });
  expect(texts('h4')).toEqual(['Call a qualified account, version 2']);
  expect(find('[data-day="Monday"]').value).toBe('09:00-17:00');
  expect(find('[data-day="Sunday"]').value).toBe('');
  await type('[data-name="hours"]', '6.5');
  await press('.save');
  await settle();
  expect(create.mock.calls[0][0].fields).toMatchObject({
    Level_Key__c: 'call-a-qualified-account-2',
    Version__c: 2,
    Target_Hours__c: 6.5,
    Business_Hours__c: WORKDAYS
  });
  expect(update).not.toHaveBeenCalled();
});

it('rewrites a draft that nobody has signed', async () => {
  const signatures = { sales: null, marketing: null, finance: null };
  const draft = { ...LEVEL, status: 'Draft', version: 3, signatures };
  const { press, texts } = await show({ level: draft, lastVersion: 3 });
  expect(texts('h4')).toEqual(['Call a qualified account, version 3']);
  await press('.save');
  await settle();
  expect(create).not.toHaveBeenCalled();
  expect(update.mock.calls[0][0].fields).toMatchObject({ Id: LEVEL.id, Name: 'Call a qualified account' });
});

it('lays a signed draft aside when a new version takes its place', async () => {
  const draft = { ...LEVEL, status: 'Draft', version: 3, signatures: { ...LEVEL.signatures, finance: null } };
  const { press } = await show({ level: draft, lastVersion: 3 });
  await press('.save');
  await settle();
  expect(create.mock.calls[0][0].fields).toMatchObject({ Version__c: 4 });
  expect(update.mock.calls[0][0].fields).toEqual({ Id: LEVEL.id, Status__c: 'Retired' });
});

it('keeps what was typed when the save fails, and can be left', async () => {
  create.mockRejectedValueOnce({ status: 503 });
  const { find, listen, press, sent, texts, type } = await show({ level: LEVEL, lastVersion: 1 });
  listen('cancel');
  await type('[data-name="promise"]', 'Call twice.');
  await press('.save');
  await settle();
  expect(texts('.failed')).toEqual(["Couldn't save that. Nothing has changed. Try again."]);
  expect(find('[data-name="promise"]').value).toBe('Call twice.');
  await press('.cancel');
  expect(sent).toEqual([{ type: 'cancel', detail: null }]);
});
