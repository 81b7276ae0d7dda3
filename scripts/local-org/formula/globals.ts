import type { Value } from './values.ts';

/**
 * Values that every formula can name, in lower case. Formulas cut the instance's address out of the API's; the org
 * doesn't know under which host it is reached, so its addresses begin at the root.
 */
export const GLOBALS: ReadonlyMap<string, Value> = new Map([
  ['$api.partner_server_url_260', '/services/Soap/u/26.0'],
  ['$api.enterprise_server_url_260', '/services/Soap/c/26.0']
]);
