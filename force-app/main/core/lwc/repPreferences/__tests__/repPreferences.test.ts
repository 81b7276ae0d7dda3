import { CrmError } from 'c/crm';
import {
  askForErasure,
  createPreferenceStore,
  dayFrom,
  dismiss,
  markSeen,
  restore,
  setCompact,
  setQuiet,
  setRecordingPaused,
  snooze,
  type PreferenceDoors
} from 'c/repPreferences';

const NOW = new Date('2026-11-20T16:30:00.000Z');

function setup(doors: Partial<PreferenceDoors> = {}) {
  const calls: [string, string, Record<string, unknown>][] = [];
  const store = createPreferenceStore({
    userId: '005000000000001AAA',
    saveNew: async (apiName, fields) => {
      calls.push(['new', apiName, fields]);
      return 'a01000000000001AAA';
    },
    saveChange: async (id, fields) => {
      calls.push(['change', id, fields]);
    },
    ...doors
  });
  return { store, calls };
}

it('shows a change before it is saved, then creates one record and changes it afterwards', async () => {
  const { store, calls } = setup();
  store.hydrate(undefined);
  const first = store.change(dismiss('close-plan', 2, NOW));
  expect(store.current().dismissed).toEqual({ 'close-plan': { version: 2, at: '2026-11-20T16:30:00.000Z' } });
  expect(calls).toEqual([]);
  await first;
  await store.change(setQuiet(true));
  expect(calls.map(([kind, target]) => [kind, target])).toEqual([
    ['new', 'Guidance_Preference__c'],
    ['change', 'a01000000000001AAA']
  ]);
  expect(calls[0][2]).toMatchObject({
    User_Key__c: '005000000000001AAA',
    Dismissed__c: '{"close-plan":{"version":2,"at":"2026-11-20T16:30:00.000Z"}}'
  });
  expect(calls[1][2]).toMatchObject({ Quiet_Mode__c: true });
});

it('sends changes made together in one save', async () => {
  const { store, calls } = setup();
  store.hydrate({ Id: 'a01000000000009AAA' });
  await Promise.all([store.change(markSeen('a', 1)), store.change(markSeen('b', 3))]);
  expect(calls).toHaveLength(1);
  expect(calls[0][2]).toMatchObject({ Seen__c: '{"a":1,"b":3}' });
});

it('takes a change back when the save is refused, and goes on saving', async () => {
  let refuse = true;
  const { store, calls } = setup({
    saveChange: async (id, fields) => {
      if (refuse) {
        throw new CrmError('unavailable', 'later');
      }
      calls.push(['change', id, fields]);
    }
  });
  store.hydrate({ Id: 'a01000000000009AAA' });
  const seen: boolean[] = [];
  store.subscribe(() => seen.push(store.current().quiet));
  await expect(store.change(setQuiet(true))).rejects.toThrow('later');
  expect(seen).toEqual([true, false]);
  refuse = false;
  await store.change(snooze('a', '2026-11-21', '006000000000001AAA'));
  expect(calls).toHaveLength(1);
  expect(calls[0][2]).toEqual({
    Snoozed__c: '{"a":{"until":"2026-11-21","recordId":"006000000000001AAA"}}'
  });
  expect(store.current().quiet).toBe(false);
});

it('changes the record that another tab has just made', async () => {
  const { store, calls } = setup({
    saveNew: async () => {
      throw new CrmError(
        'duplicate',
        'duplicate value found: User_Key__c duplicates value on record with id: a01000000000007AAA'
      );
    }
  });
  store.hydrate(undefined);
  await store.change(setCompact(true));
  expect(calls).toEqual([['change', 'a01000000000007AAA', { Density__c: 'Compact' }]]);
});

it('keeps unsaved changes on top of what arrives from the org', async () => {
  const { store } = setup();
  store.hydrate({ Id: 'a01000000000009AAA' });
  const saved = store.change(restore('a'));
  store.hydrate({
    Id: 'a01000000000009AAA',
    Dismissed__c: { value: '{"a":{"version":1,"at":"x"},"b":{"version":1,"at":"y"}}' }
  });
  expect(Object.keys(store.current().dismissed)).toEqual(['b']);
  await saved;
});

