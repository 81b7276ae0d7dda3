import type { Plugin } from 'vite';

import type { Labels } from '../metadata/labels.ts';
import { packagedScopedModule } from './base-components.ts';

const PREFIX = '@salesforce/';
const VIRTUAL = '\0caddie:scoped:';

/** Settings of the page, which the server writes into it: the user, the form factor, the text direction. */
const PAGE = 'globalThis.caddiePreview';

function exportValue(value: unknown): string {
  return `export default ${JSON.stringify(value)};`;
}

/** `Opportunity.Account.Name` → the field `Account.Name` of Opportunity. */
function schemaModule(path: string): string {
  const [objectApiName, ...field] = path.split('.');
  return exportValue(field.length > 0 ? { fieldApiName: field.join('.'), objectApiName } : { objectApiName });
}

function labelModule(name: string, labels: Labels): string {
  const text = labels.texts.get(name.replace(/^c\./, ''));
  if (name.startsWith('c.') && text === undefined) {
    throw new Error(`There is no custom label ${name.slice(2)}. Add it to a .labels-meta.xml file.`);
  }
  return exportValue(text ?? `[${name}]`);
}

const KINDS: Readonly<Record<string, (name: string, labels: Labels) => string>> = {
  label: labelModule,
  schema: schemaModule,
  resourceUrl: (name) => exportValue(`/resource/${name.replace('.', '__')}`),
  messageChannel: (name) => exportValue({ messageChannel: name }),
  // As on the platform: true for who holds the permission, undefined for everyone else.
  customPermission: (name) =>
    `export default ${PAGE}.permissions.includes(${JSON.stringify(name)}) || undefined;`,
  userPermission: (name) =>
    `export default ${PAGE}.permissions.includes(${JSON.stringify(name)}) || undefined;`,
  user: (name) => (name === 'Id' ? `export default ${PAGE}.user.id;` : exportValue(false)),
  client: () => `export default ${PAGE}.formFactor;`,
  community: () => exportValue(null),
  site: () => exportValue(null),
  gate: () => 'export default { isOpen: () => false };',
  accessCheck: () => exportValue(false),
  apex: (name) =>
    `export default () => Promise.reject(new Error(${JSON.stringify(`The preview runs no Apex: ${name}.`)}));`
};

/** What a `@salesforce/…` import means in the preview, or null for one that it does not know. */
export function scopedModule(specifier: string, labels: Labels): string | null {
  const [kind, ...rest] = specifier.slice(PREFIX.length).split('/');
  if (specifier === '@salesforce/i18n/dir') {
    return `export default ${PAGE}.dir;`;
  }
  return KINDS[kind]?.(rest.join('/'), labels) ?? null;
}

/** Serves `@salesforce/…` modules from the project's metadata and from the page's settings. */
export function scopedModulesPlugin(labels: Labels): Plugin {
  return {
    name: 'caddie:scoped-modules',
    enforce: 'pre',
    resolveId(specifier) {
      if (!specifier.startsWith(PREFIX)) {
        return null;
      }
      const packaged =
        specifier === '@salesforce/i18n/dir' || specifier.startsWith('@salesforce/client/')
          ? undefined
          : packagedScopedModule(specifier);
      return packaged ?? VIRTUAL + specifier;
    },
    load(id) {
      if (!id.startsWith(VIRTUAL)) {
        return null;
      }
      const specifier = id.slice(VIRTUAL.length);
      const code = scopedModule(specifier, labels);
      if (code === null) {
        throw new Error(`The preview does not know ${specifier}.`);
      }
      return { code, moduleType: 'js' };
    }
  };
}
