import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { after, before, test } from 'node:test';
import { checkContent } from './check.ts';
import type { CheckResult } from './check.ts';
import { shapeOfSources } from './source-shape.ts';
import type { OrgShape } from './org-shape.ts';
import { aPiece } from './testing/piece.ts';

let shape: OrgShape;
let folder: string;

before(async () => {
  shape = await shapeOfSources('force-app');
  folder = await mkdtemp(join(tmpdir(), 'caddie-content-'));
});

after(() => rm(folder, { recursive: true }));

/** Checks one set of files by themselves; problems come back as `file:line: message`, the folder left out. */
async function check(files: Record<string, string>): Promise<CheckResult & { lines: string[] }> {
  const own = await mkdtemp(join(folder, 'case-'));
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(own, file)), { recursive: true });
    await writeFile(join(own, file), text);
  }
  const result = await checkContent({ folder: own, shape });
  const base = `${relative(process.cwd(), own)}/`;
  return {
    ...result,
    lines: result.problems.map(({ file, line, message }) =>
      `${file}:${line}: ${message}`.replaceAll(base, '')
    )
  };
}

test('a piece that fits becomes a record', async () => {
  const { pieces, lines } = await check({ 'tips/agree-the-close-plan.md': aPiece() });
  assert.deepEqual(lines, []);
  assert.deepEqual(pieces[0]?.fields, {
    Key__c: 'agree-the-close-plan',
    Kind__c: 'Tip',
    Name: 'Agree the close plan before pricing',
    Summary__c: 'Two dates and two names keep the close date.',
    Object__c: 'Opportunity',
    Field__c: 'CloseDate',
    Criteria__c:
      '{"logic":"1 AND 2","items":[{"field":"StageName","operator":"equals","value":["Proposal/Price Quote","Negotiation/Review"]},{"field":"Account.Industry","operator":"notEqual","value":"Retail"}]}',
    Audience__c: '{"items":[{"field":"UserRole.Name","operator":"contains","value":"Rep"}]}',
    Minutes__c: 1.5,
    Seller_Benefit__c: 'Keeps your close date',
    Company_Benefit__c: 'A forecast that holds',
    Competency__c: 'Closing',
    Priority__c: 50,
    Language__c: 'en',
    Status__c: 'Published',
    Starts_On__c: null,
    Ends_On__c: null,
    Review_By__c: '2027-06-30',
    Version__c: 1,
    Body__c: '<p>Ask who signs, and when.</p>'
  });
  assert.match(pieces[0]!.hash, /^[0-9a-f]{64}$/);
});

