import CriteriaEditor from 'c/criteriaEditor';
import type { CriteriaChange, EditorField } from 'c/criteriaEditor';
import { createElement } from 'lwc';
import { settle } from '../../../../../../test/guidance';

const FIELDS: EditorField[] = [
  { path: 'Facts.StrongSignals', label: 'Strong signals', type: 'Int' },
  { path: 'Industry', label: 'Industry', type: 'Picklist' },
  { path: 'IsPartner', label: 'Partner', type: 'Boolean' },
  { path: 'LastActivityDate', label: 'Last activity', type: 'Date' }
];

const TWO = JSON.stringify({
  items: [
    { field: 'Facts.StrongSignals', operator: 'greaterOrEqual', value: 2 },
    { field: 'Industry', operator: 'equals', value: ['Energy', 'Retail'] }
  ]
});

interface Control extends HTMLElement {
  value: string;
  label: string;
  options: { label: string; value: string }[];
}

async function setup(value = TWO) {
  const element = createElement('c-criteria-editor', { is: CriteriaEditor });
  Object.assign(element, { fields: FIELDS, sentence: 'Qualifies when {0}.', value });
  const changes: CriteriaChange[] = [];
  element.addEventListener('criteriachange', (event) => {
    changes.push((event as CustomEvent<CriteriaChange>).detail);
  });
  document.body.appendChild(element);
  await settle();
  const all = (selector: string) => [...element.shadowRoot!.querySelectorAll<Control>(selector)];
  const type = async (control: Control, text: string) => {
    control.dispatchEvent(new CustomEvent('change', { detail: { value: text } }));
    await settle();
  };
  const texts = (selector: string) => all(selector).map(({ textContent }) => textContent);
  return { element, changes, all, type, texts };
}

afterEach(() => {
  document.body.replaceChildren();
});

it('shows stored criteria as rows and as a sentence', async () => {
  const { element, all, texts } = await setup();
  expect(texts('.sentence')).toEqual([
    'Qualifies when Strong signals is 2 or more and Industry is Energy or Retail.'
  ]);
  expect(all('.value').map(({ value }) => value)).toEqual(['2', 'Energy; Retail']);
  expect(all('.operator')[0].options.map(({ label }) => label)).toEqual([
    'is …',
    'is not …',
    'is under …',
    'is … or less',
    'is over …',
    'is … or more',
    'is empty',
    'is filled in'
  ]);
  await expect(element).toBeAccessible();
});

it('sends the text to store after each change, with values as their field keeps them', async () => {
  const { all, changes, type } = await setup();
  await type(all('.value')[0], '3');
  expect(JSON.parse(changes[0].text)).toEqual({
    items: [
      { field: 'Facts.StrongSignals', operator: 'greaterOrEqual', value: 3 },
      { field: 'Industry', operator: 'equals', value: ['Energy', 'Retail'] }
    ]
  });
  expect(changes[0].isValid).toBe(true);
  await type(all('.field')[1], 'IsPartner');
  await type(all('.value')[1], 'true');
  expect(JSON.parse(changes[2].text).items[1]).toEqual({
    field: 'IsPartner',
    operator: 'equals',
    value: true
  });
});

it('keeps an operator that fits the new field, and takes the first that does where it does not', async () => {
  const { all, type } = await setup();
  await type(all('.field')[0], 'LastActivityDate');
  expect(all('.operator')[0].value).toBe('greaterOrEqual');
  expect(all('.operator')[0].options.map(({ label }) => label)).toContain('is after …');
  await type(all('.field')[0], 'Industry');
  expect(all('.operator')[0].value).toBe('equals');
});

it('shows a problem beside its cause while one types', async () => {
  const { element, all, changes, texts, type } = await setup();
  await type(all('.value')[0], 'many');
  expect(texts('.problem')).toEqual([
    'Strong signals is a number, and "many" is none. Write it as 50000 or "EUR 50000".'
  ]);
  expect(changes[0].isValid).toBe(false);
  await type(all('.value')[0], '');
  expect(texts('.problem')).toEqual(['Say which value.']);
  await expect(element).toBeAccessible();
});

it('adds a row that is not called wrong before it is filled in', async () => {
  const { all, changes, texts } = await setup('');
  expect(texts('.empty')).toEqual(['No condition yet: this fits every record.']);
  all('.add')[0].click();
  await settle();
  expect(all('.field')).toHaveLength(1);
  expect(texts('.problem')).toEqual([]);
  expect(changes[0].isValid).toBe(false);
  all('.value')[0].dispatchEvent(new CustomEvent('blur'));
  await settle();
  expect(texts('.problem')).toEqual(['Say which value.']);
});

it('takes no value where the operator needs none', async () => {
  const { all, changes, type } = await setup();
  await type(all('.operator')[1], 'isNotBlank');
  expect(all('lightning-input.value')).toHaveLength(1);
  expect(JSON.parse(changes[0].text).items[1]).toEqual({ field: 'Industry', operator: 'isNotBlank' });
});

it('joins rows by all, any, or a logic of its own whose problem names the place', async () => {
  const { all, changes, texts, type } = await setup();
  expect(all('.joined')[0].value).toBe('all');
  await type(all('.joined')[0], 'any');
  expect(JSON.parse(changes[0].text).logic).toBe('1 OR 2');
  await type(all('.joined')[0], 'own');
  expect(all('.logic')[0].value).toBe('1 AND 2');
  await type(all('.logic')[0], '1 AND (2 OR 3)');
  expect(texts('.logic-problem')).toEqual([
    'Logic, position 13: there is no item 3; the items are numbered 1 to 2.'
  ]);
  await type(all('.logic')[0], '1 AND NOT 2');
  expect(texts('.sentence')).toEqual([
    'Qualifies when Strong signals is 2 or more and not (Industry is Energy or Retail).'
  ]);
  expect(changes.at(-1)?.isValid).toBe(true);
});

it('marks the place of a removed row in a logic of its own', async () => {
  const three = JSON.parse(TWO) as { items: object[] };
  const { all, type } = await setup(
    JSON.stringify({
      logic: '1 AND (2 OR 3)',
      items: [...three.items, { field: 'Industry', operator: 'isBlank' }]
    })
  );
  expect(all('.joined')[0].value).toBe('own');
  all('.remove')[1].click();
  await settle();
  expect(all('.logic')[0].value).toBe('1 AND (? OR 2)');
  await type(all('.logic')[0], '1 AND 2');
  expect(all('.field')).toHaveLength(2);
});

it('keeps its rows when its own text comes back, and shows another one', async () => {
  const { element, all, changes, type } = await setup();
  await type(all('.value')[1], 'Energy;');
  Object.assign(element, { value: changes[0].text });
  await settle();
  expect(all('.value')[1].value).toBe('Energy;');
  Object.assign(element, { value: '' });
  await settle();
  expect(all('.field')).toHaveLength(0);
});
