import FootprintReaders from 'c/footprintReaders';
import type { AccessNode } from 'c/footprintQueries';
import { createElement } from 'lwc';
import { settle } from '../../../../../../test/guidance';

async function setup(access: AccessNode | undefined) {
  const element = createElement('c-footprint-readers', { is: FootprintReaders });
  Object.assign(element, { access });
  document.body.appendChild(element);
  await settle();
  const texts = (selector: string) =>
    [...element.shadowRoot!.querySelectorAll(selector)].map((one) => one.textContent);
  return { element, texts };
}

afterEach(() => {
  document.body.replaceChildren();
});

it('names who could query it, by which permission, and who found that out', async () => {
  const { element, texts } = await setup({
    Readers__c: { value: '[{"name":"Avery Stone","permissions":["Modify All Data","View All Data"]}]' },
    Computed_At__c: { value: '2026-11-20T02:10:00.000Z' },
    Computed_By__c: { value: 'Caddie Sync' }
  });
  expect(texts('li')).toEqual(['You', 'Avery Stone (Modify All Data, View All Data)']);
  expect(texts('.source')[0]).toMatch(
    /^Worked out from this org's permissions by Caddie Sync, Nov \d+, 2026/
  );
  await expect(element).toBeAccessible();
});

it.each([
  ['before the sync has run', undefined],
  [
    'when the list cannot be read',
    { Readers__c: { value: '{' }, Computed_At__c: { value: '2026-11-20T02:10:00Z' } }
  ]
])('says %s which kinds of people could', async (_when, access) => {
  const { element, texts } = await setup(access);
  expect(texts('li')).toEqual([
    'You',
    'Every Salesforce admin with View All Data or Modify All Data, and the account that runs the sync. Their names stand here after the next run of the sync.'
  ]);
  expect(texts('.others')).toEqual([
    'Everyone else, your manager included, sees counts of five people or more.'
  ]);
  expect(texts('.source')).toEqual([]);
  await expect(element).toBeAccessible();
});
