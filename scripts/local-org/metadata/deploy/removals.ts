import type { MetadataFile, MetadataProblem, MetadataReference } from '../../contract.ts';
import type { Landscape } from '../landscape.ts';
import { resolveComponents } from '../package/components.ts';
import type { DestructiveChanges } from '../package/package.ts';
import { metadataType, parentTypeOf } from '../types.ts';
import { componentProblems } from './component-problems.ts';
import { planDeploy } from './plan.ts';
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

/**
 * Components that stay in the org although something they need goes: the removal is refused and names them. What was
 * wrong with them before is not the removal's fault.
 */
export function removalProblems(
  removals: readonly Removal[],
  staying: readonly MetadataFile[],
  before: Landscape,
  after: Landscape
): MetadataProblem[] {
  if (removals.length === 0) return [];
  const files = new Map(staying.map(({ fileName, content }) => [fileName, content]));
  const everything = { ...resolveComponents(files), manifest: { members: new Map(), version: '' } };
  const { components } = planDeploy(
    { ...everything, destructiveChanges: [] },
    { ...DEFAULT_OPTIONS, autoUpdatePackage: true }
  );
  return components.flatMap((component) => {
    const known = new Set(componentProblems(component, before, []).map(({ problem }) => problem));
    const broken = componentProblems(component, after, []).filter(({ problem }) => !known.has(problem));
    return broken.map(({ type, fullName, problem }) => {
      const cause = removals.find((removal) => problem.includes(shortName(removal))) ?? removals[0];
      return { ...(cause as Removal), problem: inUse(cause as Removal, type, fullName) };
    });
  });
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
