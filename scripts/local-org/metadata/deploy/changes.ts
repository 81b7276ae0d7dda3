import type { MetadataFile, Schema } from '../../contract.ts';
import { mergeFiles } from '../../schema/merge-file.ts';
import { textOf } from '../package/zip.ts';
import { childText, parseXml, type XmlElement } from '../../xml/document.ts';
import { serializeElement } from '../../xml/serialize.ts';
import type { Member, PlannedComponent } from './plan.ts';

export interface MemberChange {
  created: boolean;
  changed: boolean;
}

/** What deploying this member does to the org as it is: `deployed` are the files of its component there. */
export function changeOf(
  member: Member,
  { component, root }: PlannedComponent,
  deployed: readonly MetadataFile[],
  schema: Schema
): MemberChange {
  const [before] = deployed;
  if (!before) {
    // A standard object is there before anything of it is deployed.
    const exists =
      !member.element && component.type.name === 'CustomObject' && schema.object(component.fullName);
    return exists ? { created: false, changed: true } : { created: true, changed: true };
  }
  // A bundle, or a file beside its `-meta.xml`: any content, not only XML.
  if (!root || component.type.metaFile) {
    return { created: false, changed: !sameFiles(component.files, deployed) };
  }
  const beforeRoot = parseXml(before.content);
  if (member.element) {
    const known = childLike(beforeRoot, member.element);
    return { created: !known, changed: !known || !sameElement(known, member.element) };
  }
  if (component.type.children.length === 0) {
    return {
      created: false,
      changed: !sameFiles(component.files, deployed) && !sameDocuments(component.files, deployed)
    };
  }
  const [incoming] = component.files;
  const after = incoming ? parseXml(textOf(mergeFiles(before.content, incoming.content))) : beforeRoot;
  const childElements = new Set(component.type.children.map(({ element }) => element));
  const settings = (element: XmlElement): string =>
    element.children
      .filter(({ name }) => !childElements.has(name))
      .map((child) => serializeElement(child))
      .sort()
      .join('');
  return { created: false, changed: settings(beforeRoot) !== settings(after) };
}

function childLike(root: XmlElement, child: XmlElement): XmlElement | undefined {
  const fullName = childText(child, 'fullName');
  return root.children.find(
    (known) => known.name === child.name && childText(known, 'fullName') === fullName
  );
}

function sameElement(left: XmlElement, right: XmlElement): boolean {
  return serializeElement(left) === serializeElement(right);
}

function sameFiles(left: readonly MetadataFile[], right: readonly MetadataFile[]): boolean {
  const contents = new Map(right.map(({ fileName, content }) => [fileName, content]));
  return (
    left.length === right.length &&
    left.every(({ fileName, content }) => {
      const other = contents.get(fileName);
      return other !== undefined && Buffer.compare(content, other) === 0;
    })
  );
}

/** One XML file each that says the same, whatever its white space. */
function sameDocuments([left]: readonly MetadataFile[], [right]: readonly MetadataFile[]): boolean {
  if (!left || !right || !left.fileName.endsWith(right.fileName)) return false;
  return sameElement(parseXml(left.content), parseXml(textOf(right.content)));
}
