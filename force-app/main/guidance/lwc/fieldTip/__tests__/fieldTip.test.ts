import FieldTip from 'c/fieldTip';
import { createElement } from 'lwc';
import { piece, settle } from '../../../../../../test/guidance';

const TIP = piece({
  key: 'close-date',
  kind: 'Tip',
  title: 'A date the buyer said',
  summary: 'Use the date that the buyer named.'
});

function setup(isNew = false) {
  const element = createElement('c-field-tip', { is: FieldTip });
  Object.assign(element, { guidance: TIP, fieldLabel: 'Close Date', isNew });
  const events: string[] = [];
  for (const name of ['tipopen', 'why']) {
    element.addEventListener(name, () => events.push(name));
  }
  document.body.appendChild(element);
  const find = (selector: string) => element.shadowRoot!.querySelector<HTMLElement>(selector)!;
  const isOpen = () => find('.mark').getAttribute('aria-expanded') === 'true';
  return { element, events, find, isOpen };
}

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  document.body.replaceChildren();
  jest.useRealTimers();
});

it('names the field, is closed at first, and is accessible open and closed', async () => {
  jest.useRealTimers();
  const { element, find, isOpen } = setup(true);
  expect(find('.mark').getAttribute('aria-label')).toBe('About Close Date, new');
  expect(isOpen()).toBe(false);
  await expect(element).toBeAccessible();
  find('.mark').focus();
  await settle();
  expect(find('.title').textContent).toBe('A date the buyer said');
  expect(find('.text').textContent).toBe('Use the date that the buyer named.');
  await expect(element).toBeAccessible();
});

it('opens by focus and closes by Escape with the keyboard back on the mark', async () => {
  const { events, find, isOpen } = setup();
  find('.mark').focus();
  await settle();
  expect(isOpen()).toBe(true);
  find('.bubble').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
  await settle();
  expect(isOpen()).toBe(false);
  expect(events).toEqual(['tipopen']);
});

it('opens only for a pointer that rests, and stays while it travels into the bubble', async () => {
  const { find, isOpen } = setup();
  const anchor = find('.anchor');
  anchor.dispatchEvent(new MouseEvent('mouseenter'));
  jest.advanceTimersByTime(299);
  await settle();
  expect(isOpen()).toBe(false);
  jest.advanceTimersByTime(1);
  await settle();
  expect(isOpen()).toBe(true);
  anchor.dispatchEvent(new MouseEvent('mouseleave'));
  jest.advanceTimersByTime(150);
  anchor.dispatchEvent(new MouseEvent('mouseenter'));
  jest.advanceTimersByTime(400);
  await settle();
  expect(isOpen()).toBe(true);
  anchor.dispatchEvent(new MouseEvent('mouseleave'));
  jest.advanceTimersByTime(200);
  await settle();
  expect(isOpen()).toBe(false);
});

it('closes by Escape although the keyboard is elsewhere, as for a pointer that rests', async () => {
  const { find, isOpen } = setup();
  find('.anchor').dispatchEvent(new MouseEvent('mouseenter'));
  jest.advanceTimersByTime(300);
  await settle();
  expect(isOpen()).toBe(true);
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  await settle();
  expect(isOpen()).toBe(false);
});

it('promises no dialog, because the keyboard stays on the mark', () => {
  const { find } = setup();
  expect(find('.bubble').getAttribute('role')).toBe('group');
});

it('opens by a tap, which is focus and click in one, and closes by a second tap', async () => {
  const { find, isOpen } = setup();
  find('.mark').focus();
  find('.mark').click();
  await settle();
  expect(isOpen()).toBe(true);
  find('.mark').click();
  await settle();
  expect(isOpen()).toBe(false);
});

it('closes by a tap elsewhere and when the focus goes elsewhere', async () => {
  const { find, isOpen } = setup();
  find('.mark').click();
  await settle();
  window.dispatchEvent(new CustomEvent('pointerdown'));
  await settle();
  expect(isOpen()).toBe(false);
  find('.mark').focus();
  await settle();
  expect(isOpen()).toBe(true);
  find('.mark').blur();
  await settle();
  expect(isOpen()).toBe(false);
});

it('hands on that the rep wants to know why', async () => {
  const { events, find, isOpen } = setup();
  find('.mark').click();
  await settle();
  find('.why').click();
  await settle();
  expect(events).toEqual(['tipopen', 'why']);
  expect(isOpen()).toBe(false);
});
