/**
 * Lets Node import the components' pure modules as the browser does: `c/<name>` from any feature folder, and files of
 * a bundle by a path without extension.
 */
import { existsSync, globSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { basename } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = new URL('../../', import.meta.url);

/** The file of a bundle's module, by the bundle's name. */
export function moduleFile(name: string): URL {
  const [folder] = globSync(`force-app/main/*/lwc/${name}`, { cwd: fileURLToPath(ROOT) });
  if (!folder) {
    throw new Error(`There is no bundle ${name} below force-app/main/*/lwc.`);
  }
  return pathToFileURL(`${fileURLToPath(ROOT)}${folder}/${basename(folder)}.ts`);
}

/** From now on `import()` finds components' modules. */
export function resolveComponentModules(): void {
  registerHooks({
    resolve(specifier, context, next) {
      if (specifier.startsWith('c/')) {
        return { url: moduleFile(specifier.slice(2)).href, shortCircuit: true };
      }
      if (specifier.startsWith('./') && context.parentURL?.includes('/lwc/')) {
        const file = new URL(`${specifier}.ts`, context.parentURL);
        return existsSync(file) ? { url: file.href, shortCircuit: true } : next(specifier, context);
      }
      return next(specifier, context);
    }
  });
}
