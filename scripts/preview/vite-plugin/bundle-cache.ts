import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs';
import { join } from 'node:path';

import type { Chunk } from './bundle.ts';

const INDEX = 'index.json';
const A_WEEK_MS = 7 * 24 * 3600 * 1000;

/**
 * Bundles on disk: one folder a bundle and state of its sources (`base-<fingerprint>`), with an index that the
 * maker of the bundle chooses.
 */
export class BundleCache {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** The index of a bundle, made with `make` and stored when it is not there yet. */
  async get<Index>(name: string, make: () => Promise<{ chunks: Chunk[]; index: Index }>): Promise<Index> {
    const target = join(this.folder, name);
    if (!existsSync(join(target, INDEX))) {
      const { chunks, index } = await make();
      this.store(target, chunks, index);
      this.forgetOld(name);
    }
    return JSON.parse(readFileSync(join(target, INDEX), 'utf8')) as Index;
  }

  private store(target: string, chunks: readonly Chunk[], index: unknown): void {
    mkdirSync(this.folder, { recursive: true });
    const work = mkdtempSync(`${target}-`);
    for (const { fileName, code, map } of chunks) {
      writeFileSync(join(work, fileName), map ? `${code}//# sourceMappingURL=${fileName}.map\n` : code);
      if (map) {
        writeFileSync(join(work, `${fileName}.map`), map);
      }
    }
    writeFileSync(join(work, INDEX), JSON.stringify(index));
    try {
      renameSync(work, target);
    } catch (error) {
      // Another process stored the same bundle meanwhile.
      rmSync(work, { recursive: true, force: true });
      if (!existsSync(join(target, INDEX))) {
        throw error;
      }
    }
  }

  /** Removes bundles of the same kind that have not been made anew for a week. */
  private forgetOld(name: string): void {
    const kind = name.slice(0, name.indexOf('-') + 1);
    for (const other of readdirSync(this.folder)) {
      const path = join(this.folder, other);
      if (other !== name && other.startsWith(kind) && Date.now() - statSync(path).mtimeMs > A_WEEK_MS) {
        rmSync(path, { recursive: true, force: true });
      }
    }
  }
}
