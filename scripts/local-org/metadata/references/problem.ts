import type { ObjectSchema } from '../../contract.ts';
import { hasField, type Landscape } from '../landscape.ts';
import type { Place, XmlElement } from '../../xml/document.ts';
import type { XmlProblem } from '../xml/schema-check.ts';

/** Finds what a component refers to and the org will not have. `fullName` is the component's. */
export type ReferenceCheck = (root: XmlElement, fullName: string, landscape: Landscape) => XmlProblem[];

/** The Metadata API's sentence for a reference that leads nowhere: https://github.com/forcedotcom/cli/issues/155 */
export function notFound(element: string, type: string, fullName: string, place: Place): XmlProblem {
  return at(place, `In field: ${element} - no ${type} named ${fullName} found`);
}

export function at({ line, column }: Place, problem: string): XmlProblem {
  return { problem, place: { line, column } };
}

/** A problem for each element whose text names no component of that type. */
export function missingComponents(
  elements: readonly XmlElement[],
  type: string,
  landscape: Landscape
): XmlProblem[] {
  return elements
    .filter((element) => !landscape.has(type, element.text.trim()))
    .map((element) => notFound(element.name, type, element.text.trim(), element));
}

/** A problem for each element whose text names no field of the object; `label` is how the sentence names the element. */
export function missingFields(
  elements: readonly XmlElement[],
  object: ObjectSchema | undefined,
  label?: string
): XmlProblem[] {
  if (!object) return [];
  return elements
    .filter((element) => !hasField(object, element.text.trim()))
    .map((element) =>
      notFound(label ?? element.name, 'CustomField', `${object.name}.${element.text.trim()}`, element)
    );
}

/** Every element of that name, at any depth. */
export function descendants(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...descendants(child, name)
  ]);
}
