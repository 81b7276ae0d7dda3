import type { MetadataFile } from '../../contract.ts';
import { metadataType, typeOfDirectory, type MetadataTypeInfo } from '../types.ts';
import type { PackageFiles } from './zip.ts';

/** A component as it lies in a package: one file, a file with its `-meta.xml`, or a folder. */
export interface PackageComponent {
  type: MetadataTypeInfo;
  fullName: string;
  /** The file that stands for the component in results. */
  fileName: string;
  files: readonly MetadataFile[];
}

export interface ResolvedPackage {
  components: readonly PackageComponent[];
  /** Files that are no component of a type that can be deployed. */
  strays: readonly string[];
}

const META_SUFFIX = '-meta.xml';

/** The file that a bundle is known by: a component's script, or what an Aura bundle defines. */
const BUNDLE_ENDINGS = ['ts', 'js', 'cmp', 'app', 'evt', 'intf', 'tokens'];

/**
 * Tells the components of a package in metadata format. Its layout follows from the type registry of
 * source-deploy-retrieve; that library's own resolver reads `.forceignore` from the working directory and gives up at
 * the first file it doesn't know, which a server can't do.
 */
export function resolveComponents(files: PackageFiles): ResolvedPackage {
  const strays: string[] = [];
  const found = new Map<string, MetadataFile[]>();
  for (const [fileName, content] of files) {
    const component = componentOf(fileName);
    if (!component) {
      strays.push(fileName);
      continue;
    }
    const key = `${component.type} ${component.fullName}`;
    found.set(key, [...(found.get(key) ?? []), { ...component, fileName, content }]);
  }
  return { components: [...found.values()].map(toComponent), strays };
}

function componentOf(fileName: string): { type: string; fullName: string } | undefined {
  const [directory = '', ...rest] = fileName.split('/');
  const type = typeOfDirectory(directory);
  const path = rest.join('/');
  if (!type || !path) return undefined;
  if (type.contentFolder) return folderContent(type.name, rest, type.contentFolder);
  if (type.bundle) return rest.length > 1 ? { type: type.name, fullName: rest[0] ?? '' } : undefined;
  if (type.inFolder && rest.length === 1) return folderOf(type.name, path);
  const plain = path.endsWith(META_SUFFIX) ? path.slice(0, -META_SUFFIX.length) : path;
  const ending = `.${type.suffix}`;
  const depth = type.inFolder ? 2 : 1;
  if (rest.length > depth || !plain.endsWith(ending) || plain.endsWith(`/${ending}`) || plain === ending) {
    return undefined;
  }
  return { type: type.name, fullName: plain.slice(0, -ending.length) };
}

/** `reports/Sales-meta.xml` describes the folder Sales. */
function folderOf(type: string, path: string): { type: string; fullName: string } | undefined {
  const fullName = path.slice(0, -META_SUFFIX.length);
  return path.endsWith(META_SUFFIX) && fullName !== '' ? { type, fullName } : undefined;
}

/** `experiences/Shop/views/home.json`, and `experiences/Shop.site-meta.xml` beside that folder. */
function folderContent(
  type: string,
  [name = '', ...inside]: readonly string[],
  ending: string
): { type: string; fullName: string } | undefined {
  if (inside.length > 0) return { type, fullName: name };
  return name.endsWith(ending) && name !== ending
    ? { type, fullName: name.slice(0, -ending.length) }
    : undefined;
}

function toComponent(files: readonly MetadataFile[]): PackageComponent {
  const [first] = files;
  const type = first && metadataType(first.type);
  if (!type) throw new Error('A component needs a file and a type');
  const { fullName } = first;
  return { type, fullName, fileName: primaryFile(type, fullName, files), files };
}

function primaryFile(type: MetadataTypeInfo, fullName: string, files: readonly MetadataFile[]): string {
  const names = files.map(({ fileName }) => fileName);
  if (type.contentFolder) return names.find((name) => isDescriptor(type, name)) ?? names[0] ?? '';
  if (!type.bundle) return names.find((name) => !name.endsWith(META_SUFFIX)) ?? names[0] ?? '';
  const folder = `${type.directoryName}/${fullName}/${fullName}`;
  return (
    BUNDLE_ENDINGS.map((ending) => `${folder}.${ending}`).find((name) => names.includes(name)) ??
    `${folder}.js-meta.xml`
  );
}

/** The type of that document: a folder of reports is a ReportFolder, although it is deployed as a Report. */
export function documentTypeOf({ type, fullName }: PackageComponent): string {
  return type.inFolder && !fullName.includes('/') ? `${type.name}Folder` : type.name;
}

/** The XML document that describes the component: its only file, or the `-meta.xml` beside its content. */
export function descriptorOf({ type, files }: PackageComponent): MetadataFile | undefined {
  if (type.bundle) return undefined;
  return type.metaFile ? files.find(({ fileName }) => isDescriptor(type, fileName)) : files[0];
}

/** True for the `-meta.xml` that describes a component, and not for one that is part of its content. */
export function isDescriptor({ contentFolder }: MetadataTypeInfo, fileName: string): boolean {
  if (!contentFolder) return fileName.endsWith(META_SUFFIX);
  return fileName.endsWith(contentFolder) && fileName.split('/').length === 2;
}
