import GuidanceReader from 'c/guidanceReader';
import { getRecord } from 'lightning/uiRecordApi';
import { createElement } from 'lwc';
import { CLOSE_PLAN, piece, settle } from '../../../../../../test/guidance';

const record = getRecord as unknown as { emit(value: unknown): void; error(body?: unknown): void };
const RECORD_ID = '006000000000001AAA';
const BODY =
  '<p>Before you talk price.</p><ol><li><strong>Name the sponsor.</strong> One person.</li><li><strong>Send it.</strong></li></ol><pre>Hello</pre>';

function setup() {
  const element = createElement('c-guidance-reader', { is: GuidanceReader });
  Object.assign(element, {
    guidance: CLOSE_PLAN,
    recordId: RECORD_ID,
    because: 'Here because Stage is Negotiation.'
  });
  const steps: string[] = [];
  element.addEventListener('reading', (event) => steps.push((event as CustomEvent).detail.step));
  document.body.appendChild(element);
  const find = <T extends HTMLElement>(selector: string) => element.shadowRoot!.querySelector<T>(selector)!;
  const inputs = () => [...element.shadowRoot!.querySelectorAll<HTMLInputElement>('.step input')];
  const tick = (index: number, checked: boolean) => {
    inputs()[index].checked = checked;
    inputs()[index].dispatchEvent(new CustomEvent('change'));
  };
  return { element, steps, find, inputs, tick };
}

async function showBody(): Promise<void> {
  record.emit({ apiName: 'Guidance__c', id: CLOSE_PLAN.id, fields: { Body__c: { value: BODY } } });
  await settle();
}

beforeEach(() => {
  localStorage.clear();
});

afterEach(() => {
  document.body.replaceChildren();
});

it('says what it costs, what it brings and why it is here, while the body loads', async () => {
  const { element, find } = setup();
  expect(find('.title').textContent).toBe('Agree the close plan before pricing');
  expect(find('.cost').textContent).toBe('2 min · keeps the date');
  expect(find('.because').textContent).toBe('Here because Stage is Negotiation.');
  expect(find('[role="status"]').textContent).toContain('Loading guidance');
  expect(find('c-guidance-feedback')).toBeNull();
  await expect(element).toBeAccessible();
});

it('shows prose, steps and snippets, and asks at the end', async () => {
  const { element, find } = setup();
  await showBody();
  expect(find<HTMLElement & { value: string }>('.prose').value).toBe('<p>Before you talk price.</p>');
  expect(
    [...element.shadowRoot!.querySelectorAll('.step-title')].map(({ textContent }) => textContent)
  ).toEqual(['Name the sponsor.', 'Send it.']);
  expect(find('.progress').textContent).toBe('0 of 2 steps done');
  expect(find('.text').textContent).toBe('Hello');
  expect(find('.company').textContent).toBe('For the company: a forecast that holds');
  expect(find('c-guidance-feedback')).not.toBeNull();
  await expect(element).toBeAccessible();
});

it('remembers ticks for this record, and completes once all are ticked', async () => {
  const first = setup();
  await showBody();
  first.tick(0, true);
  await settle();
  expect(first.find('.progress').textContent).toBe('1 of 2 steps done');
  expect(first.steps).toEqual([]);
  document.body.replaceChildren();

  const again = setup();
  await showBody();
  expect(again.inputs().map(({ checked }) => checked)).toEqual([true, false]);
  again.tick(1, true);
  await settle();
  expect(again.steps).toEqual(['completed']);
});

it('copies a snippet and says so, or says how to do it by hand', async () => {
  const writeText = jest.fn().mockResolvedValueOnce(undefined).mockRejectedValueOnce(new Error('denied'));
  Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
  const { steps, find } = setup();
  await showBody();
  find('.copy').click();
  await settle();
  expect(writeText).toHaveBeenCalledWith('Hello');
  expect(find<HTMLElement & { label: string }>('.copy').label).toBe('Copied');
  expect(steps).toEqual(['copied']);
  find('.copy').click();
  await settle();
  expect(find('.copy-failed').textContent).toBe("Couldn't copy. Select the text and copy it yourself.");
  expect(steps).toEqual(['copied']);
});

it.each([
  ['Helpful', 'helpful'],
  ['Not Helpful', 'unhelpful'],
  ['Did Differently', 'didDifferently']
])('hands on the answer %s as %s', async (verdict, step) => {
  const { steps, find } = setup();
  await showBody();
  find('c-guidance-feedback').dispatchEvent(new CustomEvent('answered', { detail: { verdict } }));
  expect(steps).toEqual([step]);
});

it('starts afresh with another piece in the same place', async () => {
  const { element, find, inputs, tick } = setup();
  await showBody();
  tick(0, true);
  Object.assign(element, {
    guidance: piece({ key: 'budget', id: 'a00000000000002AAA', title: 'Name the budget' })
  });
  await settle();
  expect(find('.title').textContent).toBe('Name the budget');
  expect(find('[role="status"]').textContent).toContain('Loading guidance');
  expect(find('.prose')).toBeNull();
  expect(find('c-guidance-feedback')).toBeNull();
  await showBody();
  expect(inputs().map(({ checked }) => checked)).toEqual([false, false]);
});

it('says what to do when the body cannot be read', async () => {
  const { element, find } = setup();
  record.error();
  await settle();
  expect(find('.failed').textContent).toBe("Couldn't load this piece. Go back and open it again.");
  expect(find('c-guidance-feedback')).toBeNull();
  await expect(element).toBeAccessible();
});
