import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { killSpawned, spawnCaddie } from '../../lib/spawn-caddie.ts';
import { createOrg } from '../../local-org/org.ts';

after(killSpawned);

test('an org is kept and restored on the command line', async () => {
  const data = mkdtempSync(join(tmpdir(), 'caddie-snapshot-'));
  const caddie = (...args: string[]) => spawnCaddie(['org', ...args, '--data', data]).finished;
  try {
    createOrg({ dataDir: data }).close();
    const file = join(data, 'snapshots', 'clean.sqlite');
    assert.deepEqual(await caddie('snapshot', 'clean'), {
      code: 0,
      stdout: `Kept as ${file}.\n`,
      stderr: ''
    });
    const restored = await caddie('restore', 'clean', '--json');
    assert.equal(restored.code, 0);
    assert.equal(JSON.parse(restored.stdout).file, file);
    assert.deepEqual(await caddie('restore', 'other'), {
      code: 1,
      stdout: '',
      stderr: `Error (NO_SNAPSHOT): There is no snapshot other in ${join(data, 'snapshots')}.\nThere are: clean\n`
    });
  } finally {
    rmSync(data, { recursive: true });
  }
});
