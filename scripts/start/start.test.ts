import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Connection } from 'jsforce';
import { queryAll } from '../lib/query.ts';
import { killSpawned, spawnCaddie } from '../lib/spawn-caddie.ts';
import { serveTestOrg } from '../lib/testing.ts';
import { openStore } from '../local-org/store/store.ts';
import { openKeptOrg } from './kept-org.ts';

const READY =
  /^Preview: (http:\/\/127\.0\.0\.1:\d+)(\/lightning\/\S+)\nOrg: (http:\/\/localhost:\d+)\nLog in: SF_ACCESS_TOKEN='00D\w+!\S+' npx sf org login access-token --instance-url \3 --no-prompt --alias caddie\n$/;

let data: string;

before(async () => {
  data = await mkdtemp(join(tmpdir(), 'caddie-start-'));
});

after(async () => {
  killSpawned();
  await rm(data, { recursive: true });
});

function start(): ReturnType<typeof spawnCaddie> {
  return spawnCaddie(['start', '--port', '0', '--org-port', '0', '--data', data]);
}

/** What the page's own requests see: the preview's proxy asks the org as the rep. */
async function asRep<Row>(preview: string, soql: string): Promise<Row[]> {
  const connection = new Connection({ instanceUrl: preview, accessToken: 'unused', version: '66.0' });
  return queryAll<Row>(connection, soql);
}

test('the first start fills the org and shows a deal; the second goes on with it', async () => {
  const first = start();
  const [, preview, path] = READY.exec(await first.saying(READY))!;
  assert.match(path!, /^\/lightning\/r\/Opportunity\/006\w{15}\/view$/);
  assert.equal((await fetch(`${preview}${path}`)).status, 200);

  const [deal] = await asRep<{ Name: string; Amount: number; Owner: { Name: string } }>(
    preview!,
    `SELECT Name, Amount, Owner.Name FROM Opportunity WHERE Id = '${path!.split('/')[4]}'`
  );
  assert.deepEqual(
    [deal?.Name, deal?.Amount, deal?.Owner.Name],
    ['Brackwater Foods twelve plants', 109_580, 'Robin Vega']
  );
  const [piece] = await asRep<{ Status__c: string; Approvals__c: number }>(
    preview!,
    "SELECT Status__c, Approvals__c FROM Guidance__c WHERE Key__c = 'agree-close-plan-before-pricing'"
  );
  assert.deepEqual([piece?.Status__c, piece?.Approvals__c], ['Published', 3]);
  const count = 'SELECT COUNT(Id) n FROM Opportunity';
  assert.deepEqual((await asRep<{ n: number }>(preview!, count))[0]?.n, 36);

  const stopped = await first.stop('SIGINT');
  assert.equal(stopped.code, 0);
  assert.match(
    stopped.stderr,
    /^Local org with force-app: done in [\d.]+ s\nSample data: done in .*\nContent: done in .*\nPreview: done in .*\n$/
  );

  const second = start();
  const [, again] = READY.exec(await second.saying(READY))!;
  assert.deepEqual((await asRep<{ n: number }>(again!, count))[0]?.n, 36);
  const ended = await second.stop('SIGTERM');
  assert.equal(ended.code, 0);
  assert.doesNotMatch(ended.stderr, /Sample data/);
});

test('a start beside another one does not touch its records', async () => {
  const org = await serveTestOrg();
  const port = new URL(org.instanceUrl).port;
  const folder = await mkdtemp(join(data, 'running-'));
  await writeFile(join(folder, 'org.sqlite'), 'in use');
  try {
    const args = ['start', '--port', '0', '--org-port', port, '--data', folder, '--reset'];
    assert.deepEqual(await spawnCaddie(args).finished, {
      code: 1,
      stdout: '',
      stderr: `Error (PORT_IN_USE): Port ${port} is in use.\nStop what listens there, or choose another port; 0 takes a free one.\n`
    });
    assert.equal(await readFile(join(folder, 'org.sqlite'), 'utf8'), 'in use');
  } finally {
    await org.close();
  }
});

test('a start that is stopped on the way ends at once and well', async () => {
  const begun = start();
  await begun.saying(/^Local org with force-app: done/, 'stderr');
  const { code, stdout } = await begun.stop('SIGINT');
  assert.deepEqual([code, stdout], [0, '']);
});

test('an org that was not filled to the end, or is not wanted, is begun anew; other files stay', async () => {
  const folder = await mkdtemp(join(data, 'kept-'));
  await writeFile(join(folder, 'org.sqlite'), 'half');
  await writeFile(join(folder, 'notes.txt'), 'mine');
  assert.equal(await openKeptOrg(folder, false), false);
  await writeFile(join(folder, 'org.sqlite'), 'whole');
  await writeFile(join(folder, 'complete'), '');
  assert.equal(await openKeptOrg(folder, false), true);
  assert.equal(await openKeptOrg(folder, true), false);
  assert.deepEqual((await readdir(folder)).toSorted(), ['notes.txt']);
});

test('the records of an org that is running are not reset', async () => {
  const folder = await mkdtemp(join(data, 'busy-'));
  const store = openStore(folder);
  try {
    await assert.rejects(openKeptOrg(folder, true), {
      errorCode: 'ORG_IN_USE',
      message: `The org in ${folder} is running: a folder serves one org at a time`
    });
  } finally {
    store.close();
  }
});

test('preview alone shows a running org as the user whose token it gets', async () => {
  const org = await serveTestOrg();
  try {
    const preview = spawnCaddie(['preview', '--port', '0', '--instance-url', org.instanceUrl], {
      CADDIE_ACCESS_TOKEN: org.users.find(({ persona }) => persona === 'manager')!.accessToken
    });
    const text = await preview.saying(/\nOrg: .*\n/);
    const [, url] = /^Preview: (\S+)\n/.exec(text)!;
    assert.equal(text, `Preview: ${url}\nOrg: ${org.instanceUrl}\n`);
    const [me] = await asRep<{ Username: string }>(
      url!,
      `SELECT Username FROM User WHERE Id = '${org.userId('manager')}'`
    );
    assert.equal(me?.Username, 'manager@caddie.example');
    assert.equal((await preview.stop('SIGTERM')).code, 0);
  } finally {
    await org.close();
  }
});
