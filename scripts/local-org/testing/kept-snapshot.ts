import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OrgSnapshot } from '../contract.ts';

/** What an org was made of. */
export interface Ingredients {
  /** Files by glob patterns, from the folder in which the tests run. */
  files: readonly string[];
  /** Whatever else it depends on: a clock, a list of people. */
  values?: unknown;
}

const FOLDER = 'node_modules/.cache/local-org';

/** What every org of this project rests on: its own code and the packages with which it reads metadata. */
const OWN_CODE = ['package-lock.json', 'scripts/local-org/**/*.{ts,json}'];

/**
 * The snapshot of an org that takes long to make, such as one with a whole project deployed: made once, and kept on
 * disk for all test files and later runs until an ingredient changes.
 */
export async function keptSnapshot(
  name: string,
  ingredients: Ingredients,
  make: () => Promise<OrgSnapshot>,
  folder = FOLDER
): Promise<OrgSnapshot> {
  const file = `${name}-${hashOf(ingredients)}.sqlite`;
  const known = read(join(folder, file));
  if (known) return known;
  const snapshot = await make();
  keep(folder, file, snapshot);
  for (const other of readdirSync(folder)) {
    if (other.startsWith(`${name}-`) && other.endsWith('.sqlite') && other !== file) {
      rmSync(join(folder, other), { force: true });
    }
  }
  return snapshot;
}

function read(path: string): OrgSnapshot | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Whole or not at all, since several test files may be making the same one. */
function keep(folder: string, file: string, snapshot: OrgSnapshot): void {
  mkdirSync(folder, { recursive: true });
  const unfinished = join(folder, `${file}.${process.pid}`);
  writeFileSync(unfinished, snapshot);
  renameSync(unfinished, join(folder, file));
}

function hashOf({ files, values }: Ingredients): string {
  const hash = createHash('sha256').update(JSON.stringify([process.version, values ?? null]));
  for (const path of globSync([...OWN_CODE, ...files]).sort()) {
    if (/\.test\.ts$/.test(path)) continue;
    const content = readIfFile(path);
    if (content) hash.update(`\0${path}\0`).update(content);
  }
  return hash.digest('hex').slice(0, 32);
}

function readIfFile(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EISDIR') return undefined;
    throw error;
  }
}
