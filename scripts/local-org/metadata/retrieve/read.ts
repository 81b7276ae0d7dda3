import type { MetadataFiles } from '../../contract.ts';
import { MetadataFault } from '../fault.ts';
import {
  isMetadataTypeName,
  metadataType,
  METADATA_TYPES,
  parentTypeOf,
  type MetadataTypeInfo
} from '../types.ts';
import { childText, parseXml, type XmlElement } from '../../xml/document.ts';

/** A component as the calls that read and list deal with it. */
export interface DescribedType {
  directoryName: string;
  inFolder: boolean;
  metaFile: boolean;
  suffix?: string;
  xmlName: string;
  childXmlNames: readonly string[];
}

/** https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_describe.htm */
export function describedTypes(): DescribedType[] {
  return METADATA_TYPES.map((type) => ({
    directoryName: type.directoryName,
    inFolder: type.inFolder,
    metaFile: type.metaFile,
    ...(type.suffix && { suffix: type.suffix }),
    xmlName: type.name,
    childXmlNames: type.children.map(({ name }) => name)
  }));
}

/** Throws MetadataFault for a name that is no metadata type; undefined for one that this org doesn't keep. */
export function requireType(name: string): MetadataTypeInfo | undefined {
  if (!isMetadataTypeName(name)) throw new MetadataFault('INVALID_TYPE', `Unknown type:${name}`);
  return metadataType(name) ?? parentTypeOf(name);
}

/** The elements of a component, or undefined when it isn't in the org. Throws MetadataFault where XML isn't all of it. */
export function readComponent(
  metadata: MetadataFiles,
  typeName: string,
  fullName: string
): readonly XmlElement[] | undefined {
  const type = requireType(typeName);
  if (!type) return undefined;
  if (type.bundle || type.metaFile) {
    throw new MetadataFault(
      'INVALID_TYPE',
      `${typeName} has files that readMetadata can't carry; retrieve it`
    );
  }
  const child = type.children.find(({ name }) => name === typeName);
  if (!child) {
    const [file] = metadata.get(typeName, fullName);
    return file && withoutFullName(parseXml(file.content));
  }
  const point = fullName.indexOf('.');
  const parentName = child.standalone ? type.name : fullName.slice(0, point);
  const childName = child.standalone ? fullName : fullName.slice(point + 1);
  const [parent] = metadata.get(type.name, parentName);
  const element = parent
    ? parseXml(parent.content).children.find(
        (candidate) => candidate.name === child.element && childText(candidate, 'fullName') === childName
      )
    : undefined;
  return element && withoutFullName(element);
}

/** What is empty in the file, because a deploy emptied it, is no value. */
function withoutFullName({ children }: XmlElement): XmlElement[] {
  return children.filter(
    ({ name, text, children: inner }) => name !== 'fullName' && (text.trim() !== '' || inner.length > 0)
  );
}
