import type { MetadataFile, MetadataProblem, MetadataReference, Schema } from '../../contract.ts';
import { MetadataError } from '../../errors.ts';
import { buildSchema } from '../../schema/build.ts';
import { createLandscape, type Landscape } from '../landscape.ts';
import { overlayFiles } from './overlay.ts';
import { keyOf, type PlannedComponent } from './plan.ts';
import { componentProblems } from './component-problems.ts';

export interface Validation {
  /** Components without a problem, which can be installed together. */
  sound: readonly PlannedComponent[];
  problems: readonly MetadataProblem[];
  /** The org with the sound components laid over it; undefined when no schema can be built. */
  landscape: Landscape | undefined;
}

/**
 * Judges components against the org that they would make. Those that break the schema are set aside first, so that
 * what depends on them is told so; with `partial`, the others that have a problem follow, until the rest stands alone.
 */
export function validate(
  planned: readonly PlannedComponent[],
  deployed: readonly MetadataFile[],
  removed: readonly MetadataReference[],
  { partial }: { partial: boolean }
): Validation {
  const problems: MetadataProblem[] = [];
  let candidates = planned;
  for (;;) {
    const incoming = candidates.flatMap(({ component }) => component.files);
    const files = overlayFiles(deployed, incoming, removed);
    const { schema, schemaProblems } = trySchema(files);
    const landscape = schema && createLandscape(schema, files);
    problems.push(
      ...(landscape
        ? candidates.flatMap((candidate) => componentProblems(candidate, landscape, problems))
        : schemaProblems.map((problem) => placed(problem, candidates)))
    );
    const wrongFiles = new Set(problems.map(({ fileName }) => fileName));
    const sound = candidates.filter(
      ({ component }) => !component.files.some(({ fileName }) => wrongFiles.has(fileName))
    );
    const isSettled = sound.length === candidates.length || (landscape !== undefined && !partial);
    if (isSettled) return { sound, problems, landscape };
    candidates = sound;
  }
}

function trySchema(files: readonly MetadataFile[]): {
  schema?: Schema;
  schemaProblems: readonly MetadataProblem[];
} {
  try {
    // Only names matter here, so any key prefix will do.
    return { schema: buildSchema(files, () => 'a00'), schemaProblems: [] };
  } catch (error) {
    if (!(error instanceof MetadataError)) throw error;
    return { schemaProblems: error.problems };
  }
}

/** The schema knows which field is wrong; where it stands, its own file says. */
export function placed(problem: MetadataProblem, planned: readonly PlannedComponent[]): MetadataProblem {
  if (problem.lineNumber) return problem;
  const children = planned.flatMap((component) => component.children);
  const element = children.find((child) => keyOf(child) === keyOf(problem))?.element;
  return element ? { ...problem, lineNumber: element.line, columnNumber: element.column } : problem;
}
