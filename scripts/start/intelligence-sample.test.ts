import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { readAgenda } from '../../force-app/main/intelligence/lwc/reviewAgenda/reviewAgenda.ts';
import { parseBusinessHours } from '../../force-app/main/intelligence/lwc/businessHours/businessHours.ts';
import { readIntelligence } from './intelligence-files.ts';
import type { PersonalRecord } from './intelligence-files.ts';
import { readSample } from './sample-files.ts';

const data = fileURLToPath(new URL('../../data', import.meta.url));
const sample = await readSample(data);
const { files, afterwards, kpis } = await readIntelligence(`${data}/intelligence`);
const all = files.flatMap(({ records }) => records);
const accounts = sample.files
  .filter(({ object }) => object === 'Account')
  .flatMap(({ records }) => records.map(({ attributes }) => `@${attributes.referenceId}`));

function records(object: string): PersonalRecord[] {
  return all.filter(({ attributes }) => attributes.type === object);
}

test('every account has a decision, an engagement and a verdict of each published rule', () => {
  const about = (object: string): string[] => records(object).map(({ Account__c }) => String(Account__c));
  for (const account of accounts) {
    assert.ok(about('Target_Account__c').includes(account), `${account} is not on the list`);
    assert.ok(about('Account_Engagement__c').includes(account), `${account} has no engagement`);
    const kinds = records('Qualification__c').filter(
      ({ Account__c, Rule__c }) => Account__c === account && Rule__c !== '@RuleMqa1'
    );
    assert.deepEqual(
      kinds.map(({ Kind__c }) => Kind__c),
      ['MQA', 'SQA'],
      account
    );
  }
});

test('people sign, thank and write in their own names', () => {
  for (const { by, object, changes } of afterwards) {
    for (const [field, value] of Object.values(changes).flatMap((values) => Object.entries(values))) {
      if (/^(Signed_By_|Disputed_By|Not_Useful_By)/.test(field)) assert.equal(value, `@${by}`, object);
    }
  }
  const saidBy = (record: PersonalRecord, object: string): string =>
    `@${record.attributes.by ?? files.find((file) => file.object === object)!.by}`;
  for (const insight of records('Client_Insight__c')) {
    assert.equal(insight['Author__c'], saidBy(insight, 'Client_Insight__c'));
  }
  for (const thanks of records('Insight_Thanks__c')) {
    const { Author__c } = all.find(
      ({ attributes }) => `@${attributes.referenceId}` === thanks['Client_Insight__c']
    )!;
    assert.equal(thanks['Thanked_By__c'], saidBy(thanks, 'Insight_Thanks__c'));
    assert.notEqual(thanks['Thanked_By__c'], Author__c, 'nobody thanks themselves');
  }
});

test('both sides owe, and every state of a commitment is there', () => {
  const states = records('Commitment__c').map(({ Owed_By__c, Status__c }) => `${Owed_By__c} ${Status__c}`);
  assert.deepEqual([...new Set(states)].toSorted(), [
    'Marketing Accepted',
    'Marketing Met',
    'Marketing Missed',
    'Sales Met',
    'Sales Missed',
    'Sales Open',
    'Sales Refused'
  ]);
});

test('a sample week has fresh signals and expired ones', () => {
  const isExpired = records('Account_Signal__c').map(
    ({ Expires_At__c }) => String(Expires_At__c) < sample.extras.writtenOn
  );
  assert.deepEqual([isExpired.filter(Boolean).length, isExpired.length], [2, 18]);
});

test('engagement of 26 weeks adds up, the last week being the one of the sample', () => {
  for (const record of records('Account_Engagement__c')) {
    const weeks = JSON.parse(String(record['Weeks__c'])) as { week: string; touches: number }[];
    assert.deepEqual([weeks.length, weeks.at(-1)?.week], [26, sample.extras.writtenOn]);
    const touches = weeks.slice(13).reduce((sum, week) => sum + week.touches, 0);
    assert.equal(record['Touches_13_Weeks__c'], touches, String(record['Account__c']));
  }
});

test('service levels and the held review are in the forms that the pages read', () => {
  for (const level of records('Service_Level__c')) {
    const read = parseBusinessHours(String(level['Business_Hours__c']), String(level['Holidays__c']));
    assert.ok('hours' in read, String(level['Level_Key__c']));
  }
  const [held, planned] = records('Alignment_Review__c');
  assert.deepEqual(readAgenda(String(held?.['Agenda__c']))?.kept, { met: 6, of: 8 });
  assert.equal(held?.['Next_On__c'], planned?.['Held_On__c']);
});

test('every KPI has 13 weeks, through the last full one', () => {
  assert.equal(kpis.through, '2026-11-16');
  assert.deepEqual(Object.keys(kpis.weeks).length, 9);
  for (const values of Object.values(kpis.weeks).flatMap((tiers) => Object.values(tiers))) {
    assert.equal(values.length, 13);
  }
});
