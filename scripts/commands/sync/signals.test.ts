import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { killSpawned, spawnCaddie } from '../../lib/spawn-caddie.ts';
import type { Finished } from '../../lib/spawn-caddie.ts';
import { serveTestOrg } from '../../lib/testing.ts';
import type { TestOrg } from '../../lib/testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'caddie-signals-command-'));
const source = 'scripts/sync/signals/examples/demandbase.csv';
const mapping = 'scripts/sync/signals/examples/demandbase.yaml';
let org: TestOrg;

before(async () => {
  org = await serveTestOrg();
  const { records } = JSON.parse(readFileSync('data/Account.json', 'utf8')) as {
    records: { Name: string; Website: string }[];
  };
  const accounts = records.map(({ Name, Website }) => ({ Name, Website }));
  await org.as('admin').sobject('Account').create(accounts);
});

after(async () => {
  killSpawned();
  await org?.close();
  rmSync(folder, { recursive: true });
});

function caddie(...args: string[]): Promise<Finished> {
  const { accessToken } = org.users.find(({ persona }) => persona === 'integration')!;
  return spawnCaddie([...args, '--instance-url', org.instanceUrl, '--state-dir', folder], {
    CADDIE_ACCESS_TOKEN: accessToken
  }).finished;
}

test('a source without a mapping, and nothing to do, are told', async () => {
  const lone = await caddie('sync', 'signals', source);
  assert.deepEqual(
    [lone.code, lone.stderr.split('\n')[0]],
    [1, 'Error (BAD_OPTIONS): A source and --mapping belong together.']
  );
  const idle = await caddie('sync', 'signals', '--json');
  assert.deepEqual(
    [idle.code, JSON.parse(idle.stdout)],
    [
      1,
      {
        error: {
          code: 'BAD_OPTIONS',
          message: 'There is nothing to do.',
          actions: ['Give a source and its mapping, --feedback with a folder, or --purge-after-days.']
        }
      }
    ]
  );
});

test('a program reads what became of the rows, and a person what to do next', async () => {
  const rehearsal = await caddie(
    'sync',
    'signals',
    source,
    '--mapping',
    mapping,
    '--out',
    folder,
    '--dry-run',
    '--json'
  );
  const told = JSON.parse(rehearsal.stdout) as { run: null; matched: object; reviewFile: string };
  assert.deepEqual(
    [rehearsal.code, told.run, told.reviewFile],
    [0, null, join(folder, 'demandbase.review.csv')]
  );
  const { code, stdout } = await caddie('sync', 'signals', source, '--mapping', mapping, '--out', folder);
  assert.equal(code, 0);
  assert.match(stdout, /^2 rows may be about one of several accounts\. Fill in the column account of /);
  assert.match(stdout, /^Account_Signal__c: (\d+) computed, \1 written, 0 deleted\.$/m);
});

test('a list of targets is proposed in the name of whoever runs it', async () => {
  const list = join(folder, 'tiers.csv');
  writeFileSync(list, 'account,tier\nBrackwater Foods,1\nNobody at all,2\n');
  const { code, stdout } = await caddie('targets', 'import', list);
  assert.equal(code, 0);
  assert.match(stdout, /^1 row left out, and why: .*tiers\.csv\.unmatched\.ndjson$/m);
  assert.match(
    stdout,
    /^2 rows = 1 proposed \+ 0 unchanged \+ 0 to review \+ 1 unmatched \+ 0 unreadable\.$/m
  );
  const { records } = await org
    .as('manager')
    .query<Record<string, string>>(
      'SELECT Account__r.Name, Tier__c, Status__c, Proposed_By__c FROM Target_Account__c'
    );
  assert.deepEqual(
    records.map(({ Tier__c, Status__c, Proposed_By__c }) => [Tier__c, Status__c, Proposed_By__c]),
    [['1', 'Proposed', org.userId('integration')]]
  );
});
