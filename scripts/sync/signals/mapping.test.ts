import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSignalMapping } from './mapping.ts';

const MAPPING = {
  name: 'Surge desk',
  format: 'csv',
  account: { domain: { from: 'site' } },
  signal: {
    type: { value: 'Intent' },
    whatHappened: { text: 'Reads about {topic}' },
    strength: { from: 'score', atLeast: { Strong: 80, Weak: 0 } },
    occurredAt: { from: 'day' }
  },
  freshDays: 14
};

const problemsOf = (changes: object): string[] => {
  try {
    parseSignalMapping(JSON.stringify({ ...MAPPING, ...changes }), 'm.json');
    return [];
  } catch (error) {
    return (error as Error).message.split('\n  ').slice(1);
  }
};

test('a mapping has its defaults', () => {
  assert.deepEqual(parseSignalMapping(JSON.stringify(MAPPING), 'm.json'), {
    ...MAPPING,
    delimiter: ',',
    list: undefined,
    sentBy: undefined,
    auth: undefined,
    freshDays: { default: 14 },
    dates: 'iso',
    timeZone: 'UTC'
  });
});

test('everything that is wrong is told at once, with its place', () => {
  const changes = {
    name: '',
    format: 'xml',
    colour: 'red',
    dates: 'ymd',
    timeZone: 'Berlin',
    freshDays: { Intent: 14 },
    account: { phone: { from: 'tel' }, externalId: { from: 'key', field: 'Key__c FROM User' } },
    signal: { ...MAPPING.signal, occurredAt: undefined, url: {}, strength: { values: { high: 'Huge' } } }
  };
  assert.deepEqual(problemsOf(changes), [
    'colour: unknown; name, format, delimiter, list, sentBy, auth, account, signal, freshDays, dates, timeZone are known',
    'name: a text of 1 to 40 characters without a colon',
    'format: one of csv, ndjson, json',
    'dates: one of iso, mdy, dmy',
    'timeZone: an IANA name such as Europe/Berlin',
    'freshDays: a number of days, or numbers by type with a default',
    'account.phone: unknown; id, externalId, domain, name are known',
    'account.externalId.field: the API name of the field of Account that holds it',
    'signal.strength: needs from or value',
    'signal.url: needs from or value',
    'signal.occurredAt: missing',
    'signal.strength: Huge is none of Strong, Medium, Weak'
  ]);
});

test('a mapping can log in only with a variable that is meant for sources', () => {
  const problem =
    'auth: header is the name of a header, env a variable whose name begins with CADDIE_SOURCE_';
  assert.deepEqual(problemsOf({ auth: { header: 'Authorization', env: 'CADDIE_SOURCE_SURGE' } }), []);
  assert.deepEqual(problemsOf({ auth: { header: 'Authorization', env: 'CADDIE_CLIENT_SECRET' } }), [problem]);
  assert.deepEqual(problemsOf({ auth: { header: 'A: b\r\nC', env: 'CADDIE_SOURCE_SURGE' } }), [problem]);
});

test('a mapping that names no account is refused', () => {
  assert.deepEqual(problemsOf({ account: {} }), ['account: needs one of id, externalId, domain, name']);
});
