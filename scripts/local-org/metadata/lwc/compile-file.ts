import { extname } from 'node:path/posix';
import { transformSync } from '@lwc/compiler';
import type { Bundle, BundleProblem } from './bundle.ts';
import type { CompiledBundle, CompileOptions } from './compile.ts';
import { readScript } from './script.ts';

/** Strips types and runs the LWC compiler over one file of a bundle. */
export function compileFile(
  bundle: Bundle,
  file: string,
  source: string,
  options: CompileOptions
): CompiledBundle {
  switch (extname(file)) {
    case '.ts':
      return file.endsWith('.d.ts') ? NOTHING : compileScript(bundle, file, source, options);
    case '.js':
      return compileScript(bundle, file, source, options);
    case '.html':
    case '.css':
      return compileMarkup(bundle, file, source, options);
    default:
      return NOTHING;
  }
}

const NOTHING: CompiledBundle = { problems: [], references: [] };

function compileScript(
  bundle: Bundle,
  file: string,
  source: string,
  options: CompileOptions
): CompiledBundle {
  const { code, problems, references } = readScript(file, source);
  if (problems.length > 0) return { problems, references };
  try {
    transformSync(code, file.replace(/\.ts$/, '.js'), compilerOptions(bundle, options));
    return { problems, references };
  } catch (error) {
    return { problems: [compilerProblem(file, error, { columnsFrom: 0 })], references };
  }
}

/** Templates name their children as tags: only the compiled code tells the modules. */
function compileMarkup(
  bundle: Bundle,
  file: string,
  source: string,
  options: CompileOptions
): CompiledBundle {
  try {
    const { code } = transformSync(source, file, compilerOptions(bundle, options));
    const references = readScript('compiled.js', code)
      .references.filter(({ specifier }) => specifier.includes('/') && !specifier.startsWith('.'))
      .map(({ specifier }) => ({ file, specifier, ...placeOfTag(source, specifier) }));
    return { problems: [], references };
  } catch (error) {
    return { problems: [compilerProblem(file, error, { columnsFrom: 1 })], references: [] };
  }
}

function compilerOptions({ name }: Bundle, { apiVersion, dynamicComponents }: CompileOptions) {
  return { namespace: 'c', name, apiVersion, enableDynamicComponents: dynamicComponents, enableLwcOn: true };
}

/** `c/guidanceCard` is written `<c-guidance-card`. */
function placeOfTag(source: string, specifier: string): { line?: number; column?: number } {
  const tag = specifier.replace('/', '-').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const offset = source.search(new RegExp(`<${tag.replace(/[^\w-]/g, '')}[\\s/>]`));
  if (offset < 0) return {};
  const before = source.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

function compilerProblem(
  file: string,
  error: unknown,
  { columnsFrom }: { columnsFrom: 0 | 1 }
): BundleProblem {
  const { message, location } = error as Error & { location?: { line: number; column: number } };
  // `SyntaxError: /card.js: LWC1102: Invalid …`, `LWC1009: /card.css:2:1: Unclosed …`, then an excerpt of the source.
  const text = (message.split('\n')[0] ?? message)
    .replace(/^.*?(?=LWC\d+:)/, '')
    .replace(/^(LWC\d+: )\S+:\d+:\d+: /, '$1');
  const place = location?.line ? { line: location.line, column: location.column + 1 - columnsFrom } : {};
  return { file, problem: text, ...place };
}
