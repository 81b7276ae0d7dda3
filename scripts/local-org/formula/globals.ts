import type { FieldSchema, ObjectSchema, Schema } from '../contract.ts';
import type { Value } from './values.ts';

/** What formulas can name beside the record, by its name in lower case; what isn't there is blank. */
export type Globals = ReadonlyMap<string, Value>;

/**
 * The same for everyone. Formulas cut the instance's address out of the API's; the org doesn't know under which host
 * it is reached, so its addresses begin at the root.
 */
export const CONSTANTS: Globals = new Map([
  ['$api.partner_server_url_260', '/services/Soap/u/26.0'],
  ['$api.enterprise_server_url_260', '/services/Soap/c/26.0']
]);

/**
 * The records behind global variables, all of them about who asks.
 * https://help.salesforce.com/s/articleView?id=sf.dev_understanding_global_variables.htm
 */
export const GLOBAL_RECORDS = {
  $organization: 'Organization',
  $profile: 'Profile',
  $user: 'User',
  $userrole: 'UserRole'
} as const;

const PERMISSION = '$permission.';

/** What formulas are checked against. */
export interface FormulaLandscape {
  schema: Schema;
  /** Names of the org's custom permissions, in lower case. */
  customPermissions: ReadonlySet<string>;
}

export function isGlobal(name: string): boolean {
  return name.startsWith('$');
}

/** The fields of a record that global variables show: those that are plain values. */
export function globalFields(object: ObjectSchema): FieldSchema[] {
  return [...object.fields.values()].filter(({ longText, computed }) => !longText && !computed);
}

/** Throws an Error in the words of a deploy unless a global variable can be worked out. */
export function checkGlobal(name: string, { schema, customPermissions }: FormulaLandscape): void {
  const key = name.toLowerCase();
  if (CONSTANTS.has(key)) return;
  const [scope, field, ...rest] = key.split('.');
  if (key.startsWith(PERMISSION)) {
    if (customPermissions.has(key.slice(PERMISSION.length))) return;
    throw new Error(`Field ${name} does not exist. Check spelling.`);
  }
  if (!Object.hasOwn(GLOBAL_RECORDS, scope) || rest.length > 0) {
    throw new Error(`The global variable ${name} is not supported by the local org`);
  }
  const object = schema.object(GLOBAL_RECORDS[scope as keyof typeof GLOBAL_RECORDS]);
  const known = object ? globalFields(object) : [];
  if (!known.some((one) => one.name.toLowerCase() === field)) {
    throw new Error(`Field ${name} does not exist. Check spelling.`);
  }
}

/** The value of a global variable that `checkGlobal` has accepted. */
export function globalValue(name: string, globals: Globals): Value {
  const key = name.toLowerCase();
  return CONSTANTS.get(key) ?? globals.get(key) ?? (key.startsWith(PERMISSION) ? false : null);
}

/** The global variable that is true for those to whom a custom permission is granted. */
export function permissionGlobal(customPermission: string): string {
  return PERMISSION + customPermission.toLowerCase();
}
