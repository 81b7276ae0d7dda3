import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parseMapping } from './mapping.ts';

const EXAMPLES = fileURLToPath(new URL('./examples/', import.meta.url));

const GOOD = `
name: mail
format: csv
user: { by: email, from: sender }
event: { at: { from: sentAt }, type: { value: opened }, guidance: { from: template } }
`;

test('a mapping needs five things; the rest has a default', () => {
  assert.deepEqual(parseMapping(GOOD, 'mail.yaml'), {
    name: 'mail',
    format: 'csv',
    delimiter: ',',
    user: { by: 'email', from: 'sender' },
    event: { at: { from: 'sentAt' }, type: { value: 'opened' }, guidance: { from: 'template' } }
  });
});

test('JSON is a mapping as well', () => {
  const mapping = parseMapping(GOOD, 'mail.yaml');
  assert.deepEqual(parseMapping(JSON.stringify(mapping), 'mail.json'), mapping);
});

for (const file of globSync('*.yaml', { cwd: EXAMPLES })) {
  test(`the example ${file} is a mapping`, () => {
    assert.ok(parseMapping(readFileSync(EXAMPLES + file, 'utf8'), file).name);
  });
}

test('everything that is wrong is told at once', () => {
  const text = `
format: xls
delimiter: ';;'
user: { by: phone, form: sender }
event: { type: { value: looked, values: { a: 1 } }, colour: { from: x }, version: { value: 3 }, at: {} }
`;
  assert.throws(() => parseMapping(text, 'bad.yaml'), {
    code: 'BAD_MAPPING',
    message: `bad.yaml is no mapping:
  name: a text of 1 to 40 characters
  format: one of ndjson, csv, xapi
  delimiter: one character
  user.by: one of email, federationId, username
  user.from: the path of the value that names the person
  user.form: unknown; from, value, after, values are known
  user: needs from or value
  event.type.values: texts; put them in quotes
  event.colour: not a part of an event; id, at, type, guidance, version, surface, object, recordId, stage are
  event.version.value: a text; put it in quotes
  event.at: needs from or value
  event.guidance: missing
  event.type: 1, looked is none of shown, opened, completed, dismissed, snoozed, helpful, unhelpful, didDifferently, copied`
  });
});

test('a file that is no YAML says so', () => {
  assert.throws(() => parseMapping('a: [', 'bad.yaml'), {
    code: 'BAD_MAPPING',
    message: /^bad\.yaml is not YAML: /
  });
});
