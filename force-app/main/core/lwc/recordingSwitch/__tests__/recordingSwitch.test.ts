import RecordingSwitch from 'c/recordingSwitch';
import { preferences } from 'c/repPreferences';
import { setRecording } from 'c/tracker';
import { updateRecord } from 'lightning/uiRecordApi';
import { createElement } from 'lwc';
import { settle } from '../../../../../../test/guidance';

jest.mock('c/tracker', () => ({ setRecording: jest.fn() }));

const update = updateRecord as jest.MockedFunction<typeof updateRecord>;

type Input = HTMLElement & { checked: boolean };

function setup() {
  const element = createElement('c-recording-switch', { is: RecordingSwitch });
  document.body.appendChild(element);
  const find = <T extends HTMLElement>(selector: string) => element.shadowRoot!.querySelector<T>(selector)!;
  const flip = async (checked: boolean) => {
    find<Input>('.pause').dispatchEvent(new CustomEvent('change', { detail: { checked } }));
    await settle();
  };
  return { element, find, flip };
}

beforeEach(() => {
  update.mockReset().mockResolvedValue({ apiName: 'Guidance_Preference__c', id: 'a01', fields: {} });
  // Another state first: the store ignores what it has heard already.
  preferences.hydrate(undefined);
  preferences.hydrate({ Id: 'a01000000000001AAA' });
});

afterEach(() => {
  document.body.replaceChildren();
});

it('says what is recorded', async () => {
  const { element, find } = setup();
  expect(find<Input>('.pause').checked).toBe(false);
  expect(find('.recording').textContent).toContain(
    'You can see it, and so can Salesforce admins who may view all data.'
  );
  await expect(element).toBeAccessible();
});

it('pauses the recording at once and says since when', async () => {
  jest.useFakeTimers({ now: new Date(2026, 10, 20, 14, 5), doNotFake: ['queueMicrotask', 'nextTick'] });
  const { find, flip } = setup();
  await flip(true);
  expect(find('.recording').textContent).toMatch(
    /^Recording is paused\. Nothing has been stored since 2:05\sPM\.$/
  );
  expect(setRecording).toHaveBeenLastCalledWith(false);
  expect(update.mock.calls[0][0].fields).toMatchObject({
    Id: 'a01000000000001AAA',
    Recording_Paused__c: true
  });
  jest.useRealTimers();
});

it('turns the switch back and says so when saving fails', async () => {
  update.mockRejectedValueOnce({ status: 503 });
  const { find, flip } = setup();
  await flip(true);
  expect(find<Input>('.pause').checked).toBe(false);
  expect(setRecording).toHaveBeenLastCalledWith(true);
  expect(find('.failed').textContent).toBe("Couldn't save that. Nothing has changed. Try again.");
});
