import { createRequire } from 'node:module';
import { extname } from 'node:path';

import { transformSync as transformWithBabel } from '@babel/core';
import { transformSync as transformWithLwc } from '@lwc/compiler';

const require = createRequire(import.meta.url);

/** JavaScript with its source map as JSON. */
export interface Compiled {
  code: string;
  map: string | null;
}

export interface LwcFile {
  path: string;
  source: string;
  /** The namespace and the name of the bundle: they become the element's tag. */
  namespace: string;
  name: string;
  /** For CSS: whether it is a `*.scoped.css`. */
  scoped?: boolean;
}

/**
 * Removes the types as the platform does: decorators stay for the LWC compiler, and fields that are only
 * declared vanish. What is not erasable (enums, namespaces) is refused by the type check, not here.
 * @throws Error that names file, line and problem
 */
export function stripTypes(source: string, path: string): Compiled {
  const result = transformWithBabel(source, {
    filename: path,
    babelrc: false,
    configFile: false,
    sourceMaps: true,
    presets: [
      [require.resolve('@babel/preset-typescript'), { allowDeclareFields: true, onlyRemoveTypeImports: true }]
    ],
    plugins: [[require.resolve('@babel/plugin-syntax-decorators'), { decoratorsBeforeExport: true }]]
  });
  return { code: result?.code ?? '', map: result?.map ? JSON.stringify(result.map) : null };
}

/** The compilers' errors name the line in different ways; the file they often leave out. */
function located(error: unknown, path: string): Error {
  const { message, location, loc } = error as {
    message: string;
    location?: { line?: number; column?: number };
    loc?: { line?: number; column?: number };
  };
  const place = location ?? loc;
  const line = place?.line === undefined ? '' : `:${place.line}:${(place.column ?? 0) + 1}`;
  return new Error(`${path}${line} ${message}`);
}

/**
 * Compiles one JavaScript, HTML or CSS file of a component bundle for the engine with synthetic shadow.
 * Combobox and its relatives rely on element internals, which synthetic shadow offers only on request.
 * @throws Error that names file, line and problem
 */
export function compileLwc(file: LwcFile): Compiled {
  const extension = extname(file.path);
  const path = extension === '.ts' ? `${file.path.slice(0, -extension.length)}.js` : file.path;
  const options = {
    namespace: file.namespace,
    name: file.name,
    scopedStyles: file.scoped ?? false,
    enableDynamicComponents: true,
    enableLwcOn: true,
    enableSyntheticElementInternals: true,
    enableStaticContentOptimization: true,
    outputConfig: { sourcemap: extension === '.js' || extension === '.ts' }
  };
  try {
    const { code, map } = transformWithLwc(file.source, path, options);
    return { code, map: map ? JSON.stringify(map) : null };
  } catch (error) {
    throw located(error, file.path);
  }
}
