import type { MetadataFile, MetadataProblem, MetadataReference } from '../../contract.ts';
import type { Landscape } from '../landscape.ts';
import { resolveComponents } from '../package/components.ts';
import type { DestructiveChanges } from '../package/package.ts';
import { metadataType, parentTypeOf } from '../types.ts';
import type { XmlElement } from '../../xml/document.ts';
import { serializeDocument } from '../../xml/serialize.ts';
import { componentProblems } from './component-problems.ts';
import { planDeploy, type PlannedComponent } from './plan.ts';
import { DEFAULT_OPTIONS } from './result.ts';

/** A component that a deploy is to delete, and the file that says so. */
export interface Removal extends MetadataReference {
  fileName: string;
}

export interface RemovalPlan {
  removals: readonly Removal[];
  /** Not in the org anyway: a warning each. */
  absent: readonly Removal[];
  problems: readonly MetadataProblem[];
}

/** https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_deploy_deleting_files.htm */
export function planRemovals(changes: readonly DestructiveChanges[], before: Landscape): RemovalPlan {
  const named = changes.flatMap(({ fileName, manifest }) =>
    [...manifest.members].flatMap(([type, members]) =>
      members.map((fullName) => ({ type, fullName, fileName }))
    )
  );
  const isDeployable = ({ type }: Removal) => Boolean(metadataType(type) ?? parentTypeOf(type));
  const removable = named.filter((removal) => isDeployable(removal) && removal.fullName !== '*');
  return {
    removals: removable.filter(({ type, fullName }) => before.has(type, fullName)),
    absent: removable.filter(({ type, fullName }) => !before.has(type, fullName)),
    problems: named
      .filter((removal) => !removable.includes(removal))
      .map((removal) => ({
        ...removal,
        problem: isDeployable(removal)
          ? 'Destructive changes take no wildcard: name every component'
          : 'Not available for deploy for this organization'
      }))
  };
}

/** What a removal means for the components that stay. */
export interface RemovalEffects {
  /** Files that lose what is gone: rights on it, its place on a layout. */
  rewritten: readonly MetadataFile[];
  /** Removals that are refused, because a component needs what would go. */
  problems: readonly MetadataProblem[];
}

/** The org takes a deleted field off its layouts and out of permission sets by itself; anything else must let go first. */
const LETS_GO = new Set(['Layout', 'PermissionSet']);

/**
 * Looks at the components that stay in the org although something they name goes. What was wrong with them before is
 * not the removal's fault.
 */
export function removalEffects(
  removals: readonly Removal[],
  staying: readonly MetadataFile[],
  before: Landscape,
  after: Landscape
): RemovalEffects {
  const [first] = removals;
  if (!first) return { rewritten: [], problems: [] };
  const files = new Map(staying.map(({ fileName, content }) => [fileName, content]));
  const manifest = { members: new Map(), version: '' };
  const { components } = planDeploy(
    { ...resolveComponents(files), manifest, destructiveChanges: [] },
    { ...DEFAULT_OPTIONS, autoUpdatePackage: true }
  );
  const rewritten: MetadataFile[] = [];
  const problems: MetadataProblem[] = [];
  for (const component of components) {
    const known = new Set(componentProblems(component, before, []).map(({ problem }) => problem));
    const broken = componentProblems(component, after, []).filter(({ problem }) => !known.has(problem));
    if (broken.length > 0 && LETS_GO.has(component.component.type.name)) {
      rewritten.push(...withoutPlaces(component, broken));
      continue;
    }
    for (const { type, fullName, problem } of broken) {
      const cause = removals.find((removal) => problem.includes(shortName(removal))) ?? first;
      problems.push({ ...cause, problem: inUse(cause, type, fullName) });
    }
  }
  return { rewritten, problems };
}

/** The component's file without the elements at which the problems were found. */
function withoutPlaces(
  { component, root }: PlannedComponent,
  problems: readonly MetadataProblem[]
): MetadataFile[] {
  if (!root) return [];
  const places = new Set(problems.map(({ lineNumber, columnNumber }) => `${lineNumber}:${columnNumber}`));
  const keep = (elements: readonly XmlElement[]): XmlElement[] =>
    elements
      .filter(({ line, column }) => !places.has(`${line}:${column}`))
      .map((element) => ({ ...element, children: keep(element.children) }));
  const content = new TextEncoder().encode(serializeDocument(root.name, keep(root.children)));
  return component.files.map((file) => ({ ...file, content }));
}

function shortName({ fullName }: MetadataReference): string {
  return fullName.slice(fullName.indexOf('.') + 1);
}

function inUse(removal: Removal, type: string, fullName: string): string {
  return `This ${words(removal.type).toLowerCase()} is referenced elsewhere in salesforce.com. : ${words(type)} - ${fullName}`;
}

/** `CustomField` → `Custom Field`. */
function words(type: string): string {
  return type.replace(/(?<=[a-z])(?=[A-Z])/g, ' ');
}
