import { stripVTControlCharacters } from 'node:util';

import { build, type Plugin } from 'vite';

const ENTRY = 'caddie:entry:';

/** One file of a bundle. */
export interface Chunk {
  fileName: string;
  /** The entry's name, or null for a chunk that entries share. */
  entry: string | null;
  code: string;
  /** The source map as JSON, or null. */
  map: string | null;
  exports: string[];
}

export interface Bundle {
  chunks: Chunk[];
  /** The names that each module of the bundle exports, by the module's file. */
  exportsOf: ReadonlyMap<string, string[]>;
}

export interface BundleOptions {
  /** The code of each entry, by its name. */
  entries: Readonly<Record<string, string>>;
  plugins: Plugin[];
  /** Folder that relative paths in messages and source maps start from. */
  root: string;
  /** The one chunk for everything that several entries share; without a name there are as many as loading least takes. */
  sharedChunk?: string;
}

function entryPlugin(entries: Readonly<Record<string, string>>): Plugin {
  return {
    name: 'caddie:entries',
    enforce: 'pre',
    resolveId: (specifier) => (specifier.startsWith(ENTRY) ? `\0${specifier}` : null),
    load: (id) =>
      id.startsWith(`\0${ENTRY}`) ? { code: entries[id.slice(ENTRY.length + 1)], moduleType: 'js' } : null
  };
}

function exportsPlugin(exportsOf: Map<string, string[]>): Plugin {
  return {
    name: 'caddie:exports',
    buildEnd() {
      for (const id of this.getModuleIds()) {
        exportsOf.set(id, this.getModuleInfo(id)?.exports ?? []);
      }
    }
  };
}

/** The bundler's messages, without colours and without the stacks of its own code. */
function readable(error: unknown): string {
  const { errors, message } = error as { errors?: { message: string }[]; message: string };
  const text = (errors ?? []).map((one) => one.message).join('\n') || message;
  return stripVTControlCharacters(text)
    .split('\n')
    .filter((line) => !/^\s+(at |\.\.\. collapsed)/.test(line))
    .join('\n')
    .trim();
}

/**
 * Bundles the entries into as few modules as their sharing allows, in memory.
 * @throws Error that names file, line and problem
 */
export async function bundle({ entries, plugins, root, sharedChunk }: BundleOptions): Promise<Bundle> {
  const exportsOf = new Map<string, string[]>();
  const result = await build({
    configFile: false,
    root,
    logLevel: 'silent',
    // Types are removed by the same tool as on the platform; Vite's own would drop the decorators.
    oxc: false,
    // As in an org: the engine's development mode warns of what the base components do themselves.
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [entryPlugin(entries), ...plugins, exportsPlugin(exportsOf)],
    build: {
      write: false,
      minify: false,
      sourcemap: true,
      target: 'es2024',
      modulePreload: false,
      rolldownOptions: {
        input: Object.fromEntries(Object.keys(entries).map((name) => [name, ENTRY + name])),
        preserveEntrySignatures: 'strict',
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: '[name]-[hash].js',
          sourcemapExcludeSources: false,
          ...(sharedChunk !== undefined && {
            codeSplitting: { groups: [{ name: sharedChunk, minShareCount: 2 }] }
          })
        }
      }
    }
  }).catch((error: unknown) => {
    throw new Error(readable(error));
  });
  if (!('output' in result)) {
    throw new Error('The bundler answered with something else than one bundle.');
  }
  const chunks = result.output.flatMap((part): Chunk[] =>
    part.type === 'chunk'
      ? [
          {
            fileName: part.fileName,
            entry: part.isEntry ? part.name : null,
            code: part.code,
            map: part.map ? JSON.stringify(part.map) : null,
            exports: part.exports
          }
        ]
      : []
  );
  return { chunks, exportsOf };
}
