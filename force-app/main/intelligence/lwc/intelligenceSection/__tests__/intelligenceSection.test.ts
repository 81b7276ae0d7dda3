import IntelligenceSection from 'c/intelligenceSection';
import { mount } from '../../../../../../test/mount';

afterEach(() => document.body.replaceChildren());

const LINE = { name: 'signals', label: 'Signals', summary: '3 fresh signals' };

it('is one line with its number while it is folded', async () => {
  const { element, find, texts } = await mount('c-intelligence-section', IntelligenceSection, LINE);
  expect(texts('.toggle')).toEqual(['Signals3 fresh signals']);
  expect(find('.toggle').getAttribute('aria-expanded')).toBe('false');
  expect(find('.content')).toBeNull();
  expect(find('.mark')).toBeNull();
  await expect(element).toBeAccessible();
});

it('asks to be unfolded by its name, and shows its content when it is', async () => {
  const { element, find, click, sent } = await mount(
    'c-intelligence-section',
    IntelligenceSection,
    { ...LINE, isOpen: true },
    ['toggle']
  );
  expect(find('.toggle').getAttribute('aria-expanded')).toBe('true');
  expect(find('.content')).not.toBeNull();
  await click('.toggle');
  expect(sent).toEqual([['toggle', { name: 'signals' }]]);
  await expect(element).toBeAccessible();
});

it.each([
  ['late', 'utility:warning', 'error'],
  ['soon', 'utility:clock', 'warning']
])('marks what is %s by shape and colour', async (tone, icon, variant) => {
  const { find } = await mount('c-intelligence-section', IntelligenceSection, { ...LINE, tone });
  expect(find<HTMLElement & { iconName: string }>('.mark').iconName).toBe(icon);
  expect(find<HTMLElement & { variant: string }>('.mark').variant).toBe(variant);
});
