import assert from 'node:assert/strict';
import { test } from 'node:test';
import { metadataFile } from '../testing.ts';
import { customObject, field } from './fixture.ts';
import { build, named, problemsOf } from './testing.ts';

test('a global value set gives its values to the fields that name it', () => {
  const set = metadataFile(
    'GlobalValueSet',
    'Colors',
    'globalValueSets/Colors.globalValueSet',
    '<customValue><fullName>Red</fullName><default>true</default><label>Rouge</label></customValue><masterLabel>Colors</masterLabel>'
  );
  const object = customObject(
    'Project__c',
    field('Color__c', 'Picklist', '<valueSet><valueSetName>Colors</valueSetName></valueSet>')
  );
  const color = named(build(set, object).object('Project__c'), 'Color__c');
  assert.deepEqual(color.picklist, {
    restricted: true,
    values: [{ value: 'Red', label: 'Rouge', active: true, default: true }]
  });
  assert.equal(color.defaultValue, 'Red');
  assert.deepEqual(problemsOf(object), [
    'Project__c.Color__c: In field: valueSet - no GlobalValueSet named Colors found'
  ]);
});
