import assert from 'node:assert/strict';
import { test } from 'node:test';
import { companyName } from './company-name.ts';
import { formsAgree } from './legal-forms.ts';
import { isPartOf, similarity } from './similarity.ts';

const NAMES: readonly [text: string, keys: string[], forms: string[]][] = [
  ['Müller & Söhne GmbH & Co. KG', ['mullersohne', 'muellersoehne'], ['gmbh co kg']],
  ['The Acme Co., Ltd.', ['acme'], ['ltd']],
  ['Acme Company, The', ['acme'], []],
  ["O'Neill Bros.", ['oneillbrothers'], []],
  ['St. Clair Intl', ['saintclairinternational'], []],
  ['State St Outfitters', ['statestreetoutfitters'], []],
  ['Care+ Pharmacy', ['carepluspharmacy'], []],
  ['PT. Kopi Tbk', ['kopi'], ['tbk', 'pt']],
  ['Grupo Cactus, S.A. de C.V.', ['grupocactus'], ['sa de cv']],
  ['Kiez UG (haftungsbeschränkt)', ['kiez'], ['ug']],
  ['Acme (UK) Ltd', ['acmeuk'], ['ltd']],
  ['株式会社山田', ['山田'], ['kabushiki']],
  ['A.B.C. Couriers', ['abccouriers'], []]
];

for (const [text, keys, forms] of NAMES) {
  test(`${text} is compared as ${keys.join(' or ')}`, () => {
    const name = companyName(text);
    assert.deepEqual([name?.keys, name?.forms], [keys, forms]);
  });
}

test('what stands where there is no name is none', () => {
  for (const text of ['', ' ', '-', 'N/A', 'Unknown', '(not set)', 'GmbH', 'The Company']) {
    assert.equal(companyName(text), undefined, text);
  }
});

test('legal forms agree when one side states none, or all that the other does', () => {
  assert.equal(formsAgree([], ['gmbh']), true);
  assert.equal(formsAgree(['pt'], ['tbk', 'pt']), true);
  assert.equal(formsAgree(['gmbh'], ['gmbh co kg']), false);
  assert.equal(formsAgree(['inc'], ['ltd']), false);
});

test('similarity is the part of neighbouring letters that two names share', () => {
  const [night, nacht] = [companyName('Night')!, companyName('Nacht')!];
  assert.equal(similarity(night, nacht), 0.25);
  assert.equal(similarity(night, night), 1);
});

test('a name is part of another that has all its words and more', () => {
  const [halcyon, japan] = [companyName('Halcyon')!, companyName('Halcyon Japan K.K.')!];
  assert.equal(isPartOf(halcyon, japan), true);
  assert.equal(isPartOf(japan, halcyon), false);
  assert.equal(isPartOf(halcyon, halcyon), false);
});
