import type { Labels } from '../metadata/labels.ts';
import { bundle, type Chunk } from '../vite-plugin/bundle.ts';
import { lwcPlugin } from '../vite-plugin/lwc-plugin.ts';
import type { ModuleRoot } from '../vite-plugin/module-index.ts';
import { offeredModulesPlugin, type OfferedModules } from '../vite-plugin/offered-modules.ts';
import { scopedModulesPlugin } from '../vite-plugin/scoped-modules.ts';
import { unknownModulesPlugin } from './unknown-modules.ts';

export interface ComponentSources {
  /** Folder that messages name files from. */
  root: string;
  roots: readonly ModuleRoot[];
  labels: Labels;
  /** Names of the components that pages show. */
  names: readonly string[];
  offered: OfferedModules;
}

/** The compiled components by file name, and the messages of those that do not compile, by component name. */
export interface ComponentBundle {
  files: ReadonlyMap<string, Chunk>;
  problems: ReadonlyMap<string, string>;
}

function compile(sources: ComponentSources, names: readonly string[]): Promise<Chunk[]> {
  if (names.length === 0) {
    return Promise.resolve([]);
  }
  return bundle({
    root: sources.root,
    // A page asks for a component or two and what they share: one file more, not a dozen small ones.
    sharedChunk: 'shared',
    entries: Object.fromEntries(names.map((name) => [name, `export { default } from 'c/${name}';`])),
    plugins: [
      offeredModulesPlugin(sources.offered),
      scopedModulesPlugin(sources.labels),
      lwcPlugin(sources.roots),
      unknownModulesPlugin()
    ]
  }).then(({ chunks }) => chunks);
}

/** A component that is only a problem throws it where it is imported, so that its place on the page can say so. */
function problemChunk(name: string, message: string): Chunk {
  const code = `throw new Error(${JSON.stringify(message)});`;
  return { fileName: `${name}.js`, entry: name, code, map: null, exports: [] };
}

/**
 * Compiles the components together, so that they share their modules. When one of them has an error, the others
 * are compiled without it.
 */
export async function bundleComponents(sources: ComponentSources): Promise<ComponentBundle> {
  const problems = new Map<string, string>();
  let chunks: Chunk[];
  try {
    chunks = await compile(sources, sources.names);
  } catch {
    for (const name of sources.names) {
      await compile(sources, [name]).catch((error: unknown) =>
        problems.set(name, String((error as Error).message))
      );
    }
    chunks = await compile(
      sources,
      sources.names.filter((name) => !problems.has(name))
    );
  }
  const broken = [...problems].map(([name, message]) => problemChunk(name, message));
  return { files: new Map([...chunks, ...broken].map((chunk) => [chunk.fileName, chunk])), problems };
}
