import registry from '@salesforce/source-deploy-retrieve/lib/src/registry/metadataRegistry.json' with { type: 'json' };
import { KEPT } from './kept.ts';

/** How components of a metadata type lie in a package. */
export interface MetadataTypeInfo {
  name: string;
  directoryName: string;
  /** The end of its file names, without a dot; none for bundles. */
  suffix?: string;
  /** One folder a component. */
  bundle: boolean;
  /** A file with content and beside it one `-meta.xml`. */
  metaFile: boolean;
  /** Its content is a folder of files, of which the descriptor beside it ends so: `site-meta.xml`. */
  contentFolder?: string;
  /** Components lie in folders, which are deployed under the same type: `Sales` and `Sales/Pipeline`. */
  inFolder: boolean;
  children: readonly ChildTypeInfo[];
}

/** Components that live inside the file of another, as CustomField does in CustomObject. */
export interface ChildTypeInfo {
  name: string;
  /** The XML element that holds one of them. */
  element: string;
  /** Named on their own (`Greeting`), not with the parent (`Account.Tier__c`). */
  standalone: boolean;
}

/** What the org enforces, what its pages show, and what is nothing but data to it. */
const ACTED_UPON = [
  'CspTrustedSite',
  'CustomApplication',
  'CustomLabels',
  'CustomObject',
  'CustomPermission',
  'CustomTab',
  'FlexiPage',
  'GlobalValueSet',
  'Group',
  'Layout',
  'LightningComponentBundle',
  'LightningMessageChannel',
  'PathAssistant',
  'PermissionSet',
  'Prompt',
  'QuickAction',
  'RestrictionRule',
  'SharingRules',
  'StaticResource'
];

const DEPLOYABLE = new Set([...ACTED_UPON, ...Object.keys(KEPT)]);

/** How a type's component lies beside its `-meta.xml`: an archive or any file, or a file with the type's own ending. */
const WITH_META_FILE = new Set(['mixedContent', 'matchingContentFile']);

/** https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_experiencebundle.htm */
const CONTENT_FOLDERS: Readonly<Record<string, string>> = { ExperienceBundle: '.site-meta.xml' };

interface RegistryType {
  name: string;
  directoryName: string;
  suffix?: string;
  isAddressable?: boolean;
  ignoreParentName?: boolean;
  inFolder?: boolean;
  xmlElementName?: string;
  children?: { types: Record<string, RegistryType> };
  strategies?: { adapter: string };
}

const registered = Object.values(registry.types as unknown as Record<string, RegistryType>);

/** The types that can be deployed, in order of their names. */
export const METADATA_TYPES: readonly MetadataTypeInfo[] = registered
  .filter(({ name }) => DEPLOYABLE.has(name))
  .map(typeInfo)
  .sort((left, right) => left.name.localeCompare(right.name, 'en'));

const KNOWN_NAMES = new Set(
  registered.flatMap((type) => [
    type.name,
    ...Object.values(type.children?.types ?? {}).map((child) => child.name)
  ])
);

export function metadataType(name: string): MetadataTypeInfo | undefined {
  return METADATA_TYPES.find((type) => type.name === name);
}

/** The type whose file holds components of this child type: CustomObject for CustomField. */
export function parentTypeOf(childName: string): MetadataTypeInfo | undefined {
  return METADATA_TYPES.find((type) => type.children.some((child) => child.name === childName));
}

/** The type whose components lie in a folder of this name, such as `lwc` or `objects`. */
export function typeOfDirectory(directoryName: string): MetadataTypeInfo | undefined {
  return METADATA_TYPES.find((type) => type.directoryName === directoryName);
}

/** True for every metadata type and child type of Salesforce, deployable here or not. */
export function isMetadataTypeName(name: string): boolean {
  return KNOWN_NAMES.has(name);
}

function typeInfo(type: RegistryType): MetadataTypeInfo {
  const adapter = type.strategies?.adapter;
  const contentFolder = CONTENT_FOLDERS[type.name];
  return {
    name: type.name,
    directoryName: type.directoryName,
    ...(type.suffix && { suffix: type.suffix }),
    ...(contentFolder && { contentFolder }),
    bundle: adapter === 'bundle',
    metaFile: adapter !== undefined && WITH_META_FILE.has(adapter),
    inFolder: type.inFolder ?? false,
    children: Object.values(type.children?.types ?? {}).map((child) => ({
      name: child.name,
      element: child.xmlElementName ?? child.directoryName,
      standalone: child.ignoreParentName ?? false
    }))
  };
}