const cases: [name: string, change: [from: string, to: string], problem: string][] = [
  [
    'an object that is not there',
    ['object: Opportunity', 'object: Oportunity'],
    '6: There is no object "Oportunity" in force-app. Write "Opportunity".'
  ],
  [
    'a field that is not there',
    ['field: CloseDate', 'field: Close_Date'],
    '7: Opportunity has no field "Close_Date". Write "CloseDate".'
  ],
  [
    'a picklist value that is not there',
    ['Proposal/Price Quote,', 'Proposal,'],
    '11: criteria: Item 1: StageName has no value "Proposal". Write "Proposal/Price Quote".'
  ],
  [
    'a field of a criterion that is not there',
    ['field: StageName', 'field: Stage'],
    '11: criteria: Item 1: there is no field "Stage". Write "StageName".'
  ],
  [
    'a parent that is not there',
    ['field: Account.Industry', 'field: AccountId.Industry'],
    '12: criteria: Item 2: there is no field "AccountId.Industry". Write "Account.Industry".'
  ],
  [
    'a field of a parent that is not there',
    ['field: Account.Industry', 'field: Account.Industri'],
    '12: criteria: Item 2: there is no field "Account.Industri". Write "Account.Industry".'
  ],
  [
    'an operator in another spelling',
    ['operator: equals', "operator: '=='"],
    '11: criteria: Item 1: the operator "==" is unknown. Write "equals".'
  ],
  [
    'a logic that counts further than the items',
    ['1 AND 2', '1 AND 3'],
    '9: criteria: Logic, position 7: there is no item 3; the items are numbered 1 to 2.'
  ],
  [
    'an audience on a field that User does not have',
    ['field: UserRole.Name', 'field: UserRole.Nam'],
    '15: audience: Item 1: there is no field "UserRole.Nam". Write "UserRole.Name".'
  ],
  ['a kind in another spelling', ['kind: Tip', 'kind: tip'], '3: kind has no value "tip". Write "Tip".'],
  [
    'a kind in the folder of another',
    ['kind: Tip', 'kind: Lesson'],
    '3: kind is "Lesson", but the folder tips is for "Tip". Move the file or change kind.'
  ],
  [
    'a title that is too long',
    ['Agree the close plan before pricing', 'x'.repeat(91)],
    '4: title has 91 characters; 80 fit. Shorten it by 11.'
  ],
  [
    'a missing property',
    ['sellerBenefit: Keeps your close date\n', ''],
    '2: sellerBenefit is missing. Add a line such as sellerBenefit: Keeps your close date'
  ],
  [
    'a misspelt property',
    ['language: en', 'langauge: en'],
    '22: There is no property "langauge". Write "language".'
  ],
  ['minutes in words', ['minutes: 1.5', 'minutes: two'], '16: minutes must be a number, such as minutes: 2.'],
  ['too fine minutes', ['minutes: 1.5', 'minutes: 1.25'], '16: minutes is 1.25; it takes at most 1 decimal.'],
  ['no minutes at all', ['minutes: 1.5', 'minutes: 0'], '16: minutes is 0; it goes from 0.1 to 9999.'],
  ['a priority above 100', ['priority: 50', 'priority: 101'], '20: priority is 101; it goes from 0 to 100.'],
  ['half a version', ['version: 1', 'version: 1.5'], '23: version is 1.5; it takes whole numbers.'],
  [
    'a date in another order',
    ['reviewBy: 2027-06-30', 'reviewBy: 30.06.2027'],
    '21: reviewBy must be a date written like 2027-06-30.'
  ],
  [
    'a day that no calendar has',
    ['reviewBy: 2027-06-30', 'reviewBy: 2027-06-31'],
    '21: reviewBy is 2027-06-31, a day that no calendar has.'
  ],
  [
    'an end before the start',
    ['version: 1', 'startsOn: 2027-03-01\nendsOn: 2027-02-01\nversion: 1'],
    '24: endsOn (2027-02-01) is before startsOn (2027-03-01): it would never be shown.'
  ],
  [
    'a key with capitals',
    ['key: agree-the-close-plan', 'key: AgreeTheClosePlan'],
    '2: key is "AgreeTheClosePlan"; it takes small letters, digits and single hyphens, such as agree-the-close-plan.'
  ],
  [
    'a key that differs from the file',
    ['key: agree-the-close-plan', 'key: agree-the-plan'],
    '2: key is "agree-the-plan", but the file is called "agree-the-close-plan.md". Give both the same name.'
  ],
  [
    'a competency that nobody has',
    ['competency: Closing', 'competency: Closign'],
    '19: competency has no value "Closign". Write "Closing".'
  ],
  [
    'a body of nothing',
    ['Ask who signs, and when.', ''],
    '26: The body is empty. Write it in Markdown below the second ---.'
  ],
  [
    'HTML in the body',
    ['Ask who signs, and when.', 'Ask <b>who</b> signs.'],
    '26: HTML is not used in a body. Write "<b>" as Markdown.'
  ],
  [
    'a body without room',
    ['Ask who signs', 'Ask '.repeat(9000)],
    '26: The body has 36018 characters as HTML; 32768 fit. Split it into two pieces.'
  ]
];

for (const [name, [from, to], problem] of cases) {
  test(`${name} is refused with its line and what to write instead`, async () => {
    assert.ok(aPiece().includes(from));
    const { lines, pieces } = await check({ 'tips/agree-the-close-plan.md': aPiece().replace(from, to) });
    assert.deepEqual(lines, [`tips/agree-the-close-plan.md:${problem}`]);
    assert.deepEqual(pieces, []);
  });
}

test('a key is taken once', async () => {
  const { lines } = await check({
    'tips/agree-the-close-plan.md': aPiece(),
    'tips/later/agree-the-close-plan.md': aPiece()
  });
  assert.deepEqual(lines, [
    'tips/later/agree-the-close-plan.md:2: key "agree-the-close-plan" is taken by tips/agree-the-close-plan.md. Keys are unique.'
  ]);
});

test('several problems of a file come by line, and a broken file does not hide the others', async () => {
  const { lines, files } = await check({
    'tips/a.md': 'Only text.',
    'tips/agree-the-close-plan.md': aPiece()
      .replace('version: 1', 'version: 0')
      .replace('kind: Tip', 'kind: Tipp')
  });
  assert.equal(files, 2);
  assert.deepEqual(lines, [
    'tips/a.md:1: The file has no front matter. Begin it with a line ---, then key: …, kind: …, and a line --- again.',
    'tips/agree-the-close-plan.md:3: kind has no value "Tipp". Write "Tip".',
    'tips/agree-the-close-plan.md:23: version is 0; it goes from 1 to 999999.'
  ]);
});

test('an empty folder and one that is not there are refused', async () => {
  await assert.rejects(checkContent({ folder: join(folder, 'nowhere'), shape }), { code: 'NO_FOLDER' });
  const empty = await mkdtemp(join(folder, 'empty-'));
  await writeFile(join(empty, 'README.md'), '# For people');
  await assert.rejects(checkContent({ folder: empty, shape }), { code: 'NO_CONTENT' });
});
