import type { Plugin } from 'vite';

const MODULE = /^(c|lightning|force|flexipage|experience|omnistudio)\/\w+$/;

/** Says plainly which import leads nowhere. Stands last, after every plugin that knows modules. */
export function unknownModulesPlugin(): Plugin {
  return {
    name: 'caddie:unknown-modules',
    enforce: 'pre',
    resolveId(specifier, importer) {
      if (!MODULE.test(specifier)) {
        return null;
      }
      const advice = specifier.startsWith('c/')
        ? 'There is no such component in an lwc folder of the project.'
        : 'The preview has no such module of the platform.';
      throw new Error(`${importer ?? 'A page'} imports ${specifier}. ${advice}`);
    }
  };
}