it('reads a damaged record as empty', () => {
  const { store } = setup();
  expect(store.isKnown()).toBe(false);
  store.hydrate({
    Id: 'a01',
    Dismissed__c: { value: '{"a":' },
    Seen__c: { value: '[1]' },
    Snoozed__c: { value: null }
  });
  expect(store.isKnown()).toBe(true);
  expect(store.current()).toMatchObject({ dismissed: {}, seen: {}, snoozed: {} });
});

it('says since when recording is paused', async () => {
  const { store } = setup();
  store.hydrate(undefined);
  await store.change(setRecordingPaused(true, NOW));
  expect(store.current()).toMatchObject({
    recordingPaused: true,
    recordingPausedAt: '2026-11-20T16:30:00.000Z'
  });
  await store.change(setRecordingPaused(false, NOW));
  expect(store.current()).toMatchObject({ recordingPaused: false, recordingPausedAt: null });
});

it('counts days in the time zone of the user, wherever the device is, over the end of a month', () => {
  expect(dayFrom(new Date('2026-11-30T23:59:00Z'), 1, 'UTC')).toBe('2026-12-01');
  expect(dayFrom(new Date('2026-11-30T23:59:00Z'), 1, 'Asia/Tokyo')).toBe('2026-12-02');
  expect(dayFrom(new Date('2026-11-20T02:00:00Z'), 7, 'America/Los_Angeles')).toBe('2026-11-26');
});

it('does not fall back when the platform repeats what it said before', async () => {
  const { store } = setup();
  const node = { Id: 'a01000000000009AAA', Quiet_Mode__c: { value: false } };
  store.hydrate(node);
  await store.change(setQuiet(true));
  store.hydrate({ ...node });
  expect(store.current().quiet).toBe(true);
  store.hydrate({ ...node, Density__c: { value: 'Compact' } });
  expect(store.current()).toMatchObject({ quiet: false, compact: true });
});

it('keeps what was saved when a page cached before the first save says there is no record', async () => {
  const { store, calls } = setup();
  store.hydrate(undefined);
  await store.change(dismiss('close-plan', 2, NOW));
  // Another page asked anew and heard of the record; going back, the first page's cached answer comes again.
  store.hydrate({
    Id: 'a01000000000001AAA',
    Dismissed__c: { value: '{"close-plan":{"version":2,"at":"2026-11-20T16:30:00.000Z"}}' }
  });
  store.hydrate(undefined);
  expect(Object.keys(store.current().dismissed)).toEqual(['close-plan']);
  await store.change(dismiss('budget', 1, NOW));
  expect(Object.keys(JSON.parse(String(calls[1][2].Dismissed__c)))).toEqual(['close-plan', 'budget']);
});

it('saves only what was changed, so that what another device has changed stays', async () => {
  const { store, calls } = setup();
  store.hydrate({ Id: 'a01000000000009AAA', Seen__c: { value: '{"a":1}' } });
  await store.change(setQuiet(true));
  await store.change(markSeen('a', 1));
  expect(calls).toEqual([['change', 'a01000000000009AAA', { Quiet_Mode__c: true }]]);
});

it('asks for erasure once, and never again from a page that was open when it was done', async () => {
  const { store, calls } = setup();
  store.hydrate({ Id: 'a01000000000009AAA' });
  await store.change(askForErasure(NOW));
  expect(store.current().erasureRequestedAt).toBe('2026-11-20T16:30:00.000Z');
  await store.change(setQuiet(true));
  await store.change(askForErasure(null));
  expect(calls.map(([, , fields]) => fields.Erasure_Requested_At__c)).toEqual([
    '2026-11-20T16:30:00.000Z',
    undefined,
    null
  ]);
});

it('tells what the last erasure removed', () => {
  const { store } = setup();
  store.hydrate({
    Id: 'a01000000000009AAA',
    Erased_At__c: { value: '2026-11-21T02:10:00.000Z' },
    Erasure_Receipt__c: { value: '124 events in 9 batches.' }
  });
  expect(store.current()).toMatchObject({
    erasureRequestedAt: null,
    erasedAt: '2026-11-21T02:10:00.000Z',
    erasureReceipt: '124 events in 9 batches.'
  });
});
