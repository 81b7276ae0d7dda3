import { RULES } from 'c/agreementSource';
import QualificationRules from 'c/qualificationRules';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import {
  answer,
  edges,
  emitRights,
  JONAS,
  mount,
  queried,
  value,
  type Part
} from '../../../../../../test/agreement';
import { setClock } from '../../../../../../test/clock';
import { settle } from '../../../../../../test/guidance';

jest.mock('@salesforce/user/Id', () => ({ default: '005000000000001AAA' }), { virtual: true });

const create = createRecord as jest.MockedFunction<typeof createRecord>;
const update = updateRecord as jest.MockedFunction<typeof updateRecord>;
const refresh = jest.fn().mockResolvedValue(undefined);

const NOW = '2026-11-20T18:00:00.000Z';
const criteria = (signals: number) =>
  JSON.stringify({ items: [{ field: 'Facts.StrongSignals', operator: 'greaterOrEqual', value: signals }] });

const node = (kind: string, version: number, status: string, signals: number) => ({
  Id: `${kind}-${version}`,
  Kind__c: value(kind),
  Version__c: value(version),
  Status__c: value(status),
  Criteria__c: value(criteria(signals)),
  Reason__c: value(`Reason ${version}.`),
  Effective_From__c: value(status === 'Draft' ? null : '2026-10-05T16:00:00.000Z'),
  Published_By__r: status === 'Draft' ? null : { Id: JONAS.id, Name: value(JONAS.name) }
});

const INFO = {
  NumberOfEmployees: { apiName: 'NumberOfEmployees', label: 'Employees', dataType: 'Int' },
  OwnerId: { apiName: 'OwnerId', label: 'Owner', dataType: 'Reference' }
};

async function show(
  nodes = [node('MQA', 2, 'Published', 2), node('MQA', 1, 'Retired', 1)],
  mayChange = true
) {
  const mounted = await mount('c-qualification-rules', QualificationRules);
  await answer(RULES, { ...queried({ Qualification_Rule__c: edges(nodes) }), refresh });
  await emitRights(mayChange, INFO);
  const edit = (text: string, isValid = true) =>
    mounted.send('c-criteria-editor', 'criteriachange', { text, isValid });
  return { ...mounted, edit };
}

beforeEach(() => {
  setClock(new Date(NOW));
  create.mockReset().mockResolvedValue({ apiName: 'Qualification_Rule__c', id: 'new', fields: {} });
  update.mockReset().mockResolvedValue({ apiName: 'Qualification_Rule__c', id: 'x', fields: {} });
});

afterEach(() => {
  document.body.replaceChildren();
  jest.useRealTimers();
});

it('says each definition as a sentence, with its version, its author and its reason', async () => {
  const { element, press, texts } = await show();
  expect(texts('h3')).toEqual(['MQA: qualified by marketing', 'SQA: accepted by sales']);
  expect(texts('.sentence')).toEqual(['An account qualifies when Fresh strong signals is 2 or more.']);
  expect(texts('.note')).toEqual(['Version 2, published Oct 5 by Jonas Weber. Reason 2.']);
  expect(texts('.none')).toEqual(['No definition is published yet, so no account can qualify.']);
  await press('.former');
  expect(texts('.version')).toEqual([
    'An account qualifies when Fresh strong signals is 1 or more.Version 1, published Oct 5 by Jonas Weber. Reason 1.'
  ]);
  await expect(element).toBeAccessible();
});

it('offers facts and fields of accounts, without what the platform keeps for itself', async () => {
  const { find, press } = await show();
  await press('.change');
  const paths = find<HTMLElement & { fields: { path: string }[] }>('c-criteria-editor').fields.map(
    ({ path }) => path
  );
  expect(paths).toContain('Facts.CommitteeRolesFilled');
  expect(paths).toContain('NumberOfEmployees');
  expect(paths).not.toContain('OwnerId');
});

