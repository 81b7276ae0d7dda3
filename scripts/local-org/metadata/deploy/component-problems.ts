import type { MetadataProblem } from '../../contract.ts';
import type { Landscape } from '../landscape.ts';
import { withPlace } from '../lwc/bundle.ts';
import { checkBundle } from '../lwc/check.ts';
import type { PackageComponent } from '../package/components.ts';
import { checkChildReferences, checkReferences } from '../references/index.ts';
import type { XmlProblem } from '../xml/schema-check.ts';
import type { PlannedComponent } from './plan.ts';

/** What is wrong with one well-formed component in this landscape; `known` are the problems found before. */
export function componentProblems(
  { component, root, itself, children }: PlannedComponent,
  landscape: Landscape,
  known: readonly MetadataProblem[]
): MetadataProblem[] {
  const { type, fullName, fileName } = component;
  if (type.name === 'LightningComponentBundle') return bundleProblems(component, landscape);
  if (!root) return [];
  const self = { type: type.name, fullName, fileName };
  if (type.name === 'Layout' && hasFailedParent(fullName, known)) {
    return [{ ...self, problem: 'Parent entity failed to deploy' }];
  }
  const own = itself ? checkReferences(type.name, fullName, root, landscape) : [];
  const ofChildren = children.flatMap((child) => {
    const found = child.element ? checkChildReferences(fullName, child.element, landscape) : [];
    return found.map((problem) => ({
      type: child.type,
      fullName: child.fullName,
      fileName,
      ...flat(problem)
    }));
  });
  return [...own.map((problem) => ({ ...self, ...flat(problem) })), ...ofChildren];
}

function bundleProblems(
  { type, fullName, files }: PackageComponent,
  landscape: Landscape
): MetadataProblem[] {
  const folder = `${type.directoryName}/${fullName}/`;
  const bundle = {
    name: fullName,
    files: new Map(files.map(({ fileName, content }) => [fileName.slice(folder.length), content]))
  };
  return checkBundle(bundle, landscape).map((problem) => ({
    type: type.name,
    fullName,
    fileName: `${folder}${problem.file}`,
    problem: withPlace(problem),
    ...(problem.line && { lineNumber: problem.line }),
    ...(problem.column && { columnNumber: problem.column })
  }));
}

/** https://github.com/wadewegner/deploy-to-sfdx/issues/41 */
function hasFailedParent(layoutName: string, known: readonly MetadataProblem[]): boolean {
  const objectName = layoutName.slice(0, layoutName.indexOf('-'));
  return known.some(({ type, fullName }) => type === 'CustomObject' && fullName === objectName);
}

function flat({ problem, place }: XmlProblem): Omit<MetadataProblem, 'type' | 'fullName' | 'fileName'> {
  return { problem, lineNumber: place.line, columnNumber: place.column };
}
