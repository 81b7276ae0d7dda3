import assert from 'node:assert/strict';
import { it } from 'node:test';

import type { FieldInfo } from '../../data/objects/objects.ts';
import { controlKind, inputAttributes, toFieldValue } from './fieldControl.ts';

function field(dataType: string, rest: Partial<FieldInfo> = {}): FieldInfo {
  return { dataType, scale: 0, htmlFormatted: false, ...rest } as FieldInfo;
}

it('chooses the control by the type of the field', () => {
  assert.equal(controlKind(field('TextArea')), 'textarea');
  assert.equal(controlKind(field('TextArea', { htmlFormatted: true })), 'richText');
  assert.equal(controlKind(field('Reference')), 'lookup');
  assert.equal(controlKind(field('Currency')), 'input');
});

it('formats numbers by type and scale', () => {
  assert.deepEqual(inputAttributes(field('Currency', { scale: 2 })), {
    type: 'number',
    formatter: 'currency',
    step: '0.01'
  });
  assert.deepEqual(inputAttributes(field('Percent')), {
    type: 'number',
    formatter: 'percent-fixed',
    step: '1'
  });
  assert.deepEqual(inputAttributes(field('Int')), { type: 'number', step: '1' });
  assert.deepEqual(inputAttributes(field('String')), { type: 'text' });
});

it('turns what a control holds into what a save takes', () => {
  assert.equal(toFieldValue('12.50', field('Currency')), 12.5);
  assert.equal(toFieldValue('', field('Currency')), null);
  assert.equal(toFieldValue(undefined, field('Boolean')), false);
  assert.equal(toFieldValue(['a', 'b'], field('Multipicklist')), 'a;b');
  assert.equal(toFieldValue([], field('Multipicklist')), null);
  assert.equal(toFieldValue('Closed Won', field('Picklist')), 'Closed Won');
});
