import { onOpenRequest } from 'c/guidanceHub';
import { preferences } from 'c/repPreferences';
import GuidedFields from 'c/guidedFields';
import { track } from 'c/tracker';
import { createElement } from 'lwc';
import { updateRecord } from 'lightning/uiRecordApi';
import { piece, settle } from '../../../../../../test/guidance';
import {
  emitContent,
  emitOpportunity,
  emitOpportunityInfo,
  OPPORTUNITY_ID
} from '../../../../../../test/org';

jest.mock('c/tracker', () => ({ track: jest.fn(), setRecording: jest.fn() }));

const update = updateRecord as jest.MockedFunction<typeof updateRecord>;
const tracked = track as jest.MockedFunction<typeof track>;

const STAGE_TIP = piece({
  key: 'stage',
  kind: 'Tip',
  field: 'StageName',
  title: 'The stage says what the buyer did',
  summary: 'Move it when the buyer has acted.',
  criteria: null
});
const PAST_DATE = piece({
  key: 'past-date',
  kind: 'Tip',
  field: 'CloseDate',
  title: 'A date that still lies ahead',
  summary: 'A date in the past drops out of the forecast.',
  criteria: '{"items":[{"field":"CloseDate","operator":"lessThan","value":"TODAY"}]}'
});

const SMALL_DEAL = piece({
  key: 'small-deal',
  kind: 'Tip',
  field: 'Amount',
  title: 'Small deals need no proposal',
  summary: 'Send a quote instead.',
  criteria: '{"items":[{"field":"Amount","operator":"lessThan","value":"USD 5000"}]}'
});

function setup(properties: Record<string, unknown> = {}) {
  const element = createElement('c-guided-fields', { is: GuidedFields });
  Object.assign(element, {
    recordId: OPPORTUNITY_ID,
    objectApiName: 'Opportunity',
    fields: 'StageName, Amount, CloseDate, Secret__c',
    heading: 'Key fields',
    ...properties
  });
  document.body.appendChild(element);
  const all = <T extends HTMLElement>(selector: string) => [
    ...element.shadowRoot!.querySelectorAll<T>(selector)
  ];
  const find = <T extends HTMLElement>(selector: string) => all<T>(selector)[0];
  return { element, all, find };
}

async function show(): Promise<void> {
  await emitContent([STAGE_TIP, PAST_DATE, SMALL_DEAL], { preference: { Id: 'a01000000000001AAA' } });
  await emitOpportunityInfo();
  await emitOpportunity({ StageName: 'Negotiation/Review', CloseDate: '2999-01-01' });
}

/** The stand-ins for base components take no focus: what counts is whom it was offered. */
const focused = jest.spyOn(HTMLElement.prototype, 'focus');

beforeEach(() => {
  focused.mockClear();
  localStorage.clear();
  preferences.hydrate(undefined);
  tracked.mockReset();
  update.mockReset().mockResolvedValue({ apiName: 'Guidance_Preference__c', id: 'a01', fields: {} });
});

afterEach(() => {
  document.body.replaceChildren();
});

it('shows the chosen fields that the rep may read, each with its label, and a tip where there is one', async () => {
  const { element, all, find } = setup();
  await show();
  expect(
    all<HTMLElement & { fieldName: string }>('lightning-output-field').map(({ fieldName }) => fieldName)
  ).toEqual(['StageName', 'Amount', 'CloseDate']);
  expect(all('.slds-form-element__label').map(({ textContent }) => textContent)).toEqual([
    'Stage',
    'Amount',
    'Close Date'
  ]);
  expect(all('c-field-tip').map(({ dataset }) => dataset.field)).toEqual(['StageName']);
  const group = find('[role="group"]');
  const help = find(`[id="${group.getAttribute('aria-describedby')}"]`);
  expect(help.textContent).toBe('Move it when the buyer has acted.');
  await expect(element).toBeAccessible();
});

it('lets a tip react to what is typed, under the field, and forgets it on cancel', async () => {
  const { element, all, find } = setup();
  await show();
  find('.edit').click();
  await settle();
  expect(all('.help.slds-form-element__help')).toEqual([]);
  find('lightning-input-field[data-field="CloseDate"]').dispatchEvent(
    new CustomEvent('change', { detail: { value: '2020-01-01' } })
  );
  await settle();
  expect(all('.help.slds-form-element__help').map(({ textContent }) => textContent)).toEqual([
    'A date in the past drops out of the forecast.'
  ]);
  await expect(element).toBeAccessible();
  find('.cancel').click();
  await settle();
  expect(find('lightning-record-edit-form')).toBeUndefined();
  expect(all('c-field-tip').map(({ dataset }) => dataset.field)).toEqual(['StageName']);
});

it('compares an amount that is typed, which arrives as text, as an amount', async () => {
  const { all, find } = setup();
  await show();
  find('.edit').click();
  await settle();
  const type = async (value: string) => {
    find('lightning-input-field[data-field="Amount"]').dispatchEvent(
      new CustomEvent('change', { detail: { value } })
    );
    await settle();
  };
  await type('900');
  expect(all('.help.slds-form-element__help').map(({ textContent }) => textContent)).toEqual([
    'Send a quote instead.'
  ]);
  await type('9000');
  expect(all('.help.slds-form-element__help')).toEqual([]);
});

it('goes back to reading once the platform has saved, with the keyboard where editing began', async () => {
  const { find } = setup();
  await show();
  find('.edit').click();
  await settle();
  find('lightning-record-edit-form').dispatchEvent(new CustomEvent('success'));
  await settle();
  expect(find('lightning-record-edit-form')).toBeUndefined();
  expect(find('[role="status"]').textContent).toBe('Saved');
  expect(focused.mock.contexts).toEqual([find('.edit')]);
});

it('counts an opened tip as seen', async () => {
  const { find } = setup();
  await show();
  const tip = find<HTMLElement & { isNew: boolean }>('c-field-tip');
  expect(tip.isNew).toBe(true);
  tip.dispatchEvent(new CustomEvent('tipopen', { detail: { key: 'stage' } }));
  await settle();
  expect(tip.isNew).toBe(false);
  expect(tracked.mock.calls.map(([{ type, guidance, surface }]) => [type, guidance, surface])).toEqual([
    ['opened', 'stage', 'field']
  ]);
});

it('opens the whole piece in the panel beside it, or itself where there is no panel', async () => {
  const { find } = setup();
  await show();
  const asked: string[] = [];
  const stop = onOpenRequest(({ guidance }) => asked.push(guidance.key) > 0);
  find('c-field-tip').dispatchEvent(new CustomEvent('why', { detail: { key: 'stage' } }));
  await settle();
  expect(asked).toEqual(['stage']);
  expect(find('c-guidance-reader')).toBeUndefined();
  stop();
  find('c-field-tip').dispatchEvent(new CustomEvent('why', { detail: { key: 'stage' } }));
  await settle();
  expect(find('c-guidance-reader')).toBeDefined();
  expect(focused.mock.contexts).toHaveLength(1);
  find('c-guidance-reader').dispatchEvent(new CustomEvent('back'));
  await settle();
  expect(focused.mock.contexts.at(-1)).toBe(find('.edit'));
});

it('says so when none of the chosen fields can be shown', async () => {
  const { find } = setup({ fields: 'Secret__c' });
  await show();
  expect(find('.empty').textContent).toBe(
    'None of the chosen fields can be shown. Your Salesforce admin can check the field list of this component.'
  );
  expect(find('.edit')).toBeUndefined();
});
