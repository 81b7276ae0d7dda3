import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** A place in a file, both from 1. */
export interface Place {
  line: number;
  column: number;
}

/**
 * One element of a metadata file. Its own place is just behind the start tag, where the Metadata API reports a
 * problem: `(44:13)` follows `<fields>` indented by four, https://github.com/trailheadapps/ebikes-lwc/issues/457
 */
export interface XmlElement extends Place {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly XmlElement[];
  /** The text directly inside, entities decoded; empty when there are only elements. */
  text: string;
  /** Just behind the end tag, where the Metadata API places a bad value. */
  end: Place;
}

export class XmlSyntaxError extends Error {
  readonly place: Place;

  constructor(message: string, place: Place) {
    super(message);
    this.name = 'XmlSyntaxError';
    this.place = place;
  }
}

type RawNode = Record<string | symbol, unknown>;

const ATTRIBUTES = ':@';
const TEXT = '#text';
const CDATA = '#cdata';
const META = XMLParser.getMetaDataSymbol() as symbol;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  cdataPropName: CDATA,
  captureMetaData: true,
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  // Decoded here: the parser's own list leaves out numeric entities or lets HTML's in.
  processEntities: false
});

/** Parses a document with exactly one root; throws XmlSyntaxError with the place of the first mistake. */
export function parseXml(source: string | Uint8Array): XmlElement {
  const text = (typeof source === 'string' ? source : new TextDecoder().decode(source)).replace(
    /^\uFEFF/,
    ''
  );
  if (/<!DOCTYPE/i.test(text)) throw new XmlSyntaxError('DOCTYPE is disallowed', { line: 1, column: 1 });
  const verdict = XMLValidator.validate(text);
  if (verdict !== true) {
    const { msg, line, col } = verdict.err;
    throw new XmlSyntaxError(msg, { line, column: col ?? 1 });
  }
  const place = placeFinder(text);
  const roots = elementsOf(parser.parse(text) as RawNode[], text, place);
  const [root, second] = roots;
  if (!root) throw new XmlSyntaxError('Start tag expected.', { line: 1, column: 1 });
  if (second) {
    throw new XmlSyntaxError('The markup in the document following the root element must be well-formed.', {
      line: second.line,
      column: second.column
    });
  }
  return root;
}

/** The first child of that name. */
export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}

export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** The trimmed text of the first child of that name; empty without one. */
export function childText(element: XmlElement, name: string): string {
  return childOf(element, name)?.text.trim() ?? '';
}

/** True for a child that says `true`. */
export function childFlag(element: XmlElement, name: string): boolean {
  return childText(element, name) === 'true';
}

function elementsOf(nodes: readonly RawNode[], source: string, place: PlaceFinder): XmlElement[] {
  const elements: XmlElement[] = [];
  for (const node of nodes) {
    const name = Object.keys(node).find((key) => key !== ATTRIBUTES);
    if (!name || name === TEXT || name === CDATA || name.startsWith('?')) continue;
    const content = node[name] as RawNode[];
    const { startIndex, endIndex } = node[META] as { startIndex: number; endIndex: number };
    elements.push({
      name,
      attributes: decodeAll((node[ATTRIBUTES] ?? {}) as Record<string, string>),
      children: elementsOf(content, source, place),
      text: textOf(content),
      ...place(startTagEnd(source, startIndex)),
      end: place(endIndex)
    });
  }
  return elements;
}

function textOf(nodes: readonly RawNode[]): string {
  return nodes
    .map((node) => {
      if (TEXT in node) return decodeEntities(String(node[TEXT]));
      if (CDATA in node)
        return textOf((node[CDATA] as RawNode[]).map((part) => ({ [CDATA_TEXT]: part[TEXT] })));
      return CDATA_TEXT in node ? String(node[CDATA_TEXT]) : '';
    })
    .join('');
}

/** Marks text that came from a CDATA section: nothing in it is an entity. */
const CDATA_TEXT = 'cdata';

const NAMED_ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, named) => {
    if (named) return NAMED_ENTITIES[named] ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function decodeAll(attributes: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, decodeEntities(value)]));
}

/** The offset just behind the `>` of the tag that begins here; a `>` inside an attribute doesn't count. */
function startTagEnd(source: string, start: number): number {
  let quote = '';
  for (let index = start; index < source.length; index += 1) {
    const character = source.charAt(index);
    if (quote) {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") {
      quote = character;
    } else if (character === '>') {
      return index + 1;
    }
  }
  return source.length;
}

type PlaceFinder = (offset: number) => Place;

function placeFinder(source: string): PlaceFinder {
  const lineStarts = [0];
  for (let index = source.indexOf('\n'); index !== -1; index = source.indexOf('\n', index + 1)) {
    lineStarts.push(index + 1);
  }
  return (offset) => {
    let low = 0;
    let high = lineStarts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 };
  };
}
