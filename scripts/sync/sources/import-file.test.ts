import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parseBatch } from '../../../force-app/main/core/lwc/usageEvent/usageEvent.ts';
import { serveTestOrg, type TestOrg } from '../../lib/testing.ts';
import { createApiBudget } from '../org/api-budget.ts';
import { systemClock } from '../org/clock.ts';
import { createOrgClient, type OrgClient } from '../org/org-client.ts';
import { importFile, importRows, type ImportResult } from './import-file.ts';
import { parseMapping, type Mapping } from './mapping.ts';
import type { ReadRow } from './read-rows.ts';

const folder = mkdtempSync(join(tmpdir(), 'caddie-sources-'));
const unmatchedFile = join(folder, 'unmatched.ndjson');
let org: TestOrg;
let client: OrgClient;

before(async () => {
  org = await serveTestOrg();
  const { accessToken } = org.users.find(({ persona }) => persona === 'integration')!;
  client = createOrgClient({
    session: { instanceUrl: org.instanceUrl, accessToken, renew: async () => accessToken },
    clock: systemClock(new AbortController().signal),
    budget: createApiBudget(0)
  });
  const users = [
    { Id: org.userId('rep'), FederationIdentifier: 'SSO-1', Email: 'robin@caddie.example' },
    { Id: org.userId('rep2'), Email: 'sam@caddie.example' },
    { Id: org.userId('manager'), Email: 'shared@caddie.example' },
    { Id: org.userId('author'), Email: 'shared@caddie.example' }
  ];
  for (const user of users) await org.as('admin').sobject('User').update(user);
});

