import { Failure } from '../lib/failure.ts';
import { checkAnchors } from './check-anchors.ts';
import { checkProperties } from './check-properties.ts';
import type { OrgShape } from './org-shape.ts';
import type { Problem } from './problem.ts';
import { toPiece } from './record.ts';
import type { Piece } from './record.ts';
import { readPieces } from './source-piece.ts';
import type { SourcePiece } from './source-piece.ts';

export interface CheckOptions {
  /** The folder with the Markdown files, at any depth. */
  folder: string;
  shape: OrgShape;
}

export interface CheckResult {
  /** What the pieces were held against. */
  against: string;
  /** How many files were read. */
  files: number;
  /** The pieces without a problem, by file. */
  pieces: Piece[];
  /** By file and line. */
  problems: Problem[];
}

/** Reads every piece and holds it against the org: its own object, what it points at, and the other pieces. */
export async function checkContent({ folder, shape }: CheckOptions): Promise<CheckResult> {
  const sources = await readPieces(folder);
  const guidance = await shape.object('Guidance__c');
  if (guidance === null) {
    throw new Failure('NO_GUIDANCE_OBJECT', `There is no object Guidance__c in ${shape.name}.`, [
      'Deploy it first: sf project deploy start --source-dir force-app'
    ]);
  }
  const twins = duplicateKeys(sources);
  const checked = await Promise.all(
    sources.map(async (source) => {
      if (source.problems.length > 0 && Object.keys(source.values).length === 0) {
        return { source, problems: source.problems, texts: { criteria: '', audience: '' } };
      }
      const { problems, texts } = await checkAnchors(source, shape);
      const all = [
        ...source.problems,
        ...checkProperties(source, guidance),
        ...problems,
        ...twins.filter(({ file }) => file === source.file)
      ];
      return { source, problems: all, texts };
    })
  );
  return {
    against: shape.name,
    files: sources.length,
    pieces: checked
      .filter(({ problems }) => problems.length === 0)
      .map(({ source, texts }) => toPiece(source, texts)),
    problems: checked.flatMap(({ problems }) => problems.toSorted((a, b) => a.line - b.line))
  };
}

function duplicateKeys(sources: readonly SourcePiece[]): Problem[] {
  const first = new Map<unknown, string>();
  return sources.flatMap(({ file, values, lineOf }) => {
    const { key } = values;
    const other = first.get(key);
    if (typeof key !== 'string' || other === undefined) {
      first.set(key, file);
      return [];
    }
    return [{ file, line: lineOf(['key']), message: `key "${key}" is taken by ${other}. Keys are unique.` }];
  });
}
