/**
 * TypeScript cannot express SFDX's `c/<name>` → `<any feature>/lwc/<name>/<name>.ts` with a wildcard, so the paths are
 * listed in `tsconfig.paths.json`. Run `npm run paths` after adding a bundle; a test keeps the list current.
 */
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = new URL('../../', import.meta.url);
const LIST = new URL('tsconfig.paths.json', ROOT);

/** The text that `tsconfig.paths.json` should have for the bundles that exist now. */
export function componentPaths(root: URL = ROOT): string {
  const bundles = globSync('force-app/main/*/lwc/*', { cwd: fileURLToPath(root) })
    .map((folder) => folder.replaceAll('\\', '/'))
    .filter((folder) => existsSync(new URL(`${folder}/${basename(folder)}.ts`, root)))
    .sort((a, b) => (basename(a) < basename(b) ? -1 : 1));
  const paths = Object.fromEntries(
    bundles.map((folder) => [`c/${basename(folder)}`, [`./${folder}/${basename(folder)}.ts`]])
  );
  return JSON.stringify({ compilerOptions: { paths } }, null, 2) + '\n';
}

/** The text that `tsconfig.paths.json` has. */
export function listedPaths(): string {
  return readFileSync(LIST, 'utf8');
}

if (import.meta.main) {
  writeFileSync(LIST, componentPaths());
}
