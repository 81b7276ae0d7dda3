import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, extname, resolve } from 'node:path';

import type { Plugin } from 'vite';

import { compileLwc, stripTypes } from './compile.ts';
import { indexModules, ownerOf, type LwcModule, type ModuleRoot } from './module-index.ts';

/** Keeps Vite's own handling of `.html` and `.css` away from the files that the LWC compiler owns. */
const COMPILED = '.lwc';
const SCOPED = '.scoped';
const NO_TEMPLATE = '\0caddie:no-template';
const NO_STYLES = '\0caddie:no-styles';
const SCRIPT_EXTENSIONS = ['.ts', '.js', '/index.js'];

/**
 * These style sheets of the base components apply to native shadow only (each rule asks for
 * `data-render-mode="shadow"`); under synthetic shadow they are four megabytes without effect.
 */
const NATIVE_SHADOW_ONLY = '.lbc.native.css';

function resolveMarkup(file: string, scoped: boolean): string {
  if (existsSync(file) && !file.endsWith(NATIVE_SHADOW_ONLY)) {
    return file + (scoped ? SCOPED : '') + COMPILED;
  }
  // A component may do without HTML or CSS; the compiled code asks for both all the same.
  return file.endsWith('.css') ? NO_STYLES : NO_TEMPLATE;
}

function resolveRelative(specifier: string, importer: string): string | null {
  const [path, query = ''] = specifier.split('?');
  const from = importer.replace(COMPILED, '').replace(`.css${SCOPED}`, '.css');
  const file = resolve(dirname(from), path);
  if (file.endsWith('.html') || file.endsWith('.css')) {
    return resolveMarkup(file, query.includes('scoped'));
  }
  const candidates = extname(file) === '.ts' || extname(file) === '.js' ? [file] : [];
  candidates.push(...SCRIPT_EXTENSIONS.map((extension) => file + extension));
  return candidates.find((candidate) => existsSync(candidate) && statSync(candidate).isFile()) ?? null;
}

function importable(module: LwcModule): string {
  return extname(module.main) === '.html' || extname(module.main) === '.css'
    ? resolveMarkup(module.main, false)
    : module.main;
}

/** Resolves and compiles the Lightning web components below the given roots. */
export function lwcPlugin(roots: readonly ModuleRoot[]): Plugin {
  const modules = indexModules(roots);

  return {
    name: 'caddie:lwc',
    enforce: 'pre',
    resolveId(specifier, importer) {
      const module = modules.get(specifier);
      if (module) {
        return importable(module);
      }
      const owned = importer !== undefined && ownerOf(importer, roots) !== null;
      return owned && specifier.startsWith('.') ? resolveRelative(specifier, importer) : null;
    },
    load(id) {
      if (id === NO_TEMPLATE || id === NO_STYLES) {
        return { code: `export default ${id === NO_STYLES ? '[]' : 'undefined'};`, moduleType: 'js' };
      }
      const owner = ownerOf(id, roots);
      if (owner && id.endsWith(COMPILED)) {
        const scoped = id.endsWith(SCOPED + COMPILED);
        const path = id.slice(0, -(COMPILED.length + (scoped ? SCOPED.length : 0)));
        this.addWatchFile(path);
        const { code } = compileLwc({ path, source: readFileSync(path, 'utf8'), scoped, ...owner });
        return { code, moduleType: 'js' };
      }
      if (owner && extname(id) === '.ts') {
        return { ...stripTypes(readFileSync(id, 'utf8'), id), moduleType: 'js' };
      }
      return null;
    },
    transform(source, id) {
      const owner = ownerOf(id, roots);
      if (owner && (extname(id) === '.ts' || extname(id) === '.js')) {
        return compileLwc({ path: id, source, ...owner });
      }
      return null;
    }
  };
}
