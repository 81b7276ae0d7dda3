import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mapSignal } from './map-signal.ts';
import type { MappedSignal } from './map-signal.ts';
import { parseSignalMapping } from './mapping.ts';

const NOW = new Date('2026-11-18T12:00:00Z');
const mapping = parseSignalMapping(
  JSON.stringify({
    name: 'Desk',
    format: 'ndjson',
    account: { domain: { from: 'site' } },
    signal: {
      id: { from: 'id' },
      type: { from: 'kind', values: { surge: 'Intent', round: 'Funding' } },
      whatHappened: { text: '{company.name}: {topic}' },
      strength: { from: 'level', values: { hot: 'Strong', cold: 'Weak' } },
      occurredAt: { from: 'at' },
      url: { from: 'link' }
    },
    freshDays: { default: 10, Funding: 90 }
  }),
  'm.json'
);
const ROW = {
  id: 7,
  kind: 'surge',
  company: { name: 'Halcyon' },
  topic: 'pumps',
  level: 'hot',
  at: '2026-11-17',
  link: 'https://desk.example/7'
};

const map = (changes: object): MappedSignal => mapSignal(mapping, { ...ROW, ...changes }, NOW);

test('a row becomes a signal that is fresh as long as its type is', () => {
  assert.deepEqual(map({}), {
    signal: {
      externalId: 'Desk:7',
      type: 'Intent',
      whatHappened: 'Halcyon: pumps',
      reason: null,
      strength: 'Strong',
      occurredAt: new Date('2026-11-17T00:00:00Z'),
      expiresAt: new Date('2026-11-27T00:00:00Z'),
      url: 'https://desk.example/7',
      hadBadUrl: false
    }
  });
  assert.equal(map({ kind: 'round' }).signal?.expiresAt.toISOString(), '2027-02-15T00:00:00.000Z');
});

test('a row without an id has the same one whenever it is read, in whatever order its names come', () => {
  const rest = { ...ROW, id: undefined };
  const one = mapSignal(mapping, rest, NOW).signal?.externalId;
  const turned = Object.fromEntries(Object.entries(rest).toReversed());
  assert.match(one ?? '', /^Desk:[0-9a-f-]{36}$/);
  assert.equal(mapSignal(mapping, turned, NOW).signal?.externalId, one);
  assert.notEqual(mapSignal(mapping, { ...rest, topic: 'fans' }, NOW).signal?.externalId, one);
});

test('texts become one line that fits, and markup stays text', () => {
  const { signal } = map({ topic: `a\u0000b\n\u202ec ${'🙂'.repeat(200)}`, id: 'x'.repeat(200) });
  assert.match(signal?.whatHappened ?? '', /^Halcyon: a b c 🙂+…$/u);
  assert.ok((signal?.whatHappened.length ?? 999) <= 255);
  assert.ok((signal?.externalId.length ?? 999) <= 120);
  assert.notEqual(map({ id: '\u200b' }).signal?.externalId, map({ id: '\u200c' }).signal?.externalId);
  assert.equal(
    map({ topic: '<img src=x onerror=alert(1)>' }).signal?.whatHappened,
    'Halcyon: <img src=x onerror=alert(1)>'
  );
});

test('what a language has by itself is nothing that a mapping says', () => {
  assert.deepEqual(map({ kind: 'constructor' }), {
    reason: 'type: constructor is not listed in the mapping'
  });
  const free = { ...mapping, signal: { ...mapping.signal, type: { from: 'kind' } } };
  const { signal } = mapSignal(free, { ...ROW, kind: 'constructor' }, NOW);
  assert.deepEqual([signal?.type, signal?.expiresAt], ['constructor', new Date('2026-11-27T00:00:00Z')]);
});

test('only web addresses become links', () => {
  const links = [
    'javascript:alert(1)',
    'data:text/html,x',
    'https://a:b@desk.example/',
    'desk.example/7',
    `https://desk.example/${'x'.repeat(255)}`
  ];
  for (const link of links) {
    const { signal } = map({ link });
    assert.deepEqual([signal?.url, signal?.hadBadUrl], [null, true], link);
  }
  assert.equal(map({ link: undefined }).signal?.hadBadUrl, false);
});

test('what does not fit is told', () => {
  assert.deepEqual(map({ kind: 'rumour' }), { reason: 'type: rumour is not listed in the mapping' });
  assert.deepEqual(map({ company: {}, topic: '' }), {
    reason: 'whatHappened: the row has no company.name, topic'
  });
  assert.deepEqual(map({ at: '18.11.2026' }), {
    reason: 'occurredAt: 18.11.2026 is no date that the mapping explains'
  });
  assert.deepEqual(map({ at: '2026-11-20' }), { reason: 'occurredAt: 2026-11-20 lies in the future' });
});
