import type { Plugin } from 'vite';

/** Where a module that was bundled before is found: a binding of a file, which holds the module's namespace. */
export interface OfferedModule {
  url: string;
  binding: string;
  exports: string[];
}

export type OfferedModules = Readonly<Record<string, OfferedModule>>;

const VIRTUAL = '\0caddie:offered:';

/** The code of an entry that offers each of the modules as one binding, after the side effects of others. */
export function offeringEntry(specifiers: readonly string[], sideEffects: readonly string[] = []): string {
  return [
    ...sideEffects.map((specifier) => `import '${specifier}';`),
    ...specifiers.map((specifier, index) => `import * as module${index} from '${specifier}';`),
    `export { ${specifiers.map((_, index) => `module${index}`).join(', ')} };`
  ].join('\n');
}

/** A pure call, unlike a property that is read, is dropped by the bundler where nobody uses what it answers. */
function reexport({ url, binding, exports }: OfferedModule): string {
  return [
    `import { ${binding} as module } from '${url}';`,
    ...exports.map((name) => {
      const value = `/* @__PURE__ */ Reflect.get(module, '${name}')`;
      return name === 'default' ? `export default ${value};` : `export const ${name} = ${value};`;
    })
  ].join('\n');
}

/**
 * Takes modules from files that are served already, instead of bundling them again: there must be one engine,
 * and one record cache, on a page.
 */
export function offeredModulesPlugin(modules: OfferedModules): Plugin {
  const urls = new Set(Object.values(modules).map(({ url }) => url));
  return {
    name: 'caddie:offered-modules',
    enforce: 'pre',
    resolveId(specifier) {
      if (urls.has(specifier)) {
        return { id: specifier, external: true };
      }
      return specifier in modules ? VIRTUAL + specifier : null;
    },
    load(id) {
      return id.startsWith(VIRTUAL)
        ? { code: reexport(modules[id.slice(VIRTUAL.length)]), moduleType: 'js' }
        : null;
    }
  };
}
