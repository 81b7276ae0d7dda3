/**
 * What Caddie adds to a record page, beside driver.js: compiled component code as it travels, gzipped, and not
 * minified, as an org serves it in debug mode. The real platform minifies, so its numbers are lower for both.
 */
import { readFileSync, globSync } from 'node:fs';
import { basename, dirname, extname } from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { compileLwc, stripTypes } from '../preview/vite-plugin/compile.ts';
import { moduleFile } from '../lib/component-modules.ts';

const ON_THE_PAGE = ['guidancePanel', 'guidedFields'];

export interface PageWeight {
  /** Bundles loaded, with all that they import. */
  bundles: number;
  /** Bytes, gzipped. */
  caddie: number;
  driver: number;
}

export function measurePageWeight(): PageWeight {
  const names = reachable(ON_THE_PAGE);
  const code = names.flatMap(compiledFiles).join('\n');
  const require = createRequire(import.meta.url);
  const driverFile = require.resolve('driver.js');
  const driver = ['driver.js.mjs', 'driver.css'].map((file) =>
    readFileSync(driverFile.replace(/[^/\\]+$/, file), 'utf8')
  );
  return { bundles: names.length, caddie: gzipped(code), driver: gzipped(driver.join('\n')) };
}

/** The bundles that these need, themselves included: `c/x` in a module, `<c-x-y>` in a template. */
function reachable(names: string[]): string[] {
  const found = new Set<string>();
  const queue = [...names];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (!found.has(name)) {
      found.add(name);
      const source = filesOf(name)
        .map((file) => readFileSync(file, 'utf8'))
        .join('\n');
      const modules = [...source.matchAll(/from 'c\/(\w+)'/g)].map(([, module]) => module!);
      const tags = [...source.matchAll(/<c-([a-z-]+)/g)].map(([, tag]) =>
        tag!.replace(/-([a-z])/g, (_dash, letter: string) => letter.toUpperCase())
      );
      queue.push(...modules, ...tags);
    }
  }
  return [...found].sort();
}

function filesOf(name: string): string[] {
  const folder = dirname(fileURLToPath(moduleFile(name)));
  return globSync('*.{ts,html,css}', { cwd: folder }).map((file) => `${folder}/${file}`);
}

function compiledFiles(name: string): string[] {
  return filesOf(name).map((path) => {
    const source = readFileSync(path, 'utf8');
    const script = extname(path) === '.ts' ? stripTypes(source, path).code : source;
    return compileLwc({ path, source: script, namespace: 'c', name: basename(dirname(path)) }).code;
  });
}

function gzipped(text: string): number {
  return gzipSync(text, { level: 9 }).length;
}
