import { isMap, LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';

/** A path into the front matter, such as `['criteria', 'items', 0, 'field']`. */
export type Path = readonly (string | number)[];

export interface FrontMatter {
  values: Record<string, unknown>;
  body: string;
  /** The line of the file on which the body's first line stands. */
  bodyLine: number;
  /** The line of the file that holds the value at this path, or that of its nearest ancestor. */
  lineOf(path: Path): number;
  problems: { line: number; message: string }[];
}

const FENCE = '---';
/** The YAML begins on the second line of the file, below the fence. */
const LINES_ABOVE = 1;

/** Splits a Markdown file into its YAML front matter and its body, and remembers the lines of both. */
export function readFrontMatter(text: string): FrontMatter {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const end = lines[0]?.trimEnd() === FENCE ? lines.indexOf(FENCE, 1) : -1;
  if (end === -1) {
    const message =
      'The file has no front matter. Begin it with a line ---, then key: …, kind: …, and a line --- again.';
    return { values: {}, body: '', bodyLine: 1, lineOf: () => 1, problems: [{ line: 1, message }] };
  }
  const counter = new LineCounter();
  const document = parseDocument(lines.slice(LINES_ABOVE, end).join('\n'), { lineCounter: counter });
  const lineAt = (offset: number): number => counter.linePos(offset).line + LINES_ABOVE;
  const problems = document.errors.map((error) => ({
    line: lineAt(error.pos[0]),
    message: `The front matter is not valid YAML: ${error.message.split('\n')[0]!.replace(/ at line .*$/, '')}.`
  }));
  if (problems.length === 0 && !isMap(document.contents)) {
    problems.push({
      line: 2,
      message: 'The front matter holds no properties. Write one a line, such as key: …'
    });
  }
  return {
    values: problems.length === 0 ? (document.toJS() as Record<string, unknown>) : {},
    body: lines.slice(end + 1).join('\n'),
    bodyLine: end + 2,
    lineOf: (path) => lineAt(offsetOf(document, path)),
    problems
  };
}

/** Where the value at this path begins; a path that is not there is looked for one step shorter. */
function offsetOf(document: Document, path: Path): number {
  for (let depth = path.length; depth > 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true);
    if (typeof node === 'object' && node !== null && 'range' in node) {
      const range = node.range as [number, number, number] | undefined;
      if (range) {
        return range[0];
      }
    }
  }
  return 0;
}
