import { preferences, type PreferenceNode } from 'c/repPreferences';
import MyGuidance from 'c/myGuidance';
import { track } from 'c/tracker';
import { createElement } from 'lwc';
import { updateRecord } from 'lightning/uiRecordApi';
import { piece, settle } from '../../../../../../test/guidance';
import { emitContent, wires } from '../../../../../../test/org';

jest.mock('c/tracker', () => ({ track: jest.fn(), setRecording: jest.fn() }));

const update = updateRecord as jest.MockedFunction<typeof updateRecord>;
const tracked = track as jest.MockedFunction<typeof track>;

const PIECES = [
  piece({ key: 'old', title: 'An older piece', modifiedAt: '2026-10-01T00:00:00.000Z' }),
  piece({ key: 'new', title: 'The newest piece', modifiedAt: '2026-11-10T00:00:00.000Z' }),
  piece({ key: 'seen', title: 'Seen already' }),
  piece({ key: 'away', title: 'Dismissed one' }),
  piece({ key: 'later', title: 'Snoozed one' }),
  piece({ key: 'over', title: 'A snooze that is over' })
];

const PREFERENCE: PreferenceNode = {
  Id: 'a01000000000001AAA',
  Seen__c: { value: '{"seen":3,"over":3}' },
  Dismissed__c: {
    value: '{"away":{"version":3,"at":"2026-11-01T00:00:00.000Z"},"old":{"version":2,"at":"x"}}'
  },
  Snoozed__c: { value: '{"later":{"until":"2999-12-31"},"over":{"until":"2020-01-01"}}' }
};

function setup(properties: Record<string, unknown> = {}) {
  const element = createElement('c-my-guidance', { is: MyGuidance });
  Object.assign(element, properties);
  document.body.appendChild(element);
  const texts = (selector: string) =>
    [...element.shadowRoot!.querySelectorAll(selector)].map((one) => one.textContent);
  const find = <T extends HTMLElement>(selector: string) => element.shadowRoot!.querySelector<T>(selector)!;
  return { element, texts, find };
}

beforeEach(() => {
  preferences.hydrate(undefined);
  tracked.mockReset();
  update.mockReset().mockResolvedValue({ apiName: 'Guidance_Preference__c', id: 'a01', fields: {} });
});

afterEach(() => {
  document.body.replaceChildren();
});

it('shows what is new, newest first, and what is put away with how it comes back', async () => {
  const { element, texts } = setup();
  await emitContent(PIECES, { preference: PREFERENCE });
  expect(texts('.fresh .name')).toEqual(['The newest piece', 'An older piece']);
  expect(texts('.fresh .detail')[0]).toBe('Job aid · 2 min · keeps the date');
  expect(texts('.away .name')).toEqual(['Dismissed one', 'Snoozed one']);
  expect(texts('.away .detail')).toEqual(['Dismissed', 'Snoozed until Dec 31, 2999']);
  await expect(element).toBeAccessible();
});

it('keeps to the number that the admin chose', async () => {
  const { texts } = setup({ maxItems: 1 });
  await emitContent(PIECES, { preference: PREFERENCE });
  expect(texts('.fresh .name')).toEqual(['The newest piece']);
});

it('opens a piece in place, which is then no longer new', async () => {
  const { find, texts } = setup();
  await emitContent(PIECES, { preference: PREFERENCE });
  find('[data-key="new"]').click();
  await settle();
  expect(find<HTMLElement & { guidance: { key: string } }>('c-guidance-reader').guidance.key).toBe('new');
  expect(tracked.mock.calls[0][0]).toEqual({
    type: 'opened',
    guidance: 'new',
    version: 3,
    surface: 'home',
    object: 'Opportunity'
  });
  find('c-guidance-reader').dispatchEvent(new CustomEvent('back'));
  await settle();
  expect(texts('.fresh .name')).toEqual(['An older piece']);
});

it('brings back what was put away', async () => {
  const { find, texts } = setup();
  await emitContent(PIECES, { preference: PREFERENCE });
  find('.away [data-key="away"]').click();
  await settle();
  expect(texts('.away .name')).toEqual(['Snoozed one']);
  expect(texts('.fresh .name')).toContain('Dismissed one');
});

it('says when there is nothing, and when saving fails', async () => {
  const { find, texts } = setup();
  await emitContent([PIECES[3]], { preference: PREFERENCE });
  expect(find('.fresh-empty').textContent).toBe('Nothing new. What fits a record waits on its page.');
  update.mockRejectedValueOnce({ status: 503 });
  find('.away [data-key="away"]').click();
  await settle();
  expect(texts('.away .name')).toEqual(['Dismissed one']);
  expect(find('.save-failed').textContent).toBe("Couldn't save that. Nothing has changed. Try again.");
});

it('has states for loading, failing and no access', async () => {
  const { element, find } = setup();
  await settle();
  expect(find('.skeleton').textContent).toContain('Loading guidance');
  const refresh = jest.fn().mockResolvedValue(undefined);
  wires.content.emit({ data: {}, errors: [{ message: 'Service unavailable' }], refresh });
  await settle();
  expect(find('.failed p').textContent).toBe("Couldn't load your guidance. Try again.");
  find('.retry').click();
  expect(refresh).toHaveBeenCalledTimes(1);
  await expect(element).toBeAccessible();
  wires.content.emit({ errors: [{ message: "Field 'Guidance__c' in type 'RecordQuery' is undefined" }] });
  await settle();
  expect(find('.denied').textContent).toContain('permission set Caddie Rep');
});

it('leaves out what is for somebody else', async () => {
  const audience = '{"items":[{"field":"Department","operator":"equals","value":"Marketing"}]}';
  const { texts } = setup();
  await emitContent([PIECES[1], piece({ key: 'marketing', title: 'For marketing', audience })], {
    preference: PREFERENCE
  });
  wires.record.emit({ apiName: 'User', id: '005', fields: { Department: { value: 'Sales' } } });
  await settle();
  expect(texts('.fresh .name')).toEqual(['The newest piece']);
  wires.record.emit({ apiName: 'User', id: '005', fields: { Department: { value: 'Marketing' } } });
  await settle();
  expect(texts('.fresh .name')).toEqual(['The newest piece', 'For marketing']);
});
