import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';

const BLOCK = 512;
const REGULAR_FILE = new Set(['0', '\0']);

function text(block: Buffer, start: number, length: number): string {
  const end = block.indexOf(0, start);
  return block.toString('utf8', start, end === -1 || end > start + length ? start + length : end);
}

/**
 * Writes the regular files of a ustar archive below `folder`, with their modes. Other entries are skipped.
 * @throws Error when an entry's path would leave the folder.
 */
export function untar(archive: Buffer, folder: string): void {
  let offset = 0;
  while (offset + BLOCK <= archive.length) {
    const header = archive.subarray(offset, offset + BLOCK);
    const name = text(header, 0, 100);
    if (name === '') {
      return;
    }
    const prefix = text(header, 345, 155);
    const mode = parseInt(text(header, 100, 8), 8);
    const size = parseInt(text(header, 124, 12), 8);
    if (REGULAR_FILE.has(String.fromCharCode(header[156]))) {
      const target = resolve(folder, prefix, name);
      if (!target.startsWith(resolve(folder) + sep)) {
        throw new Error(`The archive holds a path outside of its folder: ${name}`);
      }
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, archive.subarray(offset + BLOCK, offset + BLOCK + size), { mode });
    }
    offset += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
}
