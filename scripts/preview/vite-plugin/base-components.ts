import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import type { Plugin } from 'vite';

import type { ModuleRoot } from './module-index.ts';

const PACKAGE = createRequire(import.meta.url).resolve('lightning-base-components/package.json');

interface Manifest {
  version: string;
  lwc: { expose: string[]; modules: ({ name: string; path: string } | { dir: string })[] };
}

const manifest = JSON.parse(readFileSync(PACKAGE, 'utf8')) as Manifest;

const ICONS = /^lightning\/(iconSvgTemplates(?:Action|Custom|Doctype|Standard|Utility)(?:Rtl)?)$/;

/**
 * Asked for by two base components and missing from the package. The browser's preview has no mobile
 * capabilities, and `reflectAttribute` is as its two callers use it.
 */
const ABSENT: Readonly<Record<string, string>> = {
  'lightning/mobileCapabilities': 'export const getBarcodeScanner = () => ({ isAvailable: () => false });',
  'lightning/primitiveUtils':
    'export function reflectAttribute(component, name, value) {' +
    ' if (value) { component.setAttribute(name, value); } else { component.removeAttribute(name); } }'
};

/** Where the package keeps its components. */
export const BASE_COMPONENTS: ModuleRoot = {
  namespace: 'lightning',
  folder: join(dirname(PACKAGE), 'src', 'lightning')
};
export const BASE_COMPONENTS_VERSION = manifest.version;

/** The modules that the package offers to others, without its icons: those are loaded a library at a time. */
export const OFFERED = manifest.lwc.expose.filter((specifier) => !specifier.includes('iconSvgTemplates'));

const scoped = new Map(
  manifest.lwc.modules.flatMap((module) =>
    'name' in module ? [[module.name, join(dirname(PACKAGE), module.path)]] : []
  )
);

/** The English text or the setting that the package brings for a `@salesforce/…` module; undefined when it has none. */
export function packagedScopedModule(specifier: string): string | undefined {
  return scoped.get(specifier);
}

/** The file name under which an icon library is served, or null for any other module. */
export function iconLibrary(specifier: string): string | null {
  const match = ICONS.exec(specifier);
  return match ? match[1] : null;
}

/** Resolves what the base components ask for beyond components: their texts, icons and two absent modules. */
export function baseComponentsPlugin(): Plugin {
  return {
    name: 'caddie:base-components',
    enforce: 'pre',
    resolveId(specifier) {
      const library = iconLibrary(specifier);
      if (library) {
        return { id: `./${library}.js`, external: true };
      }
      return specifier in ABSENT ? `\0${specifier}` : (scoped.get(specifier) ?? null);
    },
    load: (id) => (id.slice(1) in ABSENT ? { code: ABSENT[id.slice(1)], moduleType: 'js' } : null)
  };
}
