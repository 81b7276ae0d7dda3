import { dirname, join, resolve } from 'node:path';

import { version as lwcVersion } from '@lwc/compiler';
import { version as viteVersion } from 'vite';

import {
  BASE_COMPONENTS,
  BASE_COMPONENTS_VERSION,
  OFFERED,
  baseComponentsPlugin
} from './base-components.ts';
import { BundleCache } from './bundle-cache.ts';
import { bundle, type Bundle, type Chunk } from './bundle.ts';
import { fingerprint } from './fingerprint.ts';
import { lwcPlugin } from './lwc-plugin.ts';
import { indexModules, type ModuleRoot } from './module-index.ts';
import { offeredModulesPlugin, offeringEntry, type OfferedModules } from './offered-modules.ts';
import { scopedModulesPlugin } from './scoped-modules.ts';

const PREVIEW = dirname(import.meta.dirname);
const PROJECT = resolve(PREVIEW, '..', '..');
const PLATFORM = join(PREVIEW, 'platform');
const SHELL = join(PREVIEW, 'shell');
const CACHE = join(PROJECT, 'node_modules', '.cache', 'caddie-preview');
const NO_LABELS = { texts: new Map<string, string>(), files: [] };
const VERSIONS = [lwcVersion, viteVersion, BASE_COMPONENTS_VERSION];
const ENGINE = /@lwc[\\/]engine-dom[\\/]/;

/** Base components reach for the navigation, so it is bundled with them. */
const BASE_ROOTS: ModuleRoot[] = [BASE_COMPONENTS, { namespace: 'force', folder: join(PLATFORM, 'force') }];
const BASE_MODULES = ['lwc', 'force/navigation', ...OFFERED];

const STAND_IN_NAMESPACES = [
  'lightning',
  'flexipage',
  'force',
  'home',
  'runtime_sales_activities',
  'runtime_sales_pathassistant'
];
const STAND_IN_ROOTS: ModuleRoot[] = STAND_IN_NAMESPACES.map((namespace) => ({
  namespace,
  folder: join(PLATFORM, namespace)
}));
/** `data` and `controls` hold what several stand-ins share. */
const SHARED_ROOTS: ModuleRoot[] = ['data', 'controls'].map((namespace) => ({
  namespace,
  folder: join(PLATFORM, namespace)
}));
const SHELL_ROOTS: ModuleRoot[] = [{ namespace: 'shell', folder: SHELL }, ...SHARED_ROOTS];

/** URL of the cache's folder on the preview's server. */
export const BUNDLES_URL = '/@caddie/bundles/';

/** The engine, the base components, the stand-ins and the shell, ready to be served. */
export interface PlatformBundles {
  folder: string;
  /** What components can import, and from where. */
  offered: OfferedModules;
  /** The engine and the base components, to be fetched early. */
  baseUrl: string;
  /** Exports `start()`. */
  shellUrl: string;
}

interface Index {
  url: string;
  offered: OfferedModules;
}

function mainFiles(roots: readonly ModuleRoot[]): (specifier: string, bundled: Bundle) => string | undefined {
  const modules = indexModules(roots);
  return (specifier, { exportsOf }) =>
    specifier === 'lwc' ? [...exportsOf.keys()].find((id) => ENGINE.test(id)) : modules.get(specifier)?.main;
}

/** Describes what a bundle's entry offers, made by `offeringEntry` from the same specifiers. */
function describe(
  name: string,
  entry: string,
  bundled: Bundle,
  specifiers: readonly string[],
  roots: readonly ModuleRoot[]
): Index {
  const url = `${BUNDLES_URL}${name}/${entry}.js`;
  const mainFile = mainFiles(roots);
  const offered = specifiers.map((specifier, index) => {
    const exports = bundled.exportsOf.get(mainFile(specifier, bundled) ?? '') ?? [];
    return [specifier, { url, binding: `module${index}`, exports }] as const;
  });
  return { url, offered: Object.fromEntries(offered) };
}

async function makeBase(name: string): Promise<{ chunks: Chunk[]; index: Index }> {
  const bundled = await bundle({
    root: PROJECT,
    entries: { base: offeringEntry(BASE_MODULES, ['@lwc/synthetic-shadow']) },
    plugins: [scopedModulesPlugin(NO_LABELS), baseComponentsPlugin(), lwcPlugin(BASE_ROOTS)]
  });
  return { chunks: bundled.chunks, index: describe(name, 'base', bundled, BASE_MODULES, BASE_ROOTS) };
}

async function makePlatform(name: string, base: OfferedModules): Promise<{ chunks: Chunk[]; index: Index }> {
  const standIns = [...indexModules(STAND_IN_ROOTS).keys()].filter((specifier) => !(specifier in base));
  const registry = standIns.map((specifier, index) => `'${specifier}': module${index}`);
  const entry = [
    offeringEntry(standIns),
    `export const standIns = { ${registry.join(', ')} };`,
    "export { start } from 'shell/main';"
  ];
  const roots = [...STAND_IN_ROOTS, ...SHELL_ROOTS];
  const bundled = await bundle({
    root: PROJECT,
    entries: { platform: entry.join('\n') },
    plugins: [offeredModulesPlugin(base), scopedModulesPlugin(NO_LABELS), lwcPlugin(roots)]
  });
  return { chunks: bundled.chunks, index: describe(name, 'platform', bundled, standIns, roots) };
}

/**
 * The bundles for this state of the preview's sources; made when the cache has none (some seconds for the base
 * components, one for the rest).
 */
export async function platformBundles(
  onProgress: (step: string) => void = () => {}
): Promise<PlatformBundles> {
  const cache = new BundleCache(CACHE);
  const baseName = `base-${fingerprint([import.meta.dirname, join(PLATFORM, 'force', 'navigation')], VERSIONS)}`;
  const base = await cache.get(baseName, () => {
    onProgress('Compiling the Lightning base components (first start only)');
    return makeBase(baseName);
  });
  const platformName = `platform-${fingerprint([PLATFORM, SHELL], [baseName])}`;
  const platform = await cache.get(platformName, () => {
    onProgress('Compiling the preview');
    return makePlatform(platformName, base.offered);
  });
  return {
    folder: CACHE,
    offered: { ...platform.offered, ...base.offered },
    baseUrl: base.url,
    shellUrl: platform.url
  };
}

/** Compiles one of the base components' icon libraries, such as `iconSvgTemplatesUtility`, and answers the file. */
export async function iconLibraryBundle(library: string, offered: OfferedModules): Promise<string> {
  // It names the engine's URL, so another engine's bundle needs another copy.
  const name = `${library}-${fingerprint([], [offered.lwc.url])}`;
  await new BundleCache(CACHE).get(name, async () => {
    const { chunks } = await bundle({
      root: PROJECT,
      entries: { [library]: `export { default } from 'lightning/${library}';` },
      plugins: [offeredModulesPlugin(offered), lwcPlugin([BASE_COMPONENTS])]
    });
    return { chunks, index: {} };
  });
  return join(CACHE, name, `${library}.js`);
}
