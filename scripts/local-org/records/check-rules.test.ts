import assert from 'node:assert/strict';
import { test } from 'node:test';
import { objectFile } from '../testing.ts';
import { setup, told } from './testing/setup.ts';

test('a validation rule refuses with its own words, and only while it is active', () => {
  const { rep, saved, install } = setup();
  const rule = (active: boolean) =>
    objectFile(
      'Project__c',
      `<validationRules><fullName>Small</fullName><active>${active}</active><errorConditionFormula>AND(ISCHANGED(Size__c), Size__c &gt; 5)</errorConditionFormula><errorDisplayField>Size__c</errorDisplayField><errorMessage>Keep it small.</errorMessage></validationRules>`
    );
  install(rule(true));
  const id = saved(rep.create('Project__c', { Size__c: 9 }));
  saved(rep.update('Project__c', id, { Name: 'Other' }));
  assert.deepEqual(told(rep.update('Project__c', id, { Size__c: 8 })), [
    'FIELD_CUSTOM_VALIDATION_EXCEPTION: Keep it small. [Size__c]'
  ]);
  install(rule(false));
  saved(rep.update('Project__c', id, { Size__c: 8 }));
});
