import { preferences } from 'c/repPreferences';
import GuidanceSettings from 'c/guidanceSettings';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import { createElement } from 'lwc';
import { settle } from '../../../../../../test/guidance';

const create = createRecord as jest.MockedFunction<typeof createRecord>;
const update = updateRecord as jest.MockedFunction<typeof updateRecord>;

type Input = HTMLElement & { name: string; checked: boolean };

function setup() {
  const element = createElement('c-guidance-settings', { is: GuidanceSettings });
  document.body.appendChild(element);
  const find = <T extends HTMLElement>(selector: string) => element.shadowRoot!.querySelector<T>(selector)!;
  const flip = async (selector: string, checked: boolean) => {
    find<Input>(selector).dispatchEvent(new CustomEvent('change', { detail: { checked } }));
    await settle();
  };
  return { element, find, flip };
}

beforeEach(() => {
  create
    .mockReset()
    .mockResolvedValue({ apiName: 'Guidance_Preference__c', id: 'a01000000000001AAA', fields: {} });
  update
    .mockReset()
    .mockResolvedValue({ apiName: 'Guidance_Preference__c', id: 'a01000000000001AAA', fields: {} });
  // Another state first: the store ignores what it has heard already.
  preferences.hydrate(undefined);
  preferences.hydrate({ Id: 'a01000000000001AAA' });
});

afterEach(() => {
  document.body.replaceChildren();
});

it('shows what holds', async () => {
  preferences.hydrate({ Id: 'a01000000000001AAA', Quiet_Mode__c: { value: true } });
  const { element, find } = setup();
  expect(find<Input>('.quiet').checked).toBe(true);
  await expect(element).toBeAccessible();
});

it.each([
  ['.quiet', 'Quiet_Mode__c', true],
  ['.compact', 'Density__c', 'Compact']
])('saves %s as %s', async (selector, field, value) => {
  const { flip } = setup();
  await flip(selector, true);
  expect(update.mock.calls[0][0].fields).toMatchObject({ [field]: value });
});

it('turns the switch back and says so when saving fails', async () => {
  update.mockRejectedValueOnce({ status: 503 });
  const { find, flip } = setup();
  await flip('.quiet', true);
  expect(find<Input>('.quiet').checked).toBe(false);
  expect(find('.failed').textContent).toBe("Couldn't save that. Nothing has changed. Try again.");
});
