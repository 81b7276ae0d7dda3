import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, it } from 'node:test';

import { untar } from './untar.ts';

const folder = mkdtempSync(join(tmpdir(), 'caddie-untar-'));
after(() => rmSync(folder, { recursive: true, force: true }));

function entry(name: string, content: string, type = '0', mode = '0000644'): Buffer {
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write(mode, 100);
  header.write(Buffer.byteLength(content).toString(8).padStart(11, '0'), 124);
  header.write(type, 156);
  const body = Buffer.alloc(Math.ceil(Buffer.byteLength(content) / 512) * 512);
  body.write(content);
  return Buffer.concat([header, body]);
}

it('writes files with their folders and modes, and leaves other entries out', () => {
  const end = Buffer.alloc(1024);
  untar(
    Buffer.concat([
      entry('lib/', '', '5'),
      entry('lib/a.so', 'x'.repeat(600), '0', '0000755'),
      entry('b', ''),
      end
    ]),
    folder
  );
  assert.equal(readFileSync(join(folder, 'lib/a.so'), 'utf8'), 'x'.repeat(600));
  assert.equal(statSync(join(folder, 'lib/a.so')).mode & 0o777, 0o755);
  assert.equal(readFileSync(join(folder, 'b'), 'utf8'), '');
});

it('refuses a path outside of the folder', () => {
  assert.throws(() => untar(entry('../outside', 'x'), folder), {
    message: 'The archive holds a path outside of its folder: ../outside'
  });
  assert.equal(existsSync(join(folder, '../outside')), false);
});
