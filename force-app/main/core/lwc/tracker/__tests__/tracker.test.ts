import { forgetUnsent, saveBatch, setRecording, track, unsentEvents } from 'c/tracker';
import { createRecord } from 'lightning/uiRecordApi';
import { settle } from '../../../../../../test/guidance';

const create = createRecord as jest.MockedFunction<typeof createRecord>;

const BATCH = {
  key: '7f9c2f0e-8f5a-4c6e-9d3b-0a1b2c3d4e5f',
  events: '{"id":"1"}',
  count: 1,
  firstAt: '2026-11-20T16:00:00.000Z',
  lastAt: '2026-11-20T16:00:00.000Z',
  sentAt: '2026-11-20T16:01:00.000Z',
  formatVersion: 1,
  dropped: 0
};

const EVENT = {
  type: 'opened',
  guidance: 'close-plan',
  version: 3,
  surface: 'panel',
  object: 'Opportunity',
  recordId: '006000000000001AAA'
} as const;

const stored = () => JSON.stringify({ ...localStorage });

beforeEach(() => {
  create.mockReset();
});

it('saves a batch as a record and leaves the status to the org', async () => {
  create.mockResolvedValueOnce({ apiName: 'Usage_Batch__c', id: 'a03', fields: {} });
  await expect(saveBatch(BATCH)).resolves.toEqual({ ok: true });
  expect(create).toHaveBeenCalledWith({
    apiName: 'Usage_Batch__c',
    fields: {
      Batch_Key__c: BATCH.key,
      Events__c: '{"id":"1"}',
      Event_Count__c: 1,
      First_Event_At__c: '2026-11-20T16:00:00.000Z',
      Last_Event_At__c: '2026-11-20T16:00:00.000Z',
      Sent_At__c: '2026-11-20T16:01:00.000Z',
      Format_Version__c: 1,
      Dropped_Count__c: 0
    }
  });
});

it.each([
  [
    'a duplicate key as arrived',
    { status: 400, body: { output: { errors: [{ errorCode: 'DUPLICATE_VALUE', message: 'twin' }] } } },
    { duplicate: true, permanent: false, reason: 'twin' }
  ],
  [
    'a refusal as final',
    { status: 400, body: { output: { errors: [{ errorCode: 'STRING_TOO_LONG', message: 'long' }] } } },
    { duplicate: false, permanent: true, reason: 'long' }
  ],
  [
    'a missing permission as something that an admin may mend',
    { status: 403, body: { errorCode: 'INSUFFICIENT_ACCESS', message: 'no' } },
    { duplicate: false, permanent: false, reason: 'no' }
  ],
  [
    'too many requests as a reason to wait',
    { status: 429, headers: { 'retry-after': '3' }, body: { message: 'slow' } },
    { duplicate: false, permanent: false, retryAfterMs: 3000, reason: 'slow' }
  ]
])('reads %s', async (_name, failure, expected) => {
  create.mockRejectedValueOnce(failure);
  await expect(saveBatch(BATCH)).resolves.toMatchObject({ ok: false, ...expected });
});

it('keeps an event in storage from the moment it is tracked, and nothing while recording is paused', () => {
  setRecording(false);
  track({ ...EVENT, guidance: 'while-paused' });
  expect(stored()).not.toContain('while-paused');
  setRecording(true);
  track(EVENT);
  expect(stored()).toContain('close-plan');
});

it('sends what is stored when the page is hidden', async () => {
  create.mockResolvedValue({ apiName: 'Usage_Batch__c', id: 'a03', fields: {} });
  track({ ...EVENT, type: 'completed' });
  Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
  document.dispatchEvent(new CustomEvent('visibilitychange'));
  await settle();
  expect(create).toHaveBeenCalledTimes(1);
  expect(String(create.mock.calls[0][0].fields.Events__c)).toContain('"type":"completed"');
});

it('says how much waits in this browser, and forgets it when asked', () => {
  track({ ...EVENT, guidance: 'to-forget' });
  expect(unsentEvents()).toBeGreaterThan(0);
  forgetUnsent();
  expect(unsentEvents()).toBe(0);
  expect(stored()).not.toContain('to-forget');
});
