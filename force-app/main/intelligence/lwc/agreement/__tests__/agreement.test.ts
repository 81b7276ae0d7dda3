import Agreement from 'c/agreement';
import { mount } from '../../../../../../test/agreement';

const PARTS = [
  'c-target-accounts',
  'c-qualification-rules',
  'c-service-levels',
  'c-weekly-review',
  'c-agreed-targets'
];

afterEach(() => document.body.replaceChildren());

it('asks for a part once it is opened, and keeps it then', async () => {
  const { element, all, send, texts } = await mount('c-agreement', Agreement);
  expect(texts('h2')).toEqual(['Agreement']);
  expect(all('lightning-tab').map(({ label }) => label)).toEqual([
    'Target list',
    'Definitions',
    'Service levels',
    'Weekly review',
    'KPIs'
  ]);
  expect(all(PARTS.join(','))).toEqual([]);
  const [targets, rules] = all('lightning-tab');
  await send(targets, 'active');
  expect(all(PARTS.join(',')).map(({ localName }) => localName)).toEqual(['c-target-accounts']);
  await send(rules, 'active');
  expect(all(PARTS.join(',')).map(({ localName }) => localName)).toEqual(PARTS.slice(0, 2));
  await expect(element).toBeAccessible();
});
