import type { MetadataFile, ObjectSchema, Schema } from '../contract.ts';
import { childText, parseXml } from '../xml/document.ts';
import { METADATA_TYPES } from './types.ts';

/** What exists once a deploy is done: the org with the package laid over it. References are judged against this. */
export interface Landscape {
  /** By its name, case-insensitively. */
  object(name: string): ObjectSchema | undefined;
  /** True when a component or child of this type exists: `has('CustomLabel', 'Greeting')`. */
  has(type: string, fullName: string): boolean;
  /** The files of a component; empty when it doesn't exist. */
  files(type: string, fullName: string): readonly MetadataFile[];
}

/** True for a field of that object, by its API name. */
export function hasField(object: ObjectSchema | undefined, field: string): boolean {
  return object?.fields.has(field.toLowerCase()) ?? false;
}

/** True for what a page can show: a field, or the address that `BillingStreet` and its siblings make up. */
export function hasPlaceableField(object: ObjectSchema | undefined, field: string): boolean {
  const isAddress = field.endsWith('Address') && hasField(object, field.replace(/Address$/, 'Street'));
  return hasField(object, field) || isAddress;
}

/** The schema and the files from which it was built, as one thing to look names up in. */
export function createLandscape(schema: Schema, files: readonly MetadataFile[]): Landscape {
  const components = Map.groupBy(files, ({ type, fullName }) => keyOf(type, fullName));
  const children = new Set(files.flatMap(childKeys));
  return {
    object: (name) => schema.object(name),
    has: (type, fullName) => components.has(keyOf(type, fullName)) || children.has(keyOf(type, fullName)),
    files: (type, fullName) => components.get(keyOf(type, fullName)) ?? []
  };
}

/** Apex doesn't tell capitals, so an import of `notes.latest` finds the class Notes. */
function keyOf(type: string, fullName: string): string {
  return `${type} ${type === 'ApexClass' ? fullName.toLowerCase() : fullName}`;
}

function childKeys({ type, fullName, content }: MetadataFile): string[] {
  const kinds = METADATA_TYPES.find(({ name }) => name === type)?.children ?? [];
  if (kinds.length === 0) return [];
  return parseXml(content).children.flatMap((element) => {
    const kind = kinds.find((child) => child.element === element.name);
    if (!kind) return [];
    const name = childText(element, 'fullName');
    return [keyOf(kind.name, kind.standalone ? name : `${fullName}.${name}`)];
  });
}
