import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changesFor } from './changes.ts';

const STORED = [
  { Id: 'a01', Key__c: 'one', Value__c: 1, At__c: '2026-11-18T12:00:00.000+0000', Note__c: null },
  { Id: 'a02', Key__c: 'two', Value__c: 2, At__c: '2026-11-18T12:00:00.000+0000', Note__c: null }
];

test('what the org says in other words is the same', () => {
  const computed = [{ Key__c: 'one', Value__c: 1, At__c: '2026-11-18T12:00:00.000Z', Note__c: '' }];
  assert.deepEqual(changesFor({ object: 'Thing__c', key: 'Key__c', computed, stored: STORED }), {
    object: 'Thing__c',
    key: 'Key__c',
    computed: 1,
    create: [],
    update: [],
    remove: []
  });
});

test('what is new or differs is saved; a later time of computing alone is no difference', () => {
  const computed = [
    { Key__c: 'one', Value__c: 1, At__c: '2026-11-19T12:00:00.000Z' },
    { Key__c: 'two', Value__c: 3, At__c: '2026-11-19T12:00:00.000Z' },
    { Key__c: 'three', Value__c: 3, At__c: '2026-11-19T12:00:00.000Z' }
  ];
  const { create, update } = changesFor({
    object: 'Thing__c',
    key: 'Key__c',
    computed,
    stored: STORED,
    stamps: ['At__c']
  });
  assert.deepEqual([create, update], [[computed[2]], [computed[1]]]);
});

test('what is no longer true is deleted only where the computed records are all there are', () => {
  const wanted = { object: 'Thing__c', key: 'Key__c', computed: [{ Key__c: 'two' }], stored: STORED };
  assert.deepEqual(changesFor({ ...wanted, isWhole: true }).remove, ['a01']);
  assert.deepEqual(changesFor(wanted).remove, []);
});

test('a field that only a new record is given is neither compared nor sent in a change', () => {
  const computed = [
    { Key__c: 'one', Value__c: 1, Master__c: '001' },
    { Key__c: 'two', Value__c: 3, Master__c: '001' },
    { Key__c: 'three', Value__c: 3, Master__c: '001' }
  ];
  const wanted = { object: 'Thing__c', key: 'Key__c', computed, stored: STORED, fixed: ['Master__c'] };
  const { create, update } = changesFor(wanted);
  assert.deepEqual([create, update], [[computed[2]], [{ Key__c: 'two', Value__c: 3 }]]);
});
