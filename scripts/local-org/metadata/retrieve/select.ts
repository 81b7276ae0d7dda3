import type { MetadataFiles, MetadataReference, StoredMetadataFile } from '../../contract.ts';
import { names, type Manifest } from '../package/manifest.ts';
import { isMetadataTypeName, metadataType, parentTypeOf, type MetadataTypeInfo } from '../types.ts';
import { childText, parseXml } from '../../xml/document.ts';
import { serializeDocument } from '../../xml/serialize.ts';

export interface Selection {
  files: readonly StoredMetadataFile[];
  /** What the files hold of what was asked for. */
  members: readonly MetadataReference[];
  /** A sentence for everything that was asked for in vain. */
  problems: readonly string[];
}

/** A child in the file of its parent. */
interface StoredChild extends MetadataReference {
  parent: StoredMetadataFile;
}

/** The files that a manifest asks for; of a file whose component isn't named, only the named children. */
export function selectFiles(metadata: MetadataFiles, manifest: Manifest): Selection {
  const files: StoredMetadataFile[] = [];
  const members: MetadataReference[] = [];
  for (const file of metadata.list()) {
    const type = metadataType(file.type);
    if (!type) continue;
    const children = childrenOf(file, type).filter((child) => names(manifest, child.type, child.fullName));
    const itself = names(manifest, file.type, file.fullName);
    if (itself) members.push({ type: file.type, fullName: file.fullName });
    members.push(...children.map(({ type: childType, fullName }) => ({ type: childType, fullName })));
    if (itself) files.push(file);
    else if (children.length > 0) files.push(withOnly(file, type, children));
  }
  return { files, members, problems: problemsOf(manifest, members) };
}

/** Every child of a component's file; none for types without children. */
export function childrenOf(parent: StoredMetadataFile, type: MetadataTypeInfo): StoredChild[] {
  if (type.children.length === 0) return [];
  return parseXml(parent.content).children.flatMap((element) => {
    const kind = type.children.find((child) => child.element === element.name);
    if (!kind) return [];
    const name = childText(element, 'fullName');
    return [{ type: kind.name, fullName: kind.standalone ? name : `${parent.fullName}.${name}`, parent }];
  });
}

function withOnly(
  file: StoredMetadataFile,
  type: MetadataTypeInfo,
  children: readonly StoredChild[]
): StoredMetadataFile {
  const wanted = new Set(children.map((child) => `${child.type} ${child.fullName}`));
  const root = parseXml(file.content);
  const kept = root.children.filter((element) => {
    const kind = type.children.find((child) => child.element === element.name);
    const name = childText(element, 'fullName');
    return kind && wanted.has(`${kind.name} ${kind.standalone ? name : `${file.fullName}.${name}`}`);
  });
  return { ...file, content: new TextEncoder().encode(serializeDocument(root.name, kept)) };
}

function problemsOf(manifest: Manifest, members: readonly MetadataReference[]): string[] {
  const found = new Set(members.map(({ type, fullName }) => `${type} ${fullName}`));
  return [...manifest.members].flatMap(([type, named]) => {
    if (!isMetadataTypeName(type)) return [`Entity type: '${type}' is unknown`];
    if (!metadataType(type) && !parentTypeOf(type)) {
      return [`Entity type: '${type}' is not available in this organization`];
    }
    return named
      .filter((fullName) => fullName !== '*' && !found.has(`${type} ${fullName}`))
      .map((fullName) => `Entity of type '${type}' named '${fullName}' cannot be found`);
  });
}
