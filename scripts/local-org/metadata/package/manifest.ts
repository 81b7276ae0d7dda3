import { childText, childrenOf, parseXml, XmlSyntaxError, type XmlElement } from '../../xml/document.ts';
import { escapeXml, METADATA_NAMESPACE } from '../../xml/serialize.ts';

/** What a `package.xml` (or a list of destructive changes) names: members by metadata type. */
export interface Manifest {
  members: ReadonlyMap<string, readonly string[]>;
  /** Such as `66.0`; empty when it says nothing. */
  version: string;
}

/** Parses a manifest; throws XmlSyntaxError when it is no `Package` document. */
export function parseManifest(text: string): Manifest {
  const root = parseXml(text);
  if (root.name !== 'Package') {
    throw new XmlSyntaxError(`Expected a Package, found ${root.name}`, root);
  }
  return manifestOf(root);
}

/** The manifest in an element that holds `types` and `version`, as the SOAP call `retrieve` carries it. */
export function manifestOf(element: XmlElement): Manifest {
  const members = new Map<string, string[]>();
  for (const types of childrenOf(element, 'types')) {
    const name = childText(types, 'name');
    const named = childrenOf(types, 'members').map((member) => withoutSlash(member.text.trim()));
    members.set(name, [...(members.get(name) ?? []), ...named]);
  }
  return { members, version: childText(element, 'version') };
}

/** source-deploy-retrieve names a folder of reports `Sales/`, the Metadata API's documentation `Sales`. */
function withoutSlash(member: string): string {
  return member.endsWith('/') ? member.slice(0, -1) : member;
}

/** The text of a manifest, types and members in order. */
export function writeManifest({ members, version }: Manifest): string {
  const types = [...members]
    .sort(([left], [right]) => left.localeCompare(right, 'en'))
    .map(([name, named]) => {
      const lines = [...named].sort().map((member) => `        <members>${escapeXml(member)}</members>\n`);
      return `    <types>\n${lines.join('')}        <name>${escapeXml(name)}</name>\n    </types>\n`;
    });
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<Package xmlns="${METADATA_NAMESPACE}">\n` +
    `${types.join('')}    <version>${version}</version>\n</Package>\n`
  );
}

/** True when the manifest names this component itself or everything of its type. */
export function names(manifest: Manifest, type: string, fullName: string): boolean {
  const named = manifest.members.get(type);
  return named !== undefined && (named.includes(fullName) || named.includes('*'));
}
