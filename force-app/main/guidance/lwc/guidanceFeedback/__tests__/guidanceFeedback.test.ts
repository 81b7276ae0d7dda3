import GuidanceFeedback from 'c/guidanceFeedback';
import { createRecord } from 'lightning/uiRecordApi';
import { createElement } from 'lwc';
import { CLOSE_PLAN, piece, settle } from '../../../../../../test/guidance';

const create = createRecord as jest.MockedFunction<typeof createRecord>;

function setup(properties: Record<string, unknown> = {}) {
  const element = createElement('c-guidance-feedback', { is: GuidanceFeedback });
  Object.assign(element, { guidance: CLOSE_PLAN, stage: 'Negotiation/Review', ...properties });
  const events: [string, unknown][] = [];
  for (const name of ['answered', 'cancel']) {
    element.addEventListener(name, (event) => events.push([name, (event as CustomEvent).detail]));
  }
  document.body.appendChild(element);
  const find = <T extends HTMLElement>(selector: string) => element.shadowRoot!.querySelector<T>(selector)!;
  return { element, events, find };
}

afterEach(() => {
  document.body.replaceChildren();
  create.mockReset();
});

it('asks one question with three answers, and nothing more until one is chosen', async () => {
  const { element, find } = setup();
  expect(find('#question, p').textContent).toBe('Did this help?');
  const answers = [...element.shadowRoot!.querySelectorAll('.answer')];
  expect(answers.map(({ textContent }) => textContent)).toEqual([
    'Helpful',
    'Not helpful',
    'I did it differently'
  ]);
  expect(answers.map((answer) => answer.getAttribute('aria-pressed'))).toEqual(['false', 'false', 'false']);
  expect(find('.send')).toBeNull();
  await expect(element).toBeAccessible();
});

it('keeps the answer with its sentence, the version and the stage, never the record', async () => {
  create.mockResolvedValueOnce({ apiName: 'Guidance_Review__c', id: 'a02', fields: {} });
  const { events, find } = setup({ initialVerdict: 'Did Differently' });
  find('lightning-textarea').dispatchEvent(
    new CustomEvent('change', { detail: { value: ' Called first. ' } })
  );
  find('.send').click();
  await settle();
  expect(create).toHaveBeenCalledWith({
    apiName: 'Guidance_Review__c',
    fields: {
      Guidance__c: 'a00000000000001AAA',
      Guidance_Version__c: 3,
      Verdict__c: 'Did Differently',
      Comment__c: 'Called first.',
      Stage__c: 'Negotiation/Review'
    }
  });
  expect(events).toEqual([['answered', { verdict: 'Did Differently' }]]);
  expect(find('.thanks').textContent).toBe(
    'Sent. You and the authors can read it, and Salesforce admins who may view all data.'
  );
});

it('says so when the answer could not be sent, and keeps what was typed', async () => {
  create.mockRejectedValueOnce({ status: 503 });
  const { events, find } = setup();
  find('[data-verdict="Not Helpful"]').click();
  await settle();
  expect(find('[data-verdict="Not Helpful"]').getAttribute('aria-pressed')).toBe('true');
  find('lightning-textarea').dispatchEvent(new CustomEvent('change', { detail: { value: 'Too long' } }));
  find('.send').click();
  await settle();
  expect(find('.failed').textContent).toBe("Couldn't send your answer. It is still here. Try again.");
  expect(find<HTMLElement & { value: string }>('lightning-textarea').value).toBe('Too long');
  expect(events).toEqual([]);
});

it('leaves the keyboard on the thanks, where the button was', async () => {
  create.mockResolvedValueOnce({ apiName: 'Guidance_Review__c', id: 'a02', fields: {} });
  const { element, find } = setup({ initialVerdict: 'Helpful' });
  find('.send').focus();
  find('.send').click();
  await settle();
  expect(element.shadowRoot!.activeElement).toBe(find('.thanks'));
  await expect(element).toBeAccessible();
});

it('takes the keyboard from nobody who went on while the answer was sent', async () => {
  create.mockResolvedValueOnce({ apiName: 'Guidance_Review__c', id: 'a02', fields: {} });
  const elsewhere = document.body.appendChild(document.createElement('input'));
  const { find } = setup({ initialVerdict: 'Helpful' });
  find('.send').click();
  elsewhere.focus();
  await settle();
  expect(find('.thanks')).not.toBeNull();
  expect(document.activeElement).toBe(elsewhere);
});

it('keeps no answer for another piece in the same place', async () => {
  const { element, find } = setup();
  find('[data-verdict="Not Helpful"]').click();
  await settle();
  find('lightning-textarea').dispatchEvent(new CustomEvent('change', { detail: { value: 'Too long' } }));
  Object.assign(element, { guidance: piece({ key: 'budget', id: 'a00000000000002AAA' }) });
  await settle();
  expect(find('.send')).toBeNull();
  find('[data-verdict="Helpful"]').click();
  await settle();
  expect(find<HTMLElement & { value: string }>('lightning-textarea').value).toBe('');
});

it('lets the rep change their mind', async () => {
  const { events, find } = setup({ initialVerdict: 'Helpful' });
  find('.cancel').click();
  await settle();
  expect(find('.send')).toBeNull();
  expect(events).toEqual([['cancel', null]]);
  expect(create).not.toHaveBeenCalled();
});
