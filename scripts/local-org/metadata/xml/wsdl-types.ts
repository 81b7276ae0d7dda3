import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** One element that a metadata type allows. */
export interface WsdlProperty {
  /** `string`, `boolean`, `number`, or the name of a type or of a list of values. */
  type: string;
  repeated: boolean;
  optional: boolean;
}

interface WsdlType {
  base: string | undefined;
  properties: Map<string, WsdlProperty>;
}

interface Wsdl {
  types: ReadonlyMap<string, WsdlType>;
  enumerations: ReadonlyMap<string, readonly string[]>;
}

/** Files name these types, the WSDL only the one that they have in common. */
const FOLDER_TYPES: ReadonlySet<string> = new Set(['DashboardFolder', 'ReportFolder']);

let wsdl: Wsdl | undefined;

/** The elements of a type, those of its base type included; undefined when the Metadata API has no such type. */
export function propertiesOf(typeName: string): ReadonlyMap<string, WsdlProperty> | undefined {
  const type = readWsdl().types.get(FOLDER_TYPES.has(typeName) ? 'Folder' : typeName);
  if (!type?.base) return type?.properties;
  return new Map([...(propertiesOf(type.base) ?? []), ...type.properties]);
}

/** The values of an enumeration such as `SharingModel`; undefined when there is none of that name. */
export function valuesOf(enumerationName: string): readonly string[] | undefined {
  return readWsdl().enumerations.get(enumerationName);
}

/**
 * Salesforce publishes its Metadata WSDL as TypeScript declarations, one statement a type. They are read as data,
 * once, because no package has the WSDL itself in its present version.
 */
function readWsdl(): Wsdl {
  if (wsdl) return wsdl;
  const require = createRequire(import.meta.resolve('@salesforce/source-deploy-retrieve/package.json'));
  const module = require.resolve('@salesforce/types/metadata');
  wsdl = parseDeclarations(readFileSync(module.replace(/\.js$/, '.d.ts'), 'utf8'));
  return wsdl;
}

const ENUMERATION = /^export type (\w+) = ((?:'[^']*'(?: \| )?)+);$/;
const TYPE_START = /^export type (\w+) = (?:(\w+) & )?\{(\};)?$/;
const PROPERTY = /^ {4}(\w+)(\?)?: (\w+)(\[\])?;$/;

function parseDeclarations(source: string): Wsdl {
  const types = new Map<string, WsdlType>();
  const enumerations = new Map<string, readonly string[]>();
  let current: WsdlType | undefined;
  for (const line of source.split('\n')) {
    const property = PROPERTY.exec(line);
    if (property && current) {
      const [, name = '', optional, type = '', repeated] = property;
      current.properties.set(name, { type, repeated: Boolean(repeated), optional: Boolean(optional) });
      continue;
    }
    const start = TYPE_START.exec(line);
    if (start) {
      current = { base: start[2], properties: new Map() };
      types.set(start[1] ?? '', current);
      continue;
    }
    const enumeration = ENUMERATION.exec(line);
    if (enumeration) {
      const values = (enumeration[2] ?? '').split(' | ').map((value) => value.slice(1, -1));
      enumerations.set(enumeration[1] ?? '', values);
    }
  }
  return { types, enumerations };
}
