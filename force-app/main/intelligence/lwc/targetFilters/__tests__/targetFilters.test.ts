import TargetFilters from 'c/targetFilters';
import { JONAS, mount } from '../../../../../../test/agreement';

const NONE = { tier: '', status: '', ownerId: '', name: '' };

afterEach(() => document.body.replaceChildren());

it('offers tiers, statuses and owners, and sends what is looked for', async () => {
  const { element, find, listen, sent, type } = await mount('c-target-filters', TargetFilters, {
    filters: { ...NONE, tier: '2' },
    people: [JONAS]
  });
  listen('filterchange');
  expect(find('[data-name="tier"]').options.map(({ label }) => label)).toEqual([
    'All tiers',
    'Tier 1',
    'Tier 2',
    'Tier 3'
  ]);
  expect(find('[data-name="status"]').options.map(({ label }) => label)).toEqual([
    'All that stand or wait',
    'Agreed',
    'Waiting for a signature',
    'Disputed'
  ]);
  expect(find('[data-name="ownerId"]').options).toEqual([
    { label: 'Everyone', value: '' },
    { label: 'Jonas Weber', value: JONAS.id }
  ]);
  expect(find('[data-name="tier"]').value).toBe('2');
  await type('[data-name="name"]', 'Harbor');
  expect(sent).toEqual([{ type: 'filterchange', detail: { ...NONE, tier: '2', name: 'Harbor' } }]);
  await expect(element).toBeAccessible();
});
