import type { Org, UserContext } from '../../contract.ts';
import { runDeploy } from '../deploy/run.ts';
import { DEFAULT_OPTIONS } from '../deploy/result.ts';
import type { Message } from '../deploy/messages.ts';
import { MetadataFault } from '../fault.ts';
import { writeManifest } from '../package/manifest.ts';
import { writeZip } from '../package/zip.ts';
import { readComponent } from '../retrieve/read.ts';
import { metadataType, parentTypeOf, type MetadataTypeInfo } from '../types.ts';
import { childText, type XmlElement } from '../../xml/document.ts';
import { serializeDocument } from '../../xml/serialize.ts';

export interface CrudError {
  message: string;
  statusCode: string;
}

/** https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_result_objects_intro.htm */
export interface CrudResult {
  fullName: string;
  success: boolean;
  /** For an upsert. */
  created?: boolean;
  errors: CrudError[];
}

export type SaveMode = 'create' | 'update' | 'upsert';

/** https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_createMetadata.htm */
const MOST_COMPONENTS = 10;

/**
 * `createMetadata`, `updateMetadata` and `upsertMetadata`: each component is a deploy of its own, so that one rule
 * judges both. Throws MetadataFault for too many components, or for a type that isn't XML alone.
 */
export function saveComponents(
  org: Org,
  user: UserContext,
  mode: SaveMode,
  components: readonly XmlElement[]
): CrudResult[] {
  requireFew(components.length);
  return components.map((component) => saveComponent(org, user, mode, component));
}

export function requireFew(count: number): void {
  if (count <= MOST_COMPONENTS) return;
  throw new MetadataFault(
    'LIMIT_EXCEEDED',
    `record limit reached. cannot submit more than ${MOST_COMPONENTS}`
  );
}

function saveComponent(org: Org, user: UserContext, mode: SaveMode, component: XmlElement): CrudResult {
  const type = (component.attributes['xsi:type'] ?? '').replace(/^\w+:/, '');
  const fullName = childText(component, 'fullName');
  const exists = readComponent(org.metadata, type, fullName) !== undefined;
  const created = mode === 'upsert' ? { created: !exists } : {};
  if (exists && mode === 'create') {
    return refused(fullName, 'DUPLICATE_DEVELOPER_NAME', `There is already a ${type} named ${fullName}`);
  }
  if (!exists && mode === 'update') {
    return refused(fullName, 'INVALID_CROSS_REFERENCE_KEY', `no ${type} named ${fullName} found`);
  }
  const errors = errorsIn(runDeploy(org, user, packageOf(type, fullName, component), DEFAULT_OPTIONS));
  return { fullName, success: errors.length === 0, ...created, errors };
}

export function refused(fullName: string, statusCode: string, message: string): CrudResult {
  return { fullName, success: false, errors: [{ message, statusCode }] };
}

export function errorsIn(messages: readonly Message[]): CrudError[] {
  return messages
    .filter(({ success }) => !success)
    .map(({ problem = '' }) => ({ message: problem, statusCode: 'FIELD_INTEGRITY_EXCEPTION' }));
}

function packageOf(type: string, fullName: string, component: XmlElement): Uint8Array {
  const container = metadataType(type) ?? parentTypeOf(type);
  if (!container) throw new MetadataFault('INVALID_TYPE', `The local org keeps no ${type}`);
  const { path, text } = fileOf(container, type, fullName, component.children.map(plain));
  const manifest = writeManifest({ members: new Map([[type, [fullName]]]), version: '' });
  const bytes = (content: string) => new TextEncoder().encode(content);
  return writeZip(
    new Map([
      ['package.xml', bytes(manifest)],
      [path, bytes(text)]
    ])
  );
}

/** The file that a deploy would carry; a child lies in the file of its parent. */
function fileOf(
  container: MetadataTypeInfo,
  type: string,
  fullName: string,
  elements: readonly XmlElement[]
): { path: string; text: string } {
  const child = container.children.find(({ name }) => name === type);
  const path = (name: string) => `${container.directoryName}/${name}.${container.suffix}`;
  if (!child) {
    const own = elements.filter(({ name }) => name !== 'fullName');
    return { path: path(fullName), text: serializeDocument(type, own) };
  }
  const [parentName = '', childName = fullName] = child.standalone ? [container.name] : fullName.split('.');
  const named = elements.map((one) => (one.name === 'fullName' ? { ...one, text: childName } : one));
  const [first] = elements;
  const element = first && { ...first, name: child.element, text: '', children: named };
  return { path: path(parentName), text: serializeDocument(container.name, element ? [element] : []) };
}

/** Without what only a SOAP call says: types, and nulls, which are empty elements in a file. */
function plain(element: XmlElement): XmlElement {
  return { ...element, attributes: {}, children: element.children.map(plain) };
}
