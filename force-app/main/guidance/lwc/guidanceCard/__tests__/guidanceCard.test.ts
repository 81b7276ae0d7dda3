import GuidanceCard from 'c/guidanceCard';
import { createElement } from 'lwc';
import { CLOSE_PLAN, piece } from '../../../../../../test/guidance';

function setup(properties: Record<string, unknown> = {}) {
  const element = createElement('c-guidance-card', { is: GuidanceCard });
  Object.assign(element, { guidance: CLOSE_PLAN, recordWord: 'opportunity', ...properties });
  const actions: unknown[] = [];
  element.addEventListener('action', (event) => actions.push((event as CustomEvent).detail));
  document.body.appendChild(element);
  const find = <T = HTMLElement>(selector: string) => element.shadowRoot!.querySelector(selector) as T;
  return { element, actions, find };
}

afterEach(() => {
  document.body.replaceChildren();
});

it('shows kind, title, summary, cost and benefit, and is accessible', async () => {
  const { element, find } = setup();
  expect(find<{ alternativeText: string }>('lightning-icon').alternativeText).toBe('Job aid');
  expect(find('.title').textContent).toBe('Agree the close plan before pricing');
  expect(find('.summary').textContent).toBe('Dates and names on one page, agreed with the buyer.');
  expect(find('.cost').textContent).toBe('2 min · keeps the date');
  expect(find('.new')).toBeNull();
  await expect(element).toBeAccessible();
});

it('marks what is new with a word', () => {
  expect(setup({ isNew: true }).find('.new').textContent).toBe('New');
});

it('leaves the summary out in a compact list, and where there is none', () => {
  expect(setup({ compact: true }).find('.summary')).toBeNull();
  expect(setup({ guidance: piece({ summary: '' }) }).find('.summary')).toBeNull();
});

it('offers one action and a menu in the words of the record', () => {
  const { element, find } = setup();
  expect(find('.open').textContent).toBe('Open');
  expect(find('.open').getAttribute('aria-label')).toBe('Open Agree the close plan before pricing');
  const items = [...element.shadowRoot!.querySelectorAll('lightning-menu-item')] as unknown as {
    label: string;
  }[];
  expect(items.map(({ label }) => label)).toEqual([
    'Snooze until tomorrow',
    'Snooze until next week',
    'Snooze for this opportunity only',
    'Dismiss',
    'Not helpful',
    'I did it differently',
    'Why this is here'
  ]);
});

it('sends what the rep chose', () => {
  const { actions, find } = setup();
  find('.open').click();
  find('lightning-button-menu').dispatchEvent(new CustomEvent('select', { detail: { value: 'dismiss' } }));
  expect(actions).toEqual([
    { name: 'open', key: 'close-plan' },
    { name: 'dismiss', key: 'close-plan' }
  ]);
});