after(async () => {
  await client?.close();
  await org?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function importText(example: string, text: string, dryRun = false): Promise<ImportResult> {
  const file = join(folder, 'source');
  writeFileSync(file, text);
  return importFile({ client, mapping: mappingOf(example), file, unmatchedFile, dryRun });
}

function mappingOf(example: string): Mapping {
  const path = new URL(`./examples/${example}.yaml`, import.meta.url);
  return parseMapping(readFileSync(path, 'utf8'), example);
}

const unmatched = (): unknown[] =>
  readFileSync(unmatchedFile, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

async function batchesOf(persona: string): Promise<string[][]> {
  const { records } = await org
    .as(persona)
    .query<{ Events__c: string; Status__c: string; Format_Version__c: number }>(
      'SELECT Events__c, Status__c, Format_Version__c FROM Usage_Batch__c ORDER BY First_Event_At__c'
    );
  return records.map(({ Events__c, Status__c, Format_Version__c }) => [
    Status__c,
    ...parseBatch(Events__c, Format_Version__c).events.map(({ type, guidance }) => `${type} ${guidance}`)
  ]);
}

const mail = (changes: object): string =>
  JSON.stringify({
    messageId: 'm1',
    sender: 'Robin@caddie.example',
    sentAt: '2026-11-18T09:00:00Z',
    action: 'template.inserted',
    template: { key: 'amount-is-missing' },
    ...changes
  });

test('a mail log becomes batches of the people it is about; what fits nobody is left with the reason', async () => {
  const lines = [
    mail({}),
    mail({ messageId: 'm2', sentAt: '2026-11-18T08:00:00Z', action: 'template.opened' }),
    mail({ messageId: 'm3', sender: 'guest@elsewhere.example' }),
    mail({ messageId: 'm4', sender: 'shared@caddie.example' }),
    mail({ messageId: 'm1' }),
    '{"half":',
    mail({ messageId: 'm5', sentAt: '2026-11-19T09:00:00Z' })
  ];
  const rehearsal = await importText('mail-tool', lines.join('\n'), true);
  assert.deepEqual(await batchesOf('rep'), []);
  const result = await importText('mail-tool', lines.join('\n'));
  assert.deepEqual(result, rehearsal);
  assert.deepEqual(result, {
    rows: 7,
    events: 3,
    repeated: 1,
    unmatched: 3,
    paused: 0,
    people: 1,
    batches: 2,
    newBatches: 2
  });
  assert.equal(result.rows, result.events + result.repeated + result.unmatched + result.paused);
  assert.deepEqual(await batchesOf('rep'), [
    ['Pending', 'opened amount-is-missing', 'copied amount-is-missing'],
    ['Pending', 'copied amount-is-missing']
  ]);
  assert.deepEqual(
    unmatched().map((row) => [(row as { number: number }).number, (row as { reason: string }).reason]),
    [
      [3, 'no active user has the email guest@elsewhere.example'],
      [4, '2 active users have the email shared@caddie.example'],
      [6, 'it is not JSON']
    ]
  );
});

test('the same file again stores nothing, and leaves no list of the unmatched when all rows fit', async () => {
  const text = [
    mail({}),
    mail({ messageId: 'm2', sentAt: '2026-11-18T08:00:00Z', action: 'template.opened' })
  ];
  const result = await importText('mail-tool', text.join('\r\n'));
  assert.deepEqual([result.batches, result.newBatches, result.unmatched], [1, 0, 0]);
  assert.equal(existsSync(unmatchedFile), false);
});

test('a learning system’s statements are read bare, wrapped and line by line', async () => {
  const statement = {
    id: 'b1c2d3e4-0000-4000-8000-000000000001',
    actor: { mbox: 'mailto:sam@caddie.example' },
    verb: { id: 'http://adlnet.gov/expapi/verbs/completed' },
    object: { id: 'https://learning.example/courses/manager-ask-before-you-advise' },
    timestamp: '2026-11-17T10:00:00.123Z'
  };
  const first = await importText('learning-system', JSON.stringify({ statements: [statement] }));
  assert.deepEqual([first.events, first.newBatches], [1, 1]);
  assert.deepEqual((await importText('learning-system', JSON.stringify([statement]))).newBatches, 0);
  assert.deepEqual((await importText('learning-system', JSON.stringify(statement))).newBatches, 0);
  assert.deepEqual(await batchesOf('rep2'), [['Pending', 'completed manager-ask-before-you-advise']]);
});

test('another adoption tool’s CSV finds people by their federation id', async () => {
  const text =
    '\ufeffSSO Id;Timestamp (UTC);Event;Flow;Opportunity Stage\r\n' +
    'SSO-1;2026-11-20T07:00:00Z;Finished;118;"Proposal; final"\r\n' +
    'SSO-1;2026-11-20T07:01:00Z;Finished;999;\r\n';
  const result = await importText('adoption-tool', text);
  assert.deepEqual([result.rows, result.events, result.unmatched], [2, 1, 1]);
  assert.deepEqual(unmatched(), [
    {
      number: 2,
      reason: 'guidance: 999 is not listed in the mapping',
      row: {
        'SSO Id': 'SSO-1',
        'Timestamp (UTC)': '2026-11-20T07:01:00Z',
        Event: 'Finished',
        Flow: '999',
        'Opportunity Stage': ''
      }
    }
  ]);
});

test('who has paused recording is recorded by no tool from that moment, and named nowhere', async () => {
  await org
    .as('rep2')
    .sobject('Guidance_Preference__c')
    .create({
      User_Key__c: org.userId('rep2'),
      Recording_Paused__c: true,
      Recording_Paused_At__c: '2026-11-18T12:00:00.000Z'
    });
  const rows = [
    mail({ messageId: 'p1', sender: 'sam@caddie.example', sentAt: '2026-11-18T11:59:59Z' }),
    mail({ messageId: 'p2', sender: 'sam@caddie.example', sentAt: '2026-11-18T12:00:00Z' })
  ];
  const result = await importText('mail-tool', rows.join('\n'));
  assert.deepEqual([result.events, result.paused, result.unmatched], [1, 1, 0]);
  assert.equal(existsSync(unmatchedFile), false);
});

test('rows that were read are not held until the end of the file', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const given: WeakRef<object>[] = [];
  let alive = 0;
  async function* rows(): AsyncGenerator<ReadRow> {
    for (let number = 1; number <= 3000; number += 1) {
      const row = JSON.parse(mail({ messageId: `h${number}`, ...(number % 3 === 0 && { action: 'none' }) }));
      given.push(new WeakRef(row));
      yield { number, row };
    }
    // What a WeakRef was made of stays until the turn ends.
    await setImmediate();
    collect();
    alive = given.filter((row) => row.deref() !== undefined).length;
  }
  const options = { client, mapping: mappingOf('mail-tool'), unmatchedFile, dryRun: true };
  const result = await importRows(rows(), options);
  assert.deepEqual([result.rows, result.events, result.unmatched, result.batches], [3000, 2000, 1000, 40]);
  assert.ok(alive < 100, `${alive} of 3,000 rows were still there`);
});
