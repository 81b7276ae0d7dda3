import { requestOpen } from 'c/guidanceHub';
import GuidancePanel from 'c/guidancePanel';
import { preferences } from 'c/repPreferences';
import { track } from 'c/tracker';
import { createElement } from 'lwc';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import { CLOSE_PLAN, piece, settle } from '../../../../../../test/guidance';
import {
  emitContent,
  emitOpportunity,
  emitOpportunityInfo,
  OPPORTUNITY_ID,
  wires
} from '../../../../../../test/org';

jest.mock('c/tracker', () => ({ track: jest.fn(), setRecording: jest.fn() }));

const create = createRecord as jest.MockedFunction<typeof createRecord>;
const update = updateRecord as jest.MockedFunction<typeof updateRecord>;
const tracked = track as jest.MockedFunction<typeof track>;

const OTHERS = ['a', 'b', 'c', 'd'].map((key, index) =>
  piece({
    key,
    id: `a0000000000000${index}AAA`,
    kind: 'Tip',
    title: `Tip ${key}`,
    criteria: null,
    approvals: 0
  })
);

function setup(properties: Record<string, unknown> = {}) {
  const element = createElement('c-guidance-panel', { is: GuidancePanel });
  Object.assign(element, { recordId: OPPORTUNITY_ID, objectApiName: 'Opportunity', ...properties });
  document.body.appendChild(element);
  const find = <T extends HTMLElement>(selector: string) => element.shadowRoot!.querySelector<T>(selector)!;
  const cards = () =>
    [...element.shadowRoot!.querySelectorAll('c-guidance-card')] as unknown as (HTMLElement & {
      guidance: { key: string };
      isNew: boolean;
    })[];
  const act = async (key: string, name: string) => {
    find(`c-guidance-card[data-key="${key}"]`).dispatchEvent(
      new CustomEvent('action', { detail: { name, key } })
    );
    await settle();
  };
  return { element, find, cards, keys: () => cards().map(({ guidance }) => guidance.key), act };
}

async function show(pieces = [CLOSE_PLAN, ...OTHERS], stage = 'Negotiation/Review'): Promise<void> {
  await emitContent(pieces, { preference: { Id: 'a01000000000001AAA' } });
  await emitOpportunityInfo();
  await emitOpportunity({ StageName: stage });
}

const trackedTypes = () => tracked.mock.calls.map(([{ type, guidance }]) => [type, guidance]);

beforeEach(() => {
  localStorage.clear();
  preferences.hydrate(undefined);
  tracked.mockReset();
  create.mockReset();
  update.mockReset().mockResolvedValue({ apiName: 'Guidance_Preference__c', id: 'a01', fields: {} });
});

afterEach(() => {
  document.body.replaceChildren();
});

describe('the list', () => {
  it('shows three at most, best first, and says how many more there are', async () => {
    const { element, find, keys } = setup();
    await show();
    expect(find('.for').textContent).toBe('For this deal in Negotiation/Review');
    expect(keys()).toEqual(['close-plan', 'a', 'b']);
    expect(find<HTMLElement & { label: string }>('.more').label).toBe('2 more');
    expect(find('.trust').textContent).toBe('Approved by 6 sellers');
    await expect(element).toBeAccessible();
    find('.more').click();
    await settle();
    expect(keys()).toEqual(['close-plan', 'a', 'b', 'c', 'd']);
    expect(find<HTMLElement & { label: string }>('.more').label).toBe('Show fewer');
  });

  it('records each piece as shown once on a record, however often it is drawn', async () => {
    setup();
    await show();
    await emitOpportunity({ StageName: 'Negotiation/Review', Amount: 5 });
    expect(trackedTypes()).toEqual([
      ['shown', 'close-plan'],
      ['shown', 'a'],
      ['shown', 'b']
    ]);
    expect(tracked.mock.calls[0][0]).toEqual({
      type: 'shown',
      guidance: 'close-plan',
      version: 3,
      surface: 'panel',
      object: 'Opportunity',
      recordId: OPPORTUNITY_ID,
      stage: 'Negotiation/Review'
    });
  });

  it('follows an edit and says so politely', async () => {
    const { find, keys } = setup();
    await show([CLOSE_PLAN]);
    await emitOpportunity({ StageName: 'Closed Won' });
    expect(keys()).toEqual([]);
    expect(find('.empty').textContent).toBe('Nothing for this deal right now.');
    expect(find('[aria-live="polite"]').textContent).toBe('Guidance updated for Closed Won');
  });

  it('folds in quiet mode until the rep asks', async () => {
    const { find, keys } = setup({ quiet: true });
    await show();
    expect(find('.folded p').textContent).toBe('5 pieces fit. Quiet mode keeps them folded.');
    expect(keys()).toEqual([]);
    expect(tracked).not.toHaveBeenCalled();
    find('.show').click();
    await settle();
    expect(keys()).toEqual(['close-plan', 'a', 'b']);
  });
});

