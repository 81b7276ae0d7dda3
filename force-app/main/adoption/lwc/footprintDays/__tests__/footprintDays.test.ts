import FootprintDays from 'c/footprintDays';
import { createElement } from 'lwc';
import { settle } from '../../../../../../test/guidance';

const day = (date: string, events: number) => ({
  day: date,
  events,
  pieces: 1,
  shown: events - 1,
  opened: 1,
  completed: 0
});

async function setup(days: ReturnType<typeof day>[]) {
  const element = createElement('c-footprint-days', { is: FootprintDays });
  Object.assign(element, { days, today: '2026-11-20' });
  document.body.appendChild(element);
  await settle();
  const find = <T extends Element>(selector: string) => element.shadowRoot!.querySelector<T>(selector)!;
  const all = (selector: string) => [...element.shadowRoot!.querySelectorAll(selector)];
  return { element, find, all };
}

afterEach(() => {
  document.body.replaceChildren();
});

it('draws four weeks, a bar a day, and says the most of them', async () => {
  const { element, find, all } = await setup([day('2026-11-20', 4), day('2026-11-10', 8)]);
  const heights = all('rect').map((bar) => Number(bar.getAttribute('height')));
  expect(heights).toHaveLength(28);
  expect([heights[17], heights[27], heights[0]]).toEqual([100, 50, 0]);
  expect(find('.chart').getAttribute('aria-label')).toBe(
    'Events on each of the last 28 days. Most: 8 on Nov 10.'
  );
  expect(find('.peak').textContent).toBe('8');
  expect(find<HTMLElement>('.peak').style.left).toBe('62.5%');
  expect(all('.axis span').map((end) => end.textContent)).toEqual(['Oct 24', 'Nov 20']);
  await expect(element).toBeAccessible();
});

it('has a table behind it, with the days that the chart leaves out', async () => {
  const { element, find, all } = await setup([day('2026-11-20', 4), day('2026-08-01', 2)]);
  expect(find('table')).toBeNull();
  find<HTMLElement>('.toggle').click();
  await settle();
  expect(all('.row').map((row) => [...row.children].map((cell) => cell.textContent))).toEqual([
    ['Nov 20', '1', '1', '0', '4'],
    ['Aug 1', '1', '1', '0', '2']
  ]);
  expect(find('.toggle').textContent).toBe('Hide the table');
  expect(find('.toggle').getAttribute('aria-expanded')).toBe('true');
  await expect(element).toBeAccessible();
});

it('says so when four weeks were silent', async () => {
  const { find } = await setup([day('2026-08-01', 2)]);
  expect(find('.chart')).toBeNull();
  expect(find('.silent').textContent).toBe('Nothing in the last 28 days.');
});
