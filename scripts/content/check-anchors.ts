import { printCriteria, readCriteria } from '../../force-app/main/core/lwc/criteria/criteria.ts';
import type {
  ParsedCriteria,
  Problem as CriteriaProblem
} from '../../force-app/main/core/lwc/criteria/criteria.ts';
import { validateCriteria } from '../../force-app/main/core/lwc/criteriaCheck/criteriaCheck.ts';
import type { FieldShape } from '../../force-app/main/core/lwc/criteriaCheck/criteriaCheck.ts';
import { resolveFieldPath } from './field-path.ts';
import type { Path } from './front-matter.ts';
import type { OrgShape, ShapeObject } from './org-shape.ts';
import type { Problem } from './problem.ts';
import { suggest } from './property-rules.ts';
import type { SourcePiece } from './source-piece.ts';

/** What a piece's criteria and audience are stored as; blank when it has none. */
export interface CriteriaTexts {
  criteria: string;
  audience: string;
}

/**
 * Follows everything in a piece that points into the org: its object, its field, the fields and values of its
 * criteria (on the object) and of its audience (on User).
 */
export async function checkAnchors(
  piece: SourcePiece,
  shape: OrgShape
): Promise<{ problems: Problem[]; texts: CriteriaTexts }> {
  const problems: Problem[] = [];
  const refuse = (path: Path, message: string): void =>
    void problems.push({ file: piece.file, line: piece.lineOf(path), message });

  const object = await findObject(piece.values['object'], shape, (message) => refuse(['object'], message));
  const { field } = piece.values;
  if (object && typeof field === 'string' && !object.fields.some(({ name }) => name === field)) {
    const names = object.fields.map(({ name }) => name);
    refuse(['field'], `${object.name} has no field "${field}". ${suggest(field, names)}`);
  }
  const texts = {
    criteria: await checkCriteria(piece, 'criteria', object, shape, refuse),
    audience: await checkCriteria(piece, 'audience', await shape.object('User'), shape, refuse)
  };
  return { problems, texts };
}

async function findObject(
  name: unknown,
  shape: OrgShape,
  refuse: (message: string) => void
): Promise<ShapeObject | null> {
  if (typeof name !== 'string' || name === '') {
    return null;
  }
  const object = await shape.object(name);
  if (object === null) {
    refuse(`There is no object "${name}" in ${shape.name}. ${suggest(name, await shape.objectNames())}`);
  }
  return object;
}

async function checkCriteria(
  piece: SourcePiece,
  property: keyof CriteriaTexts,
  object: ShapeObject | null,
  shape: OrgShape,
  refuse: (path: Path, message: string) => void
): Promise<string> {
  const written = piece.values[property];
  if (written === undefined || written === null || written === '') {
    return '';
  }
  const { criteria, problems = [] } = readCriteria(written);
  if (criteria && object) {
    problems.push(...(await compareWithFields(criteria, object, shape)));
  }
  for (const problem of problems) {
    refuse([property, ...place(problem)], `${property}: ${problem.message}`);
  }
  return criteria ? printCriteria(criteria) : '';
}

async function compareWithFields(
  criteria: ParsedCriteria,
  object: ShapeObject,
  shape: OrgShape
): Promise<CriteriaProblem[]> {
  const paths = criteria.items.map(({ field }) => field);
  const resolved = new Map(
    await Promise.all(paths.map(async (path) => [path, await resolveFieldPath(shape, object, path)] as const))
  );
  const describe = (path: string): FieldShape | undefined => {
    const field = resolved.get(path)?.field;
    // An author reads the API name in the file, so messages name the field by it.
    return field && { label: path, type: field.type, values: field.values };
  };
  return validateCriteria(criteria, describe, (path) => resolved.get(path)?.nearest);
}

/** The place of a problem below `criteria`: items count from 1. */
function place({ item, at }: CriteriaProblem): Path {
  if (item !== undefined) {
    return ['items', item - 1];
  }
  return at === undefined ? [] : ['logic'];
}
