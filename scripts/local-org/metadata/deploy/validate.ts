import type { MetadataFile, MetadataProblem, MetadataReference, Schema } from '../../contract.ts';
import { MetadataError } from '../../errors.ts';
import { buildSchema } from '../../schema/build.ts';
import { createLandscape, type Landscape } from '../landscape.ts';
import { overlayFiles } from './overlay.ts';
import { keyOf, withChildren, type PlannedComponent } from './plan.ts';
import { componentProblems } from './component-problems.ts';

export interface Validation {
  /** Components without a problem, which can be installed together. */
  sound: readonly PlannedComponent[];
  problems: readonly MetadataProblem[];
  /** The org with the sound components laid over it; undefined when no schema can be built. */
  landscape: Landscape | undefined;
}

/**
 * Judges components against the org that they would make. What breaks the schema is set aside first, a field alone and
 * not its object, so that what depends on it is told so; with `partial`, whatever else has a problem follows, until the
 * rest stands by itself.
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
    const found = landscape
      ? candidates.flatMap((candidate) => componentProblems(candidate, landscape, problems))
      : schemaProblems.map((problem) => placed(problem, candidates));
    problems.push(...found);
    const wrong = new Set(found.map(keyOf));
    const sound = candidates.flatMap((candidate) => withoutWrong(candidate, wrong) ?? []);
    const isUnchanged = sound.every((candidate, index) => candidate === candidates[index]);
    if ((isUnchanged && sound.length === candidates.length) || (landscape && !partial)) {
      return { sound, problems, landscape };
    }
    candidates = sound;
  }
}

/** The component without the children that are wrong; undefined when it is wrong itself or nothing of it is left. */
function withoutWrong(planned: PlannedComponent, wrong: ReadonlySet<string>): PlannedComponent | undefined {
  const { component, itself, children } = planned;
  if (wrong.has(keyOf({ type: component.type.name, fullName: component.fullName }))) return undefined;
  const sound = children.filter((child) => !wrong.has(keyOf(child)));
  if (sound.length === children.length) return planned;
  return itself || sound.length > 0 ? withChildren(planned, sound) : undefined;
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
