import type { XmlElement } from './document.ts';

export const METADATA_NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';
const INDENT = '    ';

export function escapeXml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&apos;');
}

/** An element without its place in a file. */
export type SerializedElement = Pick<XmlElement, 'name' | 'attributes' | 'children' | 'text'>;

/**
 * The element on lines of its own, indented as a retrieve indents. Two elements that say the same give the same
 * text, whatever their white space and comments were, so the result also serves to compare them.
 */
export function serializeElement(element: SerializedElement, depth = 0): string {
  const indent = INDENT.repeat(depth);
  const attributes = Object.entries(element.attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join('');
  const start = `${indent}<${element.name}${attributes}`;
  if (element.children.length > 0) {
    const inner = element.children.map((child) => serializeElement(child, depth + 1)).join('');
    return `${start}>\n${inner}${indent}</${element.name}>\n`;
  }
  if (element.text === '') return `${start}/>\n`;
  return `${start}>${escapeXml(element.text)}</${element.name}>\n`;
}

/** A whole metadata file with this root. */
export function serializeFile(root: SerializedElement): Uint8Array {
  return new TextEncoder().encode(`${DECLARATION}\n${serializeElement(root)}`);
}

/** A whole metadata file with a root of this name in the namespace of metadata, and these children. */
export function serializeDocument(name: string, children: readonly XmlElement[]): string {
  const root = { name, attributes: { xmlns: METADATA_NAMESPACE }, children, text: '' };
  return `${DECLARATION}\n${serializeElement(root)}`;
}
