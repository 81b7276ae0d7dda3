import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { ObjectSchema } from '../../contract.ts';
import { hasField, type Landscape } from '../landscape.ts';
import { textOf } from '../package/zip.ts';
import type { Bundle, ModuleReference } from './bundle.ts';

/** What the LWC engine itself exports. */
const ENGINE_MODULES = new Set(['lwc', '@lwc/state']);

/** `refreshApex` and `getSObjectValue`, which need no class. */
const APEX_MODULE = '@salesforce/apex';

/** Scopes whose values the platform itself provides, whatever the org holds. */
const PLATFORM_SCOPES = new Set([
  'client',
  'community',
  'i18n',
  'internal',
  'site',
  'user',
  'userPermission'
]);

/**
 * Why a module that a bundle imports can't be had, or undefined when it can. The words are the platform's: a label or
 * field that is missing, https://github.com/SalesforceLabs/Data-Fetcher/issues/9; a component,
 * https://github.com/trailheadapps/lwc-recipes-oss/issues/21; Apex,
 * https://github.com/tiaanswart/lightning-fieldset/issues/1.
 */
export function missingModule(
  { file, specifier }: ModuleReference,
  bundle: Bundle,
  landscape: Landscape
): string | undefined {
  if (ENGINE_MODULES.has(specifier) || specifier === APEX_MODULE) return undefined;
  if (specifier.startsWith('.')) {
    return isInBundle(specifier, bundle) ? undefined : `Can't resolve ${specifier} in ${file}`;
  }
  const [, scope, name] = /^@salesforce\/(\w+)(?:\/(.+))?$/.exec(specifier) ?? [];
  if (scope) return missingResource(scope, name ?? '', file, landscape);
  const [, namespace = '', module = ''] = /^([^/]+)\/(.+)$/.exec(specifier) ?? [];
  const exists =
    (namespace === 'c' && landscape.has('LightningComponentBundle', module)) ||
    (namespace === 'lightning' && lightningModules().has(module));
  if (exists) return undefined;
  const wanted = module ? `${namespace}:${module}` : specifier;
  return `No MODULE named markup://${wanted} found : [markup://c:${bundle.name}]`;
}

function missingResource(
  scope: string,
  name: string,
  file: string,
  landscape: Landscape
): string | undefined {
  const missing = (type: string) => `Invalid reference ${name} of type ${type} in file ${file}`;
  const requires = (type: string, fullName: string) =>
    landscape.has(type, fullName) ? undefined : missing(scope);
  switch (scope) {
    case 'label':
      return requires('CustomLabel', name.replace(/^c\./, ''));
    case 'schema':
      return schemaExists(name, landscape)
        ? undefined
        : missing(name.includes('.') ? 'sobjectField' : 'sobjectClass');
    case 'resourceUrl':
      return requires('StaticResource', name);
    case 'customPermission':
      return requires('CustomPermission', name);
    case 'messageChannel':
      return requires('LightningMessageChannel', name.replace(/__c$/, ''));
    case 'apex':
      return missingMethod(name, landscape);
    case 'contentAssetUrl':
      return requires('ContentAsset', name);
    default:
      return PLATFORM_SCOPES.has(scope) ? undefined : missing(scope);
  }
}

/** Apex isn't compiled here, so a method is looked for in the text of its class. */
function missingMethod(reference: string, landscape: Landscape): string | undefined {
  const [className = '', method = ''] = reference.split('.');
  const source = landscape.files('ApexClass', className).find(({ fileName }) => fileName.endsWith('.cls'));
  if (!source) return `Unable to find Apex action class referenced as '${className}'.`;
  const code = textOf(source.content).replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
  return new RegExp(`\\bstatic\\b[^;{}()]*\\s${method}\\s*\\(`, 'i').test(code)
    ? undefined
    : `Unable to find Apex action method referenced as '${reference}'.`;
}

/** `Opportunity`, `Opportunity.StageName`, `Opportunity.Account.Industry`, `Review__c.Guidance__r.Name`. */
function schemaExists(reference: string, landscape: Landscape): boolean {
  const [objectName = '', ...path] = reference.split('.');
  let objects: (ObjectSchema | undefined)[] = [landscape.object(objectName)];
  const field = path.pop();
  for (const relationship of path) {
    objects = objects.flatMap((object) => parentsOf(object, relationship, landscape));
  }
  return field === undefined ? objects[0] !== undefined : objects.some((object) => hasField(object, field));
}

function parentsOf(
  object: ObjectSchema | undefined,
  relationship: string,
  landscape: Landscape
): ObjectSchema[] {
  const fields = [...(object?.fields.values() ?? [])];
  const reference = fields.find(({ relationshipName }) => relationshipName === relationship);
  return (reference?.referenceTo ?? []).flatMap((name) => landscape.object(name) ?? []);
}

function isInBundle(specifier: string, { files }: Bundle): boolean {
  const path = join(specifier).replaceAll('\\', '/');
  return ['', '.js', '.ts'].some((ending) => files.has(`${path}${ending}`));
}

/** Modules of the platform that neither of the two packages below carries. */
const FURTHER_LIGHTNING_MODULES = [
  'actions',
  'barcodeScanner',
  'logger',
  'mediaUtils',
  'mobileCapabilities',
  'omnistudioPubsub',
  'uiListApi'
];
let known: ReadonlySet<string> | undefined;

/** The base components and the platform modules for which Salesforce's test tools have stubs. */
function lightningModules(): ReadonlySet<string> {
  if (known) return known;
  const require = createRequire(import.meta.url);
  const baseComponents = join(
    dirname(require.resolve('lightning-base-components/package.json')),
    'src/lightning'
  );
  const stubs = join(
    dirname(require.resolve('@salesforce/sfdx-lwc-jest/package.json')),
    'src/lightning-stubs'
  );
  known = new Set([...readdirSync(baseComponents), ...readdirSync(stubs), ...FURTHER_LIGHTNING_MODULES]);
  return known;
}
