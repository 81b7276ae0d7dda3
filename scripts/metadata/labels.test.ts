import assert from 'node:assert/strict';
import { test } from 'node:test';
import { definedLabels, labelsIn, usedLabels } from './labels.ts';
import { sourceFiles } from './source.ts';

const defined = definedLabels(sourceFiles());
const used = usedLabels();

test('a label is found where components import it and where metadata merges it', () => {
  assert.deepEqual(
    labelsIn("import A from '@salesforce/label/c.Caddie_A'; '{!$Label.Caddie_B}' $Label.c.Caddie_A"),
    ['Caddie_A', 'Caddie_B']
  );
});

test('no two labels have the same name', () => {
  assert.deepEqual(
    defined.filter((name, index) => defined.indexOf(name) !== index),
    []
  );
});

test('every label that is used exists', () => {
  const missing = [...used]
    .filter(([name]) => !defined.includes(name))
    .map(([name, paths]) => `${paths[0]} ${name}`);
  assert.deepEqual(missing, []);
});

test('every label is used', () => {
  assert.deepEqual(
    defined.filter((name) => !used.has(name)),
    []
  );
});
