import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { currentStep, nextStep, pathSteps } from './steps.ts';

const STAGES = ['Prospecting', 'Negotiation/Review', 'Closed Won', 'Closed Lost'].map((value) => ({
  value,
  label: value
}));

function drawn(current: string, selected: string | null = null): [string, string][] {
  return pathSteps('Opportunity', STAGES, current, selected).map(({ label, className }) => [
    label,
    className.replace('slds-path__item ', '')
  ]);
}

describe('the path of an opportunity', () => {
  it('joins the two ends in one last step', () => {
    assert.deepEqual(drawn('Negotiation/Review'), [
      ['Prospecting', 'slds-is-complete'],
      ['Negotiation/Review', 'slds-is-current slds-is-active'],
      ['Closed', 'slds-is-incomplete']
    ]);
  });

  it('shows how it ended', () => {
    assert.deepEqual(drawn('Closed Won').at(-1), [
      'Closed Won',
      'slds-is-current slds-is-active slds-is-won'
    ]);
    assert.deepEqual(drawn('Closed Lost').at(-1), [
      'Closed Lost',
      'slds-is-current slds-is-active slds-is-lost'
    ]);
  });

  it('marks the step that was chosen beside the current one', () => {
    assert.deepEqual(drawn('Prospecting', 'Negotiation/Review'), [
      ['Prospecting', 'slds-is-current'],
      ['Negotiation/Review', 'slds-is-active slds-is-incomplete'],
      ['Closed', 'slds-is-incomplete']
    ]);
  });

  it('knows what comes next', () => {
    assert.equal(nextStep(pathSteps('Opportunity', STAGES, 'Negotiation/Review', null)), 'Closed Won');
    assert.equal(nextStep(pathSteps('Opportunity', STAGES, 'Closed Won', null)), null);
    assert.equal(currentStep(pathSteps('Opportunity', STAGES, 'Prospecting', null))?.value, 'Prospecting');
  });
});
