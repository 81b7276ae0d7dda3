import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { textOf } from '../package/zip.ts';
import type { Bundle, BundleProblem, ModuleReference } from './bundle.ts';
import { keepCompiled, readCompiled } from './compiled-bundles.ts';

/** What a bundle says by itself; whether its references exist depends on the org. */
export interface CompiledBundle {
  problems: readonly BundleProblem[];
  references: readonly ModuleReference[];
}

export interface CompileOptions {
  /** The component's own, from its configuration file. */
  apiVersion: number;
  dynamicComponents: boolean;
}

/** Enough for every version of every component that a day's work deploys; a result is a few hundred bytes. */
const CACHE_SIZE = 1000;
const cache = new Map<string, CompiledBundle>();

/**
 * Strips types and runs the LWC compiler over every file of the bundle. The same files are compiled only once, by
 * whatever process.
 */
export function compileBundle(bundle: Bundle, options: CompileOptions): CompiledBundle {
  const key = hashOf(bundle, options);
  const known = cache.get(key) ?? readCompiled(key);
  const compiled = known ?? compileAll(bundle, options);
  if (!known) keepCompiled(key, compiled);
  const [oldest] = cache.keys();
  if (cache.size >= CACHE_SIZE && oldest !== undefined) cache.delete(oldest);
  cache.set(key, compiled);
  return compiled;
}

const require = createRequire(import.meta.url);

function compileAll(bundle: Bundle, options: CompileOptions): CompiledBundle {
  // The compiler takes longer to load than everything else together, and most processes don't need it.
  const { compileFile } = require('./compile-file.ts') as typeof import('./compile-file.ts');
  const parts = [...bundle.files].map(([file, content]) =>
    compileFile(bundle, file, textOf(content), options)
  );
  return {
    problems: parts.flatMap((part) => part.problems),
    references: parts.flatMap((part) => part.references)
  };
}

function hashOf({ name, files }: Bundle, options: CompileOptions): string {
  const hash = createHash('sha256').update(JSON.stringify([name, options]));
  for (const [file, content] of files) hash.update(`\0${file}\0${content.byteLength}\0`).update(content);
  return hash.digest('hex');
}
