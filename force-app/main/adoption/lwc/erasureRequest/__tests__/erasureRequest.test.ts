import ErasureRequest from 'c/erasureRequest';
import { preferences } from 'c/repPreferences';
import { forgetUnsent } from 'c/tracker';
import { updateRecord } from 'lightning/uiRecordApi';
import { createElement } from 'lwc';
import { setClock } from '../../../../../../test/clock';
import { settle } from '../../../../../../test/guidance';

jest.mock('c/tracker', () => ({ forgetUnsent: jest.fn() }));

const update = updateRecord as jest.MockedFunction<typeof updateRecord>;
const forget = forgetUnsent as jest.MockedFunction<typeof forgetUnsent>;

function setup() {
  const element = createElement('c-erasure-request', { is: ErasureRequest });
  document.body.appendChild(element);
  const find = <T extends HTMLElement>(selector: string) => element.shadowRoot!.querySelector<T>(selector)!;
  const click = async (selector: string) => {
    find(selector).click();
    await settle();
  };
  return { element, find, click };
}

beforeEach(() => {
  setClock(new Date('2026-11-20T14:05:00.000Z'));
  forget.mockReset();
  update.mockReset().mockResolvedValue({ apiName: 'Guidance_Preference__c', id: 'a01', fields: {} });
  // Another state first: the store ignores what it has heard already.
  preferences.hydrate(undefined);
  preferences.hydrate({ Id: 'a01000000000001AAA' });
});

afterEach(() => {
  document.body.replaceChildren();
  jest.useRealTimers();
});

it('says what erasing means before it asks for it', async () => {
  const { element, find, click } = setup();
  await click('.ask');
  expect(find('.explain').textContent).toBe(
    "Deletes every event and day that is stored about you, and what waits in this browser. The sync does it at its next run and leaves a receipt here. Counts of five people or more stay; they don't name anyone."
  );
  expect(update).not.toHaveBeenCalled();
  await expect(element).toBeAccessible();
  await click('.keep');
  expect(find('.ask')).not.toBeNull();
});

it('asks, forgets what waits in this browser, and says when the request was made', async () => {
  const { element, find, click } = setup();
  await click('.ask');
  await click('.confirm');
  expect(update.mock.calls[0][0].fields).toMatchObject({
    Erasure_Requested_At__c: '2026-11-20T14:05:00.000Z'
  });
  expect(forget).toHaveBeenCalledTimes(1);
  expect(find('.requested').textContent).toMatch(/^You asked for erasure Nov 20, 2026, /);
  await expect(element).toBeAccessible();
  await click('.take-back');
  expect(update.mock.calls[1][0].fields).toMatchObject({ Erasure_Requested_At__c: null });
  expect(find('.ask')).not.toBeNull();
});

it('forgets nothing when the request could not be saved', async () => {
  update.mockRejectedValueOnce({ status: 503 });
  const { find, click } = setup();
  await click('.ask');
  await click('.confirm');
  expect(find('.failed').textContent).toBe("Couldn't save that. Nothing has changed. Try again.");
  expect(forget).not.toHaveBeenCalled();
});

it('shows the receipt', async () => {
  preferences.hydrate({
    Id: 'a01000000000001AAA',
    Erased_At__c: { value: '2026-11-20T02:10:00.000Z' },
    Erasure_Receipt__c: { value: '124 events in 9 batches.' }
  });
  const { find } = setup();
  expect(find('.receipt').textContent).toMatch(/^Erased Nov \d+, 2026, .*: 124 events in 9 batches\.$/);
  expect(find('.ask')).not.toBeNull();
});
