import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { XMLParser } from 'fast-xml-parser';

/** An element of a metadata file: text, or its children by name. Absent children are absent keys. */
export type XmlValue = string | XmlElement | (string | XmlElement)[];
export interface XmlElement {
  [name: string]: XmlValue;
}

const ATTRIBUTE = '@';

// Values stay text: a label `007` is no number.
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: ATTRIBUTE,
  parseAttributeValue: false,
  parseTagValue: false
});

/**
 * The root element of a metadata file.
 * @throws Error that names the file when it holds no such root
 */
export function readMetadata(path: string, root: string): XmlElement {
  const parsed = parser.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  const element = parsed[root];
  if (element === '') {
    return {};
  }
  if (typeof element !== 'object' || element === null) {
    throw new Error(`${path} holds no <${root}> element.`);
  }
  return element as XmlElement;
}

/** The text of a child, or undefined where it is absent. */
export function textOf(element: XmlElement, name: string): string | undefined {
  const value = element[name];
  return typeof value === 'string' ? value : undefined;
}

/** The value of an attribute, or undefined where it is absent. */
export function attributeOf(element: XmlElement, name: string): string | undefined {
  return textOf(element, ATTRIBUTE + name);
}

/** The children of that name that are elements, however many there are. */
export function elementsOf(element: XmlElement, name: string): XmlElement[] {
  const value = element[name];
  const list = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return list.filter((item): item is XmlElement => typeof item === 'object');
}

/** The texts of the children of that name. */
export function textsOf(element: XmlElement, name: string): string[] {
  const value = element[name];
  const list = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return list.filter((item): item is string => typeof item === 'string');
}

/** Files below a folder whose names end in `suffix`, in alphabetical order. */
export function metadataFiles(folder: string, suffix: string): string[] {
  return readdirSync(folder)
    .filter((name) => name !== 'node_modules')
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) {
        return metadataFiles(path, suffix);
      }
      return name.endsWith(suffix) ? [path] : [];
    });
}
