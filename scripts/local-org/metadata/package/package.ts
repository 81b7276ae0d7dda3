import { XmlSyntaxError, type Place } from '../../xml/document.ts';
import { resolveComponents, type ResolvedPackage } from './components.ts';
import { parseManifest, type Manifest } from './manifest.ts';
import { textOf, type PackageFiles } from './zip.ts';

export const MANIFEST_FILE = 'package.xml';

/** Components to delete, and the file that names them. */
export interface DestructiveChanges {
  fileName: string;
  manifest: Manifest;
}

export interface DeployPackage extends ResolvedPackage {
  manifest: Manifest;
  destructiveChanges: readonly DestructiveChanges[];
}

/** A package that can't be read at all: its manifest is missing or isn't one. */
export class PackageError extends Error {
  readonly fileName: string;
  readonly place: Place | undefined;

  constructor(fileName: string, message: string, place?: Place) {
    super(message);
    this.name = 'PackageError';
    this.fileName = fileName;
    this.place = place;
  }
}

// https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_deploy_deleting_files.htm
const DESTRUCTIVE_FILES = [
  'destructiveChangesPre.xml',
  'destructiveChanges.xml',
  'destructiveChangesPost.xml'
];

/**
 * The package in a zip, whose root may be the zip's own or its only folder (`unpackaged/package.xml`); throws
 * PackageError.
 */
export function readPackage(zipFiles: PackageFiles): DeployPackage {
  const files = withoutRootFolder(zipFiles);
  const manifest = manifestIn(files, MANIFEST_FILE);
  if (!manifest) throw new PackageError(MANIFEST_FILE, 'No package.xml found');
  const destructiveChanges = DESTRUCTIVE_FILES.flatMap((fileName) => {
    const changes = manifestIn(files, fileName);
    return changes ? [{ fileName, manifest: changes }] : [];
  });
  const rest = [...files].filter(([name]) => name !== MANIFEST_FILE && !DESTRUCTIVE_FILES.includes(name));
  return { manifest, destructiveChanges, ...resolveComponents(new Map(rest)) };
}

function withoutRootFolder(files: PackageFiles): PackageFiles {
  if (files.has(MANIFEST_FILE)) return files;
  const roots = new Set([...files.keys()].map((name) => name.split('/')[0] ?? ''));
  const [root] = roots;
  if (roots.size !== 1 || !files.has(`${root}/${MANIFEST_FILE}`)) return files;
  return new Map([...files].map(([name, content]) => [name.slice(`${root}/`.length), content]));
}

function manifestIn(files: PackageFiles, fileName: string): Manifest | undefined {
  const content = files.get(fileName);
  if (!content) return undefined;
  try {
    return parseManifest(textOf(content));
  } catch (error) {
    if (!(error instanceof XmlSyntaxError)) throw error;
    throw new PackageError(fileName, `Error parsing file: ${error.message}`, error.place);
  }
}
