import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { childText, parseXml } from '../local-org/xml/document.ts';
import type { XmlElement } from '../local-org/xml/document.ts';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** One XML file below `force-app`, in source format: a component, or a part of one such as a field. */
export interface SourceFile {
  /** From the repository's root, with slashes. */
  path: string;
  /** The metadata type: `CustomField`, `PermissionSet` … */
  type: string;
  /** The file's name without its suffix: `Kind__c`, `Caddie_Rep`, `Guidance__c-Guidance Layout`. */
  name: string;
  /** The object whose folder the file lies in, or null. */
  object: string | null;
  root: XmlElement;
}

/** Every metadata file of the project, by path. */
export function sourceFiles(): SourceFile[] {
  return filesBelow('**/*-meta.xml').map((path) => {
    const root = parseXml(readSource(path));
    const [name = ''] = basename(path).split(/\.[A-Za-z-]+-meta\.xml$/);
    return { path, type: root.name, name, object: /\/objects\/(\w+)\//.exec(path)?.[1] ?? null, root };
  });
}

/** Paths below `force-app` that match the pattern, without tests and mocks. */
export function filesBelow(pattern: string): string[] {
  return globSync(`force-app/${pattern}`, { cwd: ROOT })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !/\/__(tests|mocks)__\//.test(path))
    .sort();
}

export function readSource(path: string): string {
  return readFileSync(`${ROOT}${path}`, 'utf8');
}

export function ofType(files: readonly SourceFile[], type: string): SourceFile[] {
  return files.filter((file) => file.type === type);
}

/** `path:line what is wrong`, as compilers say it. */
export function problem(file: SourceFile, text: string, element: XmlElement = file.root): string {
  return `${file.path}:${element.line} ${text}`;
}

/** The element and everything below it. */
export function* walk(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) yield* walk(child);
}

export function isTrue(element: XmlElement, name: string): boolean {
  return childText(element, name) === 'true';
}
