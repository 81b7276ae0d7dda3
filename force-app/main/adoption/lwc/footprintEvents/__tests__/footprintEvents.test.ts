import FootprintEvents from 'c/footprintEvents';
import { EVENT_TYPES, type UsageEvent } from 'c/usageEvent';
import { createElement } from 'lwc';
import { settle } from '../../../../../../test/guidance';
import { usageEvent } from '../../../../../../test/usage';

async function setup(events: UsageEvent[], properties: { limit?: number } = {}) {
  const element = createElement('c-footprint-events', { is: FootprintEvents });
  Object.assign(element, {
    events,
    titles: new Map([['close-plan', 'Agree the close plan']]),
    ...properties
  });
  document.body.appendChild(element);
  await settle();
  const texts = (selector: string) =>
    [...element.shadowRoot!.querySelectorAll(selector)].map((one) => one.textContent);
  const find = <T extends HTMLElement>(selector: string) => element.shadowRoot!.querySelector<T>(selector)!;
  return { element, texts, find };
}

afterEach(() => {
  document.body.replaceChildren();
});

it('has words for everything that can be recorded', async () => {
  const { element, texts } = await setup(EVENT_TYPES.map((type) => usageEvent({ type })));
  expect(texts('.what')).toEqual([
    'Shown: Agree the close plan',
    'Opened: Agree the close plan',
    'Completed: Agree the close plan',
    'Dismissed: Agree the close plan',
    'Snoozed: Agree the close plan',
    'Found helpful: Agree the close plan',
    'Found not helpful: Agree the close plan',
    'Done differently: Agree the close plan',
    'Copied from: Agree the close plan'
  ]);
  await expect(element).toBeAccessible();
});

it('says when, on which record, at which stage and where', async () => {
  const { texts, find } = await setup([usageEvent({})]);
  expect(texts('.where')[0]).toMatch(
    /^Nov 20, 2026, \d\d?:30\s[AP]M · deal · Negotiation\/Review · in the panel$/
  );
  expect(find<HTMLAnchorElement>('.where a').getAttribute('href')).toBe(
    '/lightning/r/Opportunity/006000000000001AAA/view'
  );
});

it('calls a piece that is gone by its key, and an unknown place by its name', async () => {
  const event = usageEvent({ guidance: 'gone', surface: 'learning system', object: 'Account' });
  const { texts, find } = await setup([{ ...event, recordId: undefined, stage: undefined }]);
  expect(texts('.what')).toEqual(['Opened: gone']);
  expect(texts('.where')[0]).toMatch(/ · Account · learning system$/);
  expect(find('.where a')).toBeNull();
});

it('shows ten at a time', async () => {
  const { texts, find } = await setup(Array.from({ length: 13 }, () => usageEvent({})));
  expect(texts('.event')).toHaveLength(10);
  expect(find('.more').textContent).toBe('Show 3 more');
  find('.more').click();
  await settle();
  expect(texts('.event')).toHaveLength(13);
  expect(find('.more')).toBeNull();
});

it('keeps to the number that its page asks for', async () => {
  const { texts, find } = await setup(
    Array.from({ length: 5 }, () => usageEvent({})),
    { limit: 3 }
  );
  expect(texts('.event')).toHaveLength(3);
  expect(find('.more').textContent).toBe('Show 2 more');
});
