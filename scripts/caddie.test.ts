import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { aPiece } from './content/testing/piece.ts';
import { killSpawned, spawnCaddie } from './lib/spawn-caddie.ts';

after(killSpawned);

test('help names every command, the exit codes and an example', async () => {
  const { code, stdout, stderr } = await spawnCaddie(['--help']).finished;
  assert.deepEqual([code, stderr], [0, '']);
  for (const text of ['start [options]', 'preview [options]', 'org ', 'content ', '0  done', '$ npm start']) {
    assert.ok(stdout.includes(text), text);
  }
});

const commands = [
  ['start'],
  ['org', 'start'],
  ['org', 'load'],
  ['preview'],
  ['content', 'check'],
  ['content', 'push'],
  ['sync', 'usage'],
  ['sync', 'status'],
  ['sync', 'export'],
  ['sync', 'erase'],
  ['sync', 'signals'],
  ['targets', 'import']
];

for (const command of commands) {
  test(`caddie ${command.join(' ')} --help ends with an example`, async () => {
    const { code, stdout, stderr } = await spawnCaddie([...command, '--help']).finished;
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(stdout, /\nExamples:\n {2}\$ \S/);
  });
}

const wrongUsages: [args: string[], message: string][] = [
  [['content', 'psuh'], "error: unknown command 'psuh'\n(Did you mean push?)"],
  [['org', 'load'], "error: missing required argument 'dir'"],
  [['org', 'load', 'x', '--as-of', '30.11.2026'], 'A day is written like 2026-11-30.'],
  [['sync', 'usage', '--retention-days', '3'], 'It is a whole number of days, 7 or more.'],
  [['sync', 'erase'], "error: required option '--user <user>' not specified"],
  [['org', 'start', '--port', 'http'], 'A port is a whole number from 0 to 65535.'],
  [
    ['content', 'push', '--target-org', 'a', '--instance-url', 'https://b.example'],
    "error: option '-o, --target-org <org>' cannot be used with option '--instance-url <url>'"
  ]
];

for (const [args, message] of wrongUsages) {
  test(`caddie ${args.join(' ')} is wrong usage`, async () => {
    const { code, stdout, stderr } = await spawnCaddie(args).finished;
    assert.deepEqual([code, stdout], [2, '']);
    assert.ok(stderr.includes(message), stderr);
    assert.ok(stderr.endsWith('Run it with --help to see how it is used.\n'), stderr);
  });
}

test('without an org a person reads on stderr what to give', async () => {
  assert.deepEqual(await spawnCaddie(['content', 'push']).finished, {
    code: 1,
    stdout: '',
    stderr:
      'Error (NO_ORG): No org is named.\n' +
      'Give --target-org with an alias of the Salesforce CLI (sf org list shows them),\n' +
      'or --instance-url together with CADDIE_ACCESS_TOKEN in the environment.\n'
  });
});

test('an org that is off is told to a program on stdout', async () => {
  const env = { CADDIE_ACCESS_TOKEN: '00D!x' };
  const url = `http://localhost:${await freePort()}`;
  const { code, stdout, stderr } = await spawnCaddie(
    ['content', 'push', '--instance-url', url, '--json'],
    env
  ).finished;
  const { error } = JSON.parse(stdout) as { error: { code: string } };
  assert.deepEqual([code, stderr, error.code], [1, '', 'ORG_UNREACHABLE']);
});

test('content check says file, line and what to write, and ends with 1', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'caddie-cli-'));
  const file = join(folder, 'agree-the-close-plan.md');
  try {
    await writeFile(file, aPiece());
    const good = await spawnCaddie(['content', 'check', folder]).finished;
    assert.deepEqual(good, { code: 0, stdout: '1 piece checked against force-app: all fit.\n', stderr: '' });
    await writeFile(file, aPiece().replace('object: Opportunity', 'object: Oportunity'));
    const bad = await spawnCaddie(['content', 'check', folder]).finished;
    assert.deepEqual([bad.code, bad.stderr], [1, '']);
    assert.match(
      bad.stdout,
      /agree-the-close-plan\.md:6: There is no object "Oportunity" in force-app\. Write "Opportunity"\.\n1 piece checked against force-app: 1 refused, 1 problem\.\n$/
    );
    const program = await spawnCaddie(['content', 'check', folder, '--json']).finished;
    const { files, problems } = JSON.parse(program.stdout) as { files: number; problems: { line: number }[] };
    assert.deepEqual([program.code, files, problems[0]?.line], [1, 1, 6]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('org start says one line of JSON, serves the sources, and stops with 0', async () => {
  const org = spawnCaddie(['org', 'start', '--port', '0', '--json']);
  const line = await org.saying(/\n/);
  const { instanceUrl, users } = JSON.parse(line) as {
    instanceUrl: string;
    users: { username: string; persona: string; accessToken: string }[];
  };
  assert.deepEqual(
    users.map((user) => Object.keys(user)),
    users.map(() => ['username', 'persona', 'accessToken'])
  );
  assert.deepEqual(
    users.map(({ persona }) => persona),
    ['rep', 'rep2', 'manager', 'author', 'marketing', 'finance', 'admin', 'integration']
  );
  const rep = users[0]!;
  const answer = await fetch(`${instanceUrl}/services/data/v66.0/sobjects/Guidance__c/describe`, {
    headers: { Authorization: `Bearer ${rep.accessToken}` }
  });
  assert.equal(answer.status, 200);

  const pushed = await spawnCaddie(['content', 'push', '--instance-url', instanceUrl, '--json'], {
    CADDIE_ACCESS_TOKEN: users.find(({ persona }) => persona === 'author')!.accessToken
  }).finished;
  const { created } = JSON.parse(pushed.stdout) as { created: number };
  assert.ok(pushed.code === 0 && created > 40, pushed.stdout);

  const stopped = await org.stop('SIGTERM');
  assert.deepEqual([stopped.code, stopped.stdout, stopped.stderr], [0, line, '']);
});

test('org start for a person does not show tokens', async () => {
  const org = spawnCaddie(['org', 'start', '--port', '0']);
  const text = await org.saying(/Ctrl-C stops\.\n/);
  assert.match(
    text,
    /^Local org: http:\/\/localhost:\d+\nRecords live in memory and go when it stops\.\nUsers:\n/
  );
  assert.doesNotMatch(text, /00D/);
  assert.equal((await org.stop('SIGINT')).code, 0);
});

test('a port that is taken is named', async () => {
  const other = createServer().listen(0, 'localhost');
  await new Promise((resolve) => other.once('listening', resolve));
  const { port } = other.address() as AddressInfo;
  const { code, stdout } = await spawnCaddie(['org', 'start', '--port', String(port), '--json']).finished;
  other.close();
  assert.equal(code, 1);
  assert.deepEqual(JSON.parse(stdout), {
    error: {
      code: 'PORT_IN_USE',
      message: `Port ${port} is in use.`,
      actions: ['Stop what listens there, or choose another port; 0 takes a free one.']
    }
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, 'localhost');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
