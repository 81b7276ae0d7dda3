import type { XmlElement } from '../local-org/xml/document.ts';
import { propertiesOf, valuesOf } from '../local-org/metadata/xml/wsdl-types.ts';

/** What the Metadata API would not take, and where. */
export interface ApiProblem {
  line: number;
  text: string;
}

const NUMBER = /^-?\d+(\.\d+)?$/;

/**
 * Free-form XML in the WSDL (`xsd:base64Binary`): what may stand in it depends on the component's targets.
 * https://developer.salesforce.com/docs/platform/lwc/guide/reference-configuration-tags.html
 */
const FREE_FORM = new Set(['LightningComponentBundle.targetConfigs']);

/**
 * Every element and value below `element` that the metadata type doesn't allow, and every element that it lacks.
 * A deploy stops at the first; whoever writes metadata wants to see them all.
 */
export function checkElement(element: XmlElement, typeName: string): ApiProblem[] {
  const properties = propertiesOf(typeName);
  if (!properties) return [problemAt(element, `${typeName} is no type of the Metadata API`)];
  const problems: ApiProblem[] = [];
  const seen = new Set<string>();
  for (const child of element.children) {
    const property = properties.get(child.name);
    if (!property) {
      problems.push(problemAt(child, `${typeName} has no element ${child.name}`));
      continue;
    }
    if (!property.repeated && seen.has(child.name)) {
      problems.push(problemAt(child, `${typeName} takes ${child.name} once`));
    }
    seen.add(child.name);
    if (!FREE_FORM.has(`${typeName}.${child.name}`)) problems.push(...checkValue(child, property.type));
  }
  for (const [name, property] of properties) {
    if (!property.optional && !property.repeated && !seen.has(name)) {
      problems.push(problemAt(element, `${typeName} needs ${name}`));
    }
  }
  return problems;
}

function checkValue(element: XmlElement, typeName: string): ApiProblem[] {
  if (propertiesOf(typeName)) return checkElement(element, typeName);
  if (element.children.length > 0) return [problemAt(element, `${element.name} takes a value, not elements`)];
  const value = element.text.trim();
  const expected = expectation(value, typeName);
  return expected === null ? [] : [problemAt(element, `${element.name} takes ${expected}, not ${value}`)];
}

/** What the simple type takes instead of this value, or null when the value is one of its own. */
function expectation(value: string, typeName: string): string | null {
  const values = valuesOf(typeName);
  if (values) return values.includes(value) ? null : `one of ${values.join(', ')}`;
  if (typeName === 'boolean') return value === 'true' || value === 'false' ? null : 'true or false';
  if (typeName === 'number') return NUMBER.test(value) ? null : 'a number';
  return null;
}

function problemAt(element: XmlElement, text: string): ApiProblem {
  return { line: element.line, text };
}
