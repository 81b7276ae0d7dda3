import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** One element of a metadata file. Text of mixed content isn't kept: metadata has none. */
export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  text: string;
  children: XmlElement[];
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  ignoreDeclaration: true,
  ignorePiTags: true
});

type ParsedNode = Record<string, unknown>;

function toElement(node: ParsedNode): XmlElement | null {
  const name = Object.keys(node).find((key) => key !== ':@' && key !== '#text');
  if (!name) return null;
  const inner = node[name] as ParsedNode[];
  const children = inner.map(toElement).filter((child) => child !== null);
  const text = inner.map((child) => ('#text' in child ? String(child['#text']) : '')).join('');
  return {
    name,
    attributes: (node[':@'] as Record<string, string> | undefined) ?? {},
    text: children.length > 0 ? '' : text,
    children
  };
}

/** The root element; throws an Error whose message tells the line when the text isn't well-formed. */
export function parseXml(content: Uint8Array): XmlElement {
  const text = new TextDecoder().decode(content).replace(/^\uFEFF/, '');
  const valid = XMLValidator.validate(text);
  if (valid !== true) throw new XmlError(valid.err.msg, valid.err.line, valid.err.col);
  const root = (parser.parse(text) as ParsedNode[]).map(toElement).find((element) => element !== null);
  if (!root) throw new XmlError('The file is empty', 1, 1);
  return root;
}

export class XmlError extends Error {
  readonly line: number;
  readonly column: number;

  constructor(message: string, line: number, column: number) {
    super(message);
    this.name = 'XmlError';
    this.line = line;
    this.column = column;
  }
}

export function childElements(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

export function childElement(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}

/** The trimmed text of a child, or null when it is absent or empty. */
export function childText(element: XmlElement, name: string): string | null {
  return childElement(element, name)?.text.trim() || null;
}

export function childFlag(element: XmlElement, name: string): boolean {
  return childText(element, name) === 'true';
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function escapeText(text: string): string {
  return text.replace(/[&<>]/g, (character) => ESCAPES[character]);
}

function writeElement(element: XmlElement, indent: string): string {
  const attributes = Object.entries(element.attributes)
    .map(([name, value]) => ` ${name}="${escapeText(value).replaceAll('"', '&quot;')}"`)
    .join('');
  const open = `${indent}<${element.name}${attributes}`;
  if (element.children.length > 0) {
    const inner = element.children.map((child) => writeElement(child, `${indent}    `)).join('');
    return `${open}>\n${inner}${indent}</${element.name}>\n`;
  }
  return element.text === '' ? `${open}/>\n` : `${open}>${escapeText(element.text)}</${element.name}>\n`;
}

/** The file as the Metadata API writes it: declaration, four spaces. */
export function writeXml(root: XmlElement): Uint8Array {
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>\n${writeElement(root, '')}`);
}
