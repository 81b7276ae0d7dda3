import type { MetadataReference } from '../contract.ts';
import { childText, parseXml, type XmlElement } from '../xml/document.ts';
import { serializeFile } from '../xml/serialize.ts';

/** Which element of a container file holds a child component, and of which container type. */
const CHILD_ELEMENTS: Readonly<Record<string, { container: string; element: string }>> = {
  CustomField: { container: 'CustomObject', element: 'fields' },
  ValidationRule: { container: 'CustomObject', element: 'validationRules' },
  ListView: { container: 'CustomObject', element: 'listViews' },
  CompactLayout: { container: 'CustomObject', element: 'compactLayouts' },
  RecordType: { container: 'CustomObject', element: 'recordTypes' },
  WebLink: { container: 'CustomObject', element: 'webLinks' },
  FieldSet: { container: 'CustomObject', element: 'fieldSets' },
  BusinessProcess: { container: 'CustomObject', element: 'businessProcesses' },
  CustomLabel: { container: 'CustomLabels', element: 'labels' },
  SharingCriteriaRule: { container: 'SharingRules', element: 'sharingCriteriaRules' },
  SharingOwnerRule: { container: 'SharingRules', element: 'sharingOwnerRules' }
};

const CONTAINERS = new Set(Object.values(CHILD_ELEMENTS).map(({ container }) => container));

/** True for types whose file is added to what is deployed instead of replacing it. */
export function isContainer(type: string): boolean {
  return CONTAINERS.has(type);
}

/** Where a child component lives, or null when the type is a component of its own. */
export function containerOf(child: MetadataReference): (MetadataReference & { element: string }) | null {
  const known = CHILD_ELEMENTS[child.type];
  if (!known) return null;
  const isLabel = known.container === 'CustomLabels';
  return {
    type: known.container,
    element: known.element,
    fullName: isLabel ? 'CustomLabels' : child.fullName.slice(0, child.fullName.indexOf('.'))
  };
}

function byNameThenFullName(one: XmlElement, other: XmlElement): number {
  const key = (element: XmlElement) => `${element.name}\0${childText(element, 'fullName')}`;
  return key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0;
}

/** The deployed file with the children and settings of the incoming one laid over it. */
export function mergeFiles(deployed: Uint8Array, incoming: Uint8Array): Uint8Array {
  const base = parseXml(deployed);
  const next = parseXml(incoming);
  const replaced = (element: XmlElement) =>
    next.children.some(
      (child) =>
        child.name === element.name && childText(child, 'fullName') === childText(element, 'fullName')
    );
  const kept = base.children.filter((element) => !replaced(element));
  return serializeFile({ ...next, children: [...kept, ...next.children].sort(byNameThenFullName) });
}

/** The container's file without one child; null when the child isn't in it. */
export function withoutChild(deployed: Uint8Array, element: string, fullName: string): Uint8Array | null {
  const root = parseXml(deployed);
  const name = fullName.slice(fullName.indexOf('.') + 1);
  const children = root.children.filter(
    (child) => child.name !== element || childText(child, 'fullName') !== name
  );
  return children.length === root.children.length ? null : serializeFile({ ...root, children });
}
