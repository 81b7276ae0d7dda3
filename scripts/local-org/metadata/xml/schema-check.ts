import type { Place, XmlElement } from '../../xml/document.ts';
import { METADATA_NAMESPACE } from '../../xml/serialize.ts';
import { propertiesOf, valuesOf, type WsdlProperty } from './wsdl-types.ts';

/** What is wrong in a metadata file, in the words of the Metadata API, and where. */
export interface XmlProblem {
  problem: string;
  place: Place;
}

/** Tools that save Apex through the Tooling API write its namespace, and orgs take it back. */
const NAMESPACES: ReadonlySet<string> = new Set([METADATA_NAMESPACE, 'urn:metadata.tooling.soap.sforce.com']);

/**
 * The first thing in this document that its metadata type does not allow; the Metadata API too stops at the first.
 * Texts as in https://github.com/SFDO-Community/TractionThrive-archived-/pull/135 (an element that doesn't belong)
 * and https://github.com/forcedotcom/source-deploy-retrieve/pull/607 (an element where text belongs).
 */
export function checkDocument(root: XmlElement, typeName: string): XmlProblem | undefined {
  const namespace = root.attributes['xmlns'] ?? '';
  if (root.name !== typeName || !NAMESPACES.has(namespace)) {
    return {
      problem: `Element {${namespace}}${root.name} invalid at this location in type ${typeName}`,
      place: root
    };
  }
  return checkChildren(root, typeName, true) ?? missingText(root, typeName);
}

function checkChildren(element: XmlElement, typeName: string, isRoot = false): XmlProblem | undefined {
  const properties = propertiesOf(typeName);
  if (!properties) return undefined;
  const finished = new Set<string>();
  let previous = '';
  for (const child of element.children) {
    const { name } = child;
    const property = properties.get(name);
    if (!property) {
      const problem = `Element {${METADATA_NAMESPACE}}${name} invalid at this location in type ${typeName}`;
      return { problem, place: child };
    }
    // Directly below the root, elements that may repeat must stand together.
    const again = finished.has(name) || name === previous;
    if (again && (!property.repeated || (isRoot && finished.has(name)))) {
      return { problem: `Element ${name} is duplicated at this location in type ${typeName}`, place: child };
    }
    if (name !== previous) finished.add(previous);
    previous = name;
    const problem = checkValue(child, property);
    if (problem) return problem;
  }
  return undefined;
}

function checkValue(element: XmlElement, { type }: WsdlProperty): XmlProblem | undefined {
  if (propertiesOf(type)) return checkChildren(element, type);
  const [inner] = element.children;
  if (inner) {
    return {
      problem: `Unexpected element {${METADATA_NAMESPACE}}${inner.name} during simple type deserialization`,
      place: inner
    };
  }
  const text = element.text.trim();
  const values = valuesOf(type);
  if (values && !values.includes(text)) {
    return { problem: `'${text}' is not a valid value for the enum '${type}'`, place: element.end };
  }
  if (type === 'boolean' && !/^(true|false|1|0)$/.test(text)) {
    return {
      problem: `'${text}' is not a valid value for the boolean '${element.name}'`,
      place: element.end
    };
  }
  if (type === 'number' && (text === '' || Number.isNaN(Number(text)))) {
    return { problem: `'${text}' is not a valid value for the number '${element.name}'`, place: element.end };
  }
  return undefined;
}

/** A text that the component must have and lacks, such as a permission set's label. */
function missingText(root: XmlElement, typeName: string): XmlProblem | undefined {
  for (const [name, property] of propertiesOf(typeName) ?? []) {
    const required = property.type === 'string' && !property.optional && !property.repeated;
    if (required && !root.children.some((child) => child.name === name)) {
      return { problem: `Required field is missing: ${name}`, place: root };
    }
  }
  return undefined;
}
