import { ApiSchemas } from 'jsforce/lib/api/metadata/schema.js';
import type { XmlElement } from './document.ts';
import { METADATA_NAMESPACE } from './serialize.ts';

/** What is wrong with an element, in the words of the Metadata API, and where. */
export interface XmlProblem {
  problem: string;
  line: number;
  column: number;
}

/** `string`, `?boolean`, `?ValueSet`, or a list `['CustomField']`: as the Metadata WSDL has it. */
type PropertySchema = string | readonly string[];
interface TypeSchema {
  props: Record<string, PropertySchema>;
  extends?: string;
}

// The types that jsforce generates from the Metadata WSDL; its declaration is a union of 839 literal types.
const schemas = ApiSchemas as unknown as Record<string, TypeSchema | undefined>;

/** The elements that a metadata type may hold, those of its base type included; undefined for an unknown type. */
export function propertiesOf(typeName: string): Record<string, PropertySchema> | undefined {
  const schema = schemas[typeName];
  if (!schema) return undefined;
  return { ...(schema.extends && propertiesOf(schema.extends)), ...schema.props };
}

/**
 * The first thing in this document that the metadata type does not allow. The texts are those of
 * https://github.com/SFDO-Community/TractionThrive-archived-/pull/135 (an element that doesn't belong) and
 * https://github.com/forcedotcom/source-deploy-retrieve/pull/607 (an element where text belongs).
 */
export function checkDocument(root: XmlElement, typeName: string): XmlProblem | undefined {
  if (root.name !== typeName || root.attributes['xmlns'] !== METADATA_NAMESPACE) {
    const namespace = root.attributes['xmlns'] ?? '';
    return problemAt(root, `Element {${namespace}}${root.name} invalid at this location in type ${typeName}`);
  }
  const problem = checkElement(root, typeName);
  return problem ?? missingText(root, typeName);
}

function checkElement(element: XmlElement, typeName: string): XmlProblem | undefined {
  const properties = propertiesOf(typeName);
  if (!properties) return undefined;
  const seen = new Set<string>();
  for (const child of element.children) {
    const qualified = `{${METADATA_NAMESPACE}}${child.name}`;
    const property = properties[child.name];
    if (property === undefined) {
      return problemAt(child, `Element ${qualified} invalid at this location in type ${typeName}`);
    }
    if (typeof property === 'string' && seen.has(child.name)) {
      return problemAt(child, `Element ${qualified} is duplicated at this location in type ${typeName}`);
    }
    seen.add(child.name);
    const problem = checkValue(child, valueType(property));
    if (problem) return problem;
  }
  return undefined;
}

function checkValue(element: XmlElement, type: string): XmlProblem | undefined {
  if (schemas[type]) return checkElement(element, type);
  const [inner] = element.children;
  if (inner) {
    return problemAt(
      inner,
      `Unexpected element {${METADATA_NAMESPACE}}${inner.name} during simple type deserialization`
    );
  }
  const text = element.text.trim();
  if (type === 'boolean' && !/^(true|false|1|0)$/.test(text)) {
    return problemAt(element, `'${text}' is not a valid value for the boolean ${element.name}`);
  }
  if (type === 'number' && (text === '' || Number.isNaN(Number(text)))) {
    return problemAt(element, `'${text}' is not a valid value for the number ${element.name}`);
  }
  return undefined;
}

/** A required text that the component itself lacks, such as a permission set's label. */
function missingText(root: XmlElement, typeName: string): XmlProblem | undefined {
  const missing = Object.entries(propertiesOf(typeName) ?? {}).find(
    ([name, property]) => property === 'string' && !root.children.some((child) => child.name === name)
  );
  return missing && problemAt(root, `Required field is missing: ${missing[0]}`);
}

function valueType(property: PropertySchema): string {
  const type = typeof property === 'string' ? property : (property.at(-1) ?? 'any');
  return type.replace(/^\?/, '');
}

function problemAt(element: XmlElement, problem: string): XmlProblem {
  return { problem, line: element.line, column: element.column };
}
