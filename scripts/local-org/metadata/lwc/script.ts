import { createRequire } from 'node:module';
import { transformSync, traverse, type NodePath, type PluginItem, type types } from '@babel/core';
import type { BundleProblem, ModuleReference } from './bundle.ts';

/** A script of a bundle as JavaScript, or what keeps it from becoming that. */
export interface ScriptResult {
  code: string;
  problems: BundleProblem[];
  references: ModuleReference[];
}

/** TypeScript that means something at run time, and what to write instead: stripping it would change the program. */
const NOT_ERASABLE: Readonly<Record<string, string>> = {
  TSEnumDeclaration: 'An enum is not erasable TypeScript. Write a constant object instead.',
  TSModuleDeclaration: 'A namespace is not erasable TypeScript. Write a module instead.',
  TSParameterProperty:
    'A parameter property is not erasable TypeScript. Declare the field and assign it in the constructor.',
  TSImportEqualsDeclaration: '"import =" is not erasable TypeScript. Write "import … from" instead.',
  TSExportAssignment: '"export =" is not erasable TypeScript. Write "export default" instead.',
  TSTypeAssertion: 'A type in angle brackets is not erasable TypeScript. Write "as" instead.'
};

const require = createRequire(import.meta.url);
const DECORATORS: PluginItem = [
  require.resolve('@babel/plugin-syntax-decorators'),
  { decoratorsBeforeExport: true }
];
const TYPESCRIPT: PluginItem = [require.resolve('@babel/preset-typescript'), { allowDeclareFields: true }];

/**
 * Parses a `.ts` or `.js` file, strips its types as the platform does, and tells which modules it needs. Imports that
 * serve types alone disappear with them.
 */
export function readScript(file: string, source: string): ScriptResult {
  const problems: BundleProblem[] = [];
  let written: ModuleReference[] = [];
  let kept = new Set<string>();
  const inspector = {
    pre({ ast }: { ast: types.File }) {
      written = referencesIn(ast, file);
      problems.push(...notErasableIn(ast, file));
    },
    post({ ast }: { ast: types.File }) {
      kept = new Set(referencesIn(ast, file).map(({ specifier }) => specifier));
    },
    visitor: {}
  };
  try {
    const result = transformSync(source, {
      filename: `/${file}`,
      cwd: '/',
      babelrc: false,
      configFile: false,
      // So that the compiler's lines are those of the source.
      retainLines: true,
      plugins: [DECORATORS, inspector],
      presets: file.endsWith('.ts') ? [TYPESCRIPT] : []
    });
    const references = written.filter(({ specifier }) => kept.has(specifier));
    return { code: result?.code ?? '', problems, references };
  } catch (error) {
    return { code: '', problems: [syntaxProblem(file, error)], references: [] };
  }
}

function notErasableIn(ast: types.File, file: string): BundleProblem[] {
  const problems: BundleProblem[] = [];
  visit(ast, (node) => {
    const problem = NOT_ERASABLE[node.type];
    const isAmbient = 'declare' in node && node.declare === true;
    if (problem && !isAmbient) problems.push({ file, problem, ...placeOf(node) });
  });
  return problems;
}

/** Every `import` and `export … from`, dynamic imports of a constant included. */
function referencesIn(ast: types.File, file: string): ModuleReference[] {
  const references: ModuleReference[] = [];
  visit(ast, (node) => {
    const source = 'source' in node ? node.source : importArgument(node);
    if (isText(source)) references.push({ file, specifier: source.value, ...placeOf(source) });
  });
  return references;
}

function importArgument(node: types.Node): types.Node | undefined {
  return node.type === 'CallExpression' && node.callee.type === 'Import' ? node.arguments[0] : undefined;
}

function isText(node: unknown): node is types.StringLiteral {
  return typeof node === 'object' && node !== null && 'type' in node && node.type === 'StringLiteral';
}

function visit(ast: types.File, look: (node: types.Node) => void): void {
  traverse(ast, { enter: ({ node }: NodePath) => look(node) });
}

/** Babel counts columns from 0. */
function placeOf({ loc }: types.Node): { line?: number; column?: number } {
  return loc ? { line: loc.start.line, column: loc.start.column + 1 } : {};
}

function syntaxProblem(file: string, error: unknown): BundleProblem {
  const { message, loc } = error as Error & { loc?: { line: number; column: number } };
  // `/card.ts: Unexpected token (1:9)` and then an excerpt of the source.
  const reason = (message.split('\n')[0] ?? message).replace(/^\/[^:]*: /, '').replace(/ \(\d+:\d+\)$/, '');
  return {
    file,
    problem: `SyntaxError: ${reason}`,
    ...(loc && { line: loc.line, column: loc.column + 1 })
  };
}
