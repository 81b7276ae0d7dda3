import type { MetadataProblem } from '../../contract.ts';
import type { PackageComponent } from '../package/components.ts';
import { descriptorOf, documentTypeOf, isDescriptor } from '../package/components.ts';
import { names, type Manifest } from '../package/manifest.ts';
import { MANIFEST_FILE, type DeployPackage } from '../package/package.ts';
import { isMetadataTypeName, metadataType, parentTypeOf } from '../types.ts';
import { childText, parseXml, XmlSyntaxError, type XmlElement } from '../../xml/document.ts';
import { checkDocument } from '../xml/schema-check.ts';
import { serializeDocument } from '../../xml/serialize.ts';
import type { DeployOptions } from './result.ts';

/** Something that the manifest names and a result reports: a component, or a child in a component's file. */
export interface Member {
  type: string;
  fullName: string;
  fileName: string;
  /** The child's own element; undefined for the component itself. */
  element?: XmlElement;
}

/** A component that is well-formed and named in the manifest, itself or by its children. */
export interface PlannedComponent {
  component: PackageComponent;
  /** Its XML; undefined for bundles. */
  root: XmlElement | undefined;
  /** True when the component itself is named, not only children of it. */
  itself: boolean;
  /** The children to deploy. */
  children: readonly Member[];
  /** What the result reports. */
  members: readonly Member[];
}

export interface DeployPlan {
  components: PlannedComponent[];
  problems: MetadataProblem[];
}

/** Compares the manifest with the package and reads the components that are to be deployed. */
export function planDeploy(contents: DeployPackage, options: DeployOptions): DeployPlan {
  const problems = [...unknownTypes(contents.manifest), ...strayFiles(contents)];
  const components: PlannedComponent[] = [];
  for (const component of contents.components.filter(isComplete)) {
    try {
      const planned = planComponent(component, contents.manifest, options);
      if (planned) components.push(planned);
      else problems.push(problemOf(component, 'Not in package.xml'));
    } catch (error) {
      if (!(error instanceof XmlSyntaxError)) throw error;
      const { line: lineNumber, column: columnNumber } = error.place;
      problems.push({
        ...problemOf(component, `Error parsing file: ${error.message}`),
        lineNumber,
        columnNumber
      });
    }
  }
  if (!options.allowMissingFiles) problems.push(...missingMembers(contents, components, problems));
  return { components, problems };
}

/** A file with content needs its `-meta.xml`, and the other way round; half a component counts as none. */
function isComplete({ type, files }: PackageComponent): boolean {
  if (type.contentFolder)
    return files.length > 1 && files.some(({ fileName }) => isDescriptor(type, fileName));
  return !type.metaFile || files.length === 2;
}

/** Undefined when the manifest names nothing of it; throws XmlSyntaxError when its XML isn't what its type allows. */
function planComponent(
  component: PackageComponent,
  manifest: Manifest,
  options: DeployOptions
): PlannedComponent | undefined {
  const { type, fullName } = component;
  const descriptor = descriptorOf(component);
  const root = descriptor && parseXml(descriptor.content);
  const wrong = root && checkDocument(root, documentTypeOf(component));
  if (wrong) throw new XmlSyntaxError(wrong.problem, wrong.place);

  const itself = names(manifest, type.name, fullName) || options.autoUpdatePackage;
  const all = root ? childMembers(component, root) : [];
  const named = all.filter((child) => names(manifest, child.type, child.fullName));
  if (!itself && named.length === 0) return undefined;
  const self: Member = { type: type.name, fullName, fileName: component.fileName };
  const members = itself ? [self, ...named] : named;
  const planned: PlannedComponent = { component, root, itself, children: all, members };
  // Files that are merged with others are kept as the org writes them: entities, CDATA and comments resolved.
  return type.children.length > 0 ? withChildren(planned, itself ? all : named) : planned;
}

function childMembers({ type, fullName, fileName }: PackageComponent, root: XmlElement): Member[] {
  return root.children.flatMap((element) => {
    const kind = type.children.find((child) => child.element === element.name);
    if (!kind) return [];
    const name = childText(element, 'fullName');
    if (!name) throw new XmlSyntaxError(`element fullName missing for a child of type ${kind.name}`, element);
    return [{ type: kind.name, fullName: kind.standalone ? name : `${fullName}.${name}`, fileName, element }];
  });
}

/** The same component with fewer children: a file of its own that holds no others. */
export function withChildren(planned: PlannedComponent, children: readonly Member[]): PlannedComponent {
  const { component, root, itself, members } = planned;
  if (!root) return planned;
  const kept = new Set(children.map(({ element }) => element));
  const childElements = new Set(component.type.children.map(({ element }) => element));
  const elements = root.children.filter(
    (element) => kept.has(element) || (itself && !childElements.has(element.name))
  );
  const content = new TextEncoder().encode(serializeDocument(root.name, elements));
  return {
    ...planned,
    component: { ...component, files: component.files.map((file) => ({ ...file, content })) },
    children,
    members: members.filter(({ element }) => !element || kept.has(element))
  };
}

/** Types in the manifest that Salesforce doesn't know, or that this org can't take. */
function unknownTypes({ members }: Manifest): MetadataProblem[] {
  return [...members].flatMap(([name, named]) => {
    if (metadataType(name) || parentTypeOf(name)) return [];
    if (!isMetadataTypeName(name)) {
      return [manifestProblem('', MANIFEST_FILE, `Unknown type name '${name}' specified in package.xml`)];
    }
    return named.map((fullName) =>
      manifestProblem(name, fullName, 'Not available for deploy for this organization')
    );
  });
}

/** Files that belong to no deployable type, unless the manifest has been blamed for that type already. */
function strayFiles({ strays, manifest }: DeployPackage): MetadataProblem[] {
  const hasOtherTypes = [...manifest.members.keys()].some(
    (name) => !metadataType(name) && !parentTypeOf(name)
  );
  if (hasOtherTypes) return [];
  return strays.map((fileName) => ({
    type: '',
    fullName: fileName,
    fileName,
    problem: 'Not in package.xml'
  }));
}

function missingMembers(
  { manifest }: DeployPackage,
  components: readonly PlannedComponent[],
  problems: readonly MetadataProblem[]
): MetadataProblem[] {
  const keys = [...components.flatMap(({ members }) => members), ...problems].map(keyOf);
  const present = new Set(keys);
  // A child can't be looked for in a file that couldn't be read.
  const unread = new Set(problems.map(({ fullName }) => fullName));
  return [...manifest.members]
    .filter(([type]) => metadataType(type) ?? parentTypeOf(type))
    .flatMap(([type, named]) => named.map((fullName) => ({ type, fullName })))
    .filter(({ fullName }) => fullName !== '*' && !unread.has(fullName.split('.')[0] ?? ''))
    .filter((member) => !present.has(keyOf(member)))
    .map(({ type, fullName }) =>
      manifestProblem(
        type,
        fullName,
        `An object '${fullName}' of type ${type} was named in package.xml, but was not found in zipped directory`
      )
    );
}

export function keyOf({ type, fullName }: { type: string; fullName: string }): string {
  return `${type} ${fullName}`;
}

function manifestProblem(type: string, fullName: string, problem: string): MetadataProblem {
  return { type, fullName, fileName: MANIFEST_FILE, problem };
}

function problemOf({ type, fullName, fileName }: PackageComponent, problem: string): MetadataProblem {
  return { type: type.name, fullName, fileName, problem };
}
