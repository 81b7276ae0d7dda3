import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { createOrg } from '../../local-org/org.ts';

const CADDIE = join(import.meta.dirname, '../../caddie.ts');

test('an org is kept and restored on the command line', () => {
  const data = mkdtempSync(join(tmpdir(), 'caddie-snapshot-'));
  const caddie = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [CADDIE, 'org', ...args, '--data', data], {
      encoding: 'utf8'
    });
    return { status, stdout, stderr };
  };
  try {
    createOrg({ dataDir: data }).close();
    const file = join(data, 'snapshots', 'clean.sqlite');
    assert.deepEqual(caddie('snapshot', 'clean'), { status: 0, stdout: `Kept as ${file}.\n`, stderr: '' });
    const restored = caddie('restore', 'clean', '--json');
    assert.equal(restored.status, 0);
    assert.equal(JSON.parse(restored.stdout).file, file);
    assert.deepEqual(caddie('restore', 'other'), {
      status: 1,
      stdout: '',
      stderr: `Error (NO_SNAPSHOT): There is no snapshot other in ${join(data, 'snapshots')}.\nThere are: clean\n`
    });
  } finally {
    rmSync(data, { recursive: true });
  }
});