describe('states', () => {
  it('has a skeleton while it loads', async () => {
    const { element, find } = setup();
    await settle();
    expect(find('.skeleton').textContent).toContain('Loading guidance');
    await expect(element).toBeAccessible();
  });

  it('says that the record is fine when guidance cannot be loaded, and tries again', async () => {
    const { element, find } = setup();
    const refresh = jest.fn().mockResolvedValue(undefined);
    await settle();
    wires.content.emit({ errors: [{ message: 'Service unavailable' }], refresh });
    await settle();
    expect(find('.failed p').textContent).toBe("Couldn't load guidance. Your record is fine.");
    await expect(element).toBeAccessible();
    find('.retry').click();
    await settle();
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it('says who can give access', async () => {
    const { find } = setup();
    await settle();
    wires.content.emit({ errors: [{ message: "Field 'Guidance__c' in type 'RecordQuery' is undefined" }] });
    await settle();
    expect(find('.denied').textContent).toBe(
      "You don't have access to guidance yet. Your Salesforce admin can give it with the permission set Caddie Rep."
    );
  });
});

describe('what a rep does', () => {
  it('dismisses at once, keeps it for this version, and can take it back', async () => {
    const { find, keys, act } = setup();
    await show();
    await act('close-plan', 'dismiss');
    expect(keys()).toEqual(['a', 'b', 'c']);
    expect(find('.undo').textContent).toContain('Dismissed: Agree the close plan before pricing');
    expect(find('[aria-live="polite"]').textContent).toBe('Dismissed: Agree the close plan before pricing');
    expect(JSON.parse(String(update.mock.calls[0][0].fields.Dismissed__c))).toMatchObject({
      'close-plan': { version: 3 }
    });
    find('.undo lightning-button').click();
    await settle();
    expect(keys()).toEqual(['close-plan', 'a', 'b']);
    expect(JSON.parse(String(update.mock.calls[1][0].fields.Dismissed__c))).toEqual({});
  });

  it('offers to undo for eight seconds', async () => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] });
    const { find, act } = setup();
    await show();
    await act('a', 'snoozeTomorrow');
    jest.advanceTimersByTime(7999);
    await settle();
    expect(find('.undo')).not.toBeNull();
    jest.advanceTimersByTime(1);
    await settle();
    expect(find('.undo')).toBeNull();
    jest.useRealTimers();
  });

  it.each([
    ['snoozeTomorrow', { until: '2026-11-21' }],
    ['snoozeNextWeek', { until: '2026-11-27' }],
    ['snoozeRecord', { until: '9999-12-31', recordId: OPPORTUNITY_ID }]
  ])('%s keeps a piece away', async (name, expected) => {
    jest.useFakeTimers({ now: new Date(2026, 10, 20, 17), doNotFake: ['queueMicrotask', 'nextTick'] });
    const { keys, act } = setup();
    await show();
    await act('a', name);
    expect(keys()).toEqual(['close-plan', 'b', 'c']);
    expect(JSON.parse(String(update.mock.calls[0][0].fields.Snoozed__c))).toEqual({ a: expected });
    expect(trackedTypes()).toContainEqual(['snoozed', 'a']);
    jest.useRealTimers();
  });

  it('brings a piece back and says so when the dismissal could not be saved', async () => {
    update.mockRejectedValueOnce({ status: 503 });
    const { find, keys, act } = setup();
    await show();
    await act('a', 'dismiss');
    expect(keys()).toEqual(['close-plan', 'a', 'b']);
    expect(find('.undo')).toBeNull();
    expect(find('.save-failed').textContent).toBe("Couldn't save that. Nothing has changed. Try again.");
  });

  it('opens in place of the list, stays open after an edit, and returns to where the rep was', async () => {
    const { element, find, keys, act } = setup();
    await show();
    await act('close-plan', 'open');
    const reader = find<HTMLElement & { because: string }>('c-guidance-reader');
    expect(reader.because).toBe('Here because Stage is Negotiation/Review.');
    expect(keys()).toEqual([]);
    await emitOpportunity({ StageName: 'Closed Won' });
    expect(find('c-guidance-reader')).toBe(reader);
    reader.dispatchEvent(new CustomEvent('back'));
    await settle();
    expect(keys()).toEqual(['a', 'b', 'c']);
    expect(trackedTypes()).toContainEqual(['opened', 'close-plan']);
    expect(JSON.parse(String(update.mock.calls[0][0].fields.Seen__c))).toEqual({ 'close-plan': 3 });
    await expect(element).toBeAccessible();
  });

  it('records what the rep does while reading', async () => {
    const { find, act } = setup();
    await show();
    await act('close-plan', 'open');
    find('c-guidance-reader').dispatchEvent(new CustomEvent('reading', { detail: { step: 'completed' } }));
    expect(trackedTypes()).toContainEqual(['completed', 'close-plan']);
  });

  it('asks for a word when a piece did not help, and records the answer once it is sent', async () => {
    const { find, act } = setup();
    await show();
    await act('a', 'notHelpful');
    const feedback = find<HTMLElement & { initialVerdict: string }>('c-guidance-feedback');
    expect(feedback.initialVerdict).toBe('Not Helpful');
    feedback.dispatchEvent(new CustomEvent('answered', { detail: { verdict: 'Not Helpful' } }));
    expect(trackedTypes()).toContainEqual(['unhelpful', 'a']);
    feedback.dispatchEvent(new CustomEvent('cancel'));
    await settle();
    expect(find('c-guidance-feedback')).toBeNull();
  });

  it('says why a piece is here', async () => {
    const { find, act } = setup();
    await show();
    await act('close-plan', 'why');
    expect(find('.because').textContent).toBe('Here because Stage is Negotiation/Review.');
    await act('close-plan', 'why');
    expect(find('.because')).toBeNull();
  });

  it('opens what a field beside it asks for, on the same record only', async () => {
    const { find } = setup();
    await show();
    expect(requestOpen({ guidance: OTHERS[0], recordId: 'other' })).toBe(false);
    expect(requestOpen({ guidance: OTHERS[0], recordId: OPPORTUNITY_ID })).toBe(true);
    await settle();
    expect(find<HTMLElement & { guidance: { key: string } }>('c-guidance-reader').guidance.key).toBe('a');
  });

  it('leaves what a field asks for to the field while the panel stands behind another tab', async () => {
    const { element, find } = setup();
    await show();
    Object.assign(element, { checkVisibility: () => false });
    expect(requestOpen({ guidance: OTHERS[0], recordId: OPPORTUNITY_ID })).toBe(false);
    await settle();
    expect(find('c-guidance-reader')).toBeNull();
  });

  it('unfolds the settings', async () => {
    const { find } = setup();
    await show();
    expect(find('c-guidance-settings')).toBeNull();
    find('.gear').click();
    await settle();
    expect(find('c-guidance-settings')).not.toBeNull();
  });
});
