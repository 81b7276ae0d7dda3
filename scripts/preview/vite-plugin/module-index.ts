import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** A folder of component bundles, and the namespace that their tags begin with. */
export interface ModuleRoot {
  namespace: string;
  folder: string;
}

/** A component bundle, module or style sheet that can be imported as `namespace/name`. */
export interface LwcModule {
  specifier: string;
  namespace: string;
  name: string;
  folder: string;
  /** The file that an import of the specifier means. */
  main: string;
}

const MAIN_EXTENSIONS = ['.ts', '.js', '.html', '.css'];

function mainFile(folder: string, name: string): string | undefined {
  return MAIN_EXTENSIONS.map((extension) => join(folder, name + extension)).find((file) => existsSync(file));
}

/** All modules of the roots by specifier. Where two roots have the same one, the earlier root wins. */
export function indexModules(roots: readonly ModuleRoot[]): Map<string, LwcModule> {
  const modules = new Map<string, LwcModule>();
  for (const { namespace, folder } of roots) {
    for (const name of existsSync(folder) ? readdirSync(folder) : []) {
      const specifier = `${namespace}/${name}`;
      const main = mainFile(join(folder, name), name);
      if (main && !modules.has(specifier)) {
        modules.set(specifier, { specifier, namespace, name, folder: join(folder, name), main });
      }
    }
  }
  return modules;
}

/** The namespace and bundle name of a file inside one of the roots, or null for a file elsewhere. */
export function ownerOf(
  file: string,
  roots: readonly ModuleRoot[]
): { namespace: string; name: string } | null {
  for (const { namespace, folder } of roots) {
    const path = relative(folder, file);
    if (path.includes(sep) && !path.startsWith('..')) {
      return { namespace, name: path.slice(0, path.indexOf(sep)) };
    }
  }
  return null;
}

/** Every folder named `lwc` below a source folder: a project may keep one a feature. */
export function lwcFolders(sourceDir: string): string[] {
  if (!existsSync(sourceDir)) {
    return [];
  }
  return readdirSync(sourceDir)
    .filter((name) => name !== 'node_modules' && statSync(join(sourceDir, name)).isDirectory())
    .flatMap((name) => (name === 'lwc' ? [join(sourceDir, name)] : lwcFolders(join(sourceDir, name))));
}
