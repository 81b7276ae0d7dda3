import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mapRow } from './map-row.ts';
import type { Mapping } from './mapping.ts';

const MAPPING: Mapping = {
  name: 'mail',
  format: 'ndjson',
  delimiter: ',',
  user: { by: 'email', from: 'sender' },
  event: {
    id: { from: 'id' },
    at: { from: 'at' },
    type: { from: 'action', values: { inserted: 'copied' } },
    guidance: { from: 'template.key', after: 'caddie/' },
    recordId: { from: 'deal' },
    stage: { from: 'Stage (CRM)' }
  }
};

const ROW = {
  sender: ' Rep@caddie.example ',
  at: '2026-11-18T09:00:00+01:00',
  action: 'inserted',
  template: { key: 'caddie/close-plan' },
  deal: '006000000000001AAA',
  'Stage (CRM)': 'Negotiation/Review'
};

test('a row becomes an event of the format that browsers send', () => {
  const { user, event } = mapRow(MAPPING, ROW);
  assert.equal(user, 'Rep@caddie.example');
  assert.deepEqual(
    { ...event, id: 'id' },
    {
      id: 'id',
      at: '2026-11-18T08:00:00.000Z',
      type: 'copied',
      guidance: 'close-plan',
      version: 1,
      surface: 'mail',
      object: 'Opportunity',
      recordId: '006000000000001AAA',
      stage: 'Negotiation/Review'
    }
  );
});

test('a UUID of the row is kept; any other id, or the content, gives the same UUID each time', () => {
  const uuid = '7F9C2F0E-8F5A-4C6E-9D3B-0A1B2C3D4E5F';
  assert.equal(mapRow(MAPPING, { ...ROW, id: uuid }).event?.id, uuid.toLowerCase());
  const byNumber = mapRow(MAPPING, { ...ROW, id: 17 }).event?.id;
  assert.equal(mapRow(MAPPING, { ...ROW, id: '17', deal: 'other' }).event?.id, byNumber);
  const reordered = Object.fromEntries(Object.entries(ROW).reverse());
  assert.equal(mapRow(MAPPING, reordered).event?.id, mapRow(MAPPING, ROW).event?.id);
  assert.notEqual(mapRow(MAPPING, { ...ROW, deal: '' }).event?.id, mapRow(MAPPING, ROW).event?.id);
  assert.notEqual(mapRow({ ...MAPPING, name: 'other' }, { ...ROW, id: 17 }).event?.id, byNumber);
});

test('what is optional may be missing', () => {
  const { event } = mapRow(MAPPING, { ...ROW, deal: '', 'Stage (CRM)': undefined });
  assert.deepEqual([event?.recordId, event?.stage], [undefined, undefined]);
});

for (const [row, reason] of [
  [{ ...ROW, sender: '' }, 'user: the row has no sender'],
  [{ ...ROW, action: 'opened' }, 'type: opened is not listed in the mapping'],
  [{ ...ROW, action: 'toString' }, 'type: toString is not listed in the mapping'],
  [{ ...ROW, template: null }, 'guidance: the row has no template.key'],
  [{ ...ROW, template: { key: 'x' } }, 'guidance: x does not begin with caddie/'],
  [{ ...ROW, at: 'yesterday' }, 'at: yesterday is no date-time'],
  [{ ...ROW, deal: '0060000000000000001' }, '"recordId" is not a text of at most 18 characters']
] as const) {
  test(`a row that does not fit says why: ${reason}`, () => {
    assert.deepEqual(mapRow(MAPPING, row), { reason });
  });
}
