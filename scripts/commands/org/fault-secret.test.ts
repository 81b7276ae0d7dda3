import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { killSpawned, spawnCaddie } from '../../lib/spawn-caddie.ts';

after(killSpawned);

const SOURCES = 'scripts/local-org/cli/fixture/force-app';
const SECRET = 'known-to-this-test-only';

test('an org started with a secret fails on request', async () => {
  const args = ['org', 'start', '--port', '0', '--source-dir', SOURCES];
  const caddie = spawnCaddie(args, { CADDIE_FAULT_SECRET: SECRET });
  const said = await caddie.saying(/Ctrl-C/);
  const [, url] = /^Faults: (\S+), for whoever knows the secret\.$/m.exec(said) ?? [];
  const fault = { kind: 'status', status: 503, path: '/services' };
  const made = await fetch(url!, {
    method: 'POST',
    headers: { 'X-Fault-Secret': SECRET },
    body: JSON.stringify(fault)
  });
  assert.deepEqual([made.status, await made.json()], [201, { ...fault, id: '1', met: 0 }]);
  assert.equal((await fetch(new URL('/services/data', url))).status, 503);
  assert.ok(!said.includes(SECRET));
  assert.equal((await caddie.stop('SIGTERM')).code, 0);
});

test('a secret that could be guessed is wrong usage', async () => {
  const { code, stderr } = await spawnCaddie(['org', 'start'], { CADDIE_FAULT_SECRET: 'short' }).finished;
  assert.equal(code, 2);
  assert.match(stderr, /A secret has at least 16 characters\./);
});