it('publishes only what somebody has seen the effect of, then retires the version before', async () => {
  const { element, all, edit, find, press, send, texts, type } = await show();
  await press('.change');
  expect(find('c-criteria-editor').value).toBe(criteria(2));
  await edit(criteria(3));
  expect(all('.publish')).toEqual([]);
  await press('.preview');
  expect(find<HTMLElement & { criteria: string; current: string }>('c-rule-preview')).toMatchObject({
    criteria: criteria(3),
    current: criteria(2)
  });
  await send('c-rule-preview', 'counted');
  expect(find('.publish').label).toBe('Publish version 3');
  await press('.publish');
  expect(texts('.save-failed')).toEqual([
    'Say why it changes: the other side reads it beside the new version.'
  ]);
  await expect(element).toBeAccessible();
  await type('.reason', 'Too many false alarms. ');
  await press('.publish');
  await settle();
  expect(create.mock.calls[0][0]).toEqual({
    apiName: 'Qualification_Rule__c',
    fields: {
      Rule_Key__c: 'MQA-3',
      Kind__c: 'MQA',
      Version__c: 3,
      Status__c: 'Draft',
      Criteria__c: criteria(3),
      Reason__c: 'Too many false alarms.'
    }
  });
  expect(update.mock.calls.map(([{ fields }]) => fields)).toEqual([
    { Id: 'new', Status__c: 'Published', Effective_From__c: NOW, Published_By__c: '005000000000001AAA' },
    { Id: 'MQA-2', Status__c: 'Retired' }
  ]);
  expect(find<Part>('c-agreement-part').announcement).toBe(
    'MQA version 3 is published. Earlier verdicts keep their version.'
  );
});

it('takes the word back when the text changes after the preview', async () => {
  const { all, edit, press, send } = await show();
  await press('.change');
  await press('.preview');
  await send('c-rule-preview', 'counted');
  expect(all('.publish')).toHaveLength(1);
  await edit(criteria(4));
  expect(all('.publish')).toEqual([]);
});

it('shows no effect of what has a problem, or of no condition at all', async () => {
  const { edit, find, press } = await show();
  await press('.change');
  expect(find('.preview').disabled).toBe(false);
  await edit(criteria(4), false);
  expect(find('.preview').disabled).toBe(true);
  await edit('');
  expect(find('.preview').disabled).toBe(true);
});

it('goes on with a draft instead of making a second one', async () => {
  const { edit, find, press } = await show([node('MQA', 3, 'Draft', 5), node('MQA', 2, 'Published', 2)]);
  expect(find('.change').label).toBe('Continue the draft of version 3');
  await press('.change');
  expect(find('c-criteria-editor').value).toBe(criteria(5));
  await edit(criteria(6));
  await press('.save-draft');
  expect(create).not.toHaveBeenCalled();
  expect(update.mock.calls[0][0].fields).toEqual({
    Id: 'MQA-3',
    Criteria__c: criteria(6),
    Reason__c: 'Reason 3.'
  });
});

it('keeps what was typed when the save fails', async () => {
  create.mockRejectedValueOnce({ status: 503 });
  const { find, press, texts, type } = await show();
  await press('.change');
  await type('.reason', 'Because');
  await press('.save-draft');
  await settle();
  expect(texts('.save-failed')).toEqual(["Couldn't save that. Nothing has changed. Try again."]);
  expect(find('.reason').value).toBe('Because');
});

it('lets those who may not change it read it', async () => {
  const { all } = await show(undefined, false);
  expect(all('.sentence')).toHaveLength(1);
  expect(all('.change')).toEqual([]);
});

it('has states for loading, failing and no access', async () => {
  const { find, send } = await mount('c-qualification-rules', QualificationRules);
  const status = () => find<Part>('c-agreement-part').status;
  expect(status()).toBe('loading');
  refresh.mockClear();
  await answer(RULES, { errors: [{ message: 'Service unavailable' }], refresh });
  expect(status()).toBe('failed');
  await send('c-agreement-part', 'retry');
  expect(refresh).toHaveBeenCalledTimes(1);
  await answer(RULES, {
    errors: [{ message: "Field 'Qualification_Rule__c' in type 'RecordQuery' is undefined" }]
  });
  expect(status()).toBe('denied');
});
