import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { Failure } from '../lib/failure.ts';
import { readFrontMatter } from './front-matter.ts';
import type { FrontMatter } from './front-matter.ts';
import { renderMarkdown } from './markdown.ts';
import type { Problem } from './problem.ts';

/** A piece as its file tells it, before anything is known about the org. */
export interface SourcePiece {
  file: string;
  values: FrontMatter['values'];
  lineOf: FrontMatter['lineOf'];
  html: string;
  /** The line on which the body begins. */
  bodyLine: number;
  /** What cannot be read at all: broken YAML, HTML in the body, links that lead nowhere. */
  problems: Problem[];
}

/** Reads one file's text; never throws, what is wrong stands in `problems`. */
export function parsePiece(file: string, text: string): SourcePiece {
  const matter = readFrontMatter(text);
  const body = renderMarkdown(matter.body);
  const problems = [
    ...matter.problems.map(({ line, message }) => ({ file, line, message })),
    ...body.problems.map(({ line, message }) => ({ file, line: line + matter.bodyLine - 1, message }))
  ];
  return {
    file,
    values: matter.values,
    lineOf: matter.lineOf,
    html: body.html,
    bodyLine: matter.bodyLine,
    problems
  };
}

/**
 * Reads every `*.md` below a folder, by path; a README is for people and left out. Paths in messages are relative to
 * `base`, the folder in which the command runs.
 */
export async function readPieces(folder: string, base = process.cwd()): Promise<SourcePiece[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => {
    throw new Failure('NO_FOLDER', `There is no folder '${folder}'.`, [
      'Give the folder that holds your content files.'
    ]);
  });
  const files = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md') && basename(entry.name) !== 'README.md')
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  if (files.length === 0) {
    throw new Failure('NO_CONTENT', `There is no content in '${folder}': it holds no .md file.`);
  }
  return Promise.all(
    files.map(async (file) => parsePiece(relative(base, file), await readFile(file, 'utf8')))
  );
}
