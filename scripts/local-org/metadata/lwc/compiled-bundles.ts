import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CompiledBundle } from './compile.ts';

/** What decides what the compiler says, beside the source. */
const COMPILERS = ['@lwc/compiler', '@babel/core', '@babel/preset-typescript'];
const OWN_CODE = ['compile-file.ts', 'script.ts', 'compile.ts'];

const require = createRequire(import.meta.url);
const here = dirname(fileURLToPath(import.meta.url));
let results: string | undefined;

/** Beside the packages; a folder for each version of the compilers and of the code around them. */
function folderOfResults(): string {
  if (results) return results;
  const hash = createHash('sha256');
  const manifests = COMPILERS.map((name) => require.resolve(`${name}/package.json`));
  for (const file of [...manifests, ...OWN_CODE.map((name) => join(here, name))]) {
    hash.update(readFileSync(file));
  }
  const cache = join(here, '../../../../node_modules/.cache/local-org');
  results = join(cache, `components-${hash.digest('hex').slice(0, 16)}`);
  return results;
}

/** What an earlier process found out about the same bundle, if it is still there. */
export function readCompiled(key: string, folder = folderOfResults()): CompiledBundle | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, `${key}.json`), 'utf8')) as CompiledBundle;
  } catch {
    // Not there, or not whole: it is compiled again.
    return undefined;
  }
}

/** Keeps a result for later processes; where nothing can be written, they compile again. */
export function keepCompiled(key: string, compiled: CompiledBundle, folder = folderOfResults()): void {
  try {
    mkdirSync(folder, { recursive: true });
    const unfinished = join(folder, `${key}.${process.pid}`);
    writeFileSync(unfinished, JSON.stringify(compiled));
    renameSync(unfinished, join(folder, `${key}.json`));
  } catch {
    return;
  }
}
