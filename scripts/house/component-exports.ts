/**
 * A bundle with a component may export nothing but its class: "Exporting other variables or functions in a UI component
 * isn't currently supported", https://developer.salesforce.com/docs/platform/lwc/guide/create-components-javascript.html
 * Types vanish before a deploy and may stand beside it. What else others need belongs into a bundle without a component.
 */
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The class itself, and what is gone after types are stripped. */
const ALLOWED = /^export (default class|interface|type)\b/;

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The lines by which bundles with a component export a value beside their class, as `<file>: <line>`. */
export function strayExports(root: string = ROOT): string[] {
  return globSync('force-app/main/*/lwc/*/*.ts', { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => basename(file, '.ts') === basename(dirname(file)))
    .flatMap((file) =>
      exportsBesideComponent(readFileSync(join(root, file), 'utf8')).map((line) => `${file}: ${line}`)
    )
    .sort();
}

/** The same for one file's text; empty for a file without a component. */
export function exportsBesideComponent(source: string): string[] {
  if (!/^export default class \w+ extends \w+/m.test(source)) {
    return [];
  }
  return source.split('\n').filter((line) => /^export\b/.test(line) && !ALLOWED.test(line));
}
