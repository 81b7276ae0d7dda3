/**
 * GraphQL arguments become SOQL, as the platform's own guide describes them, so that both channels filter, sort and
 * share alike. Names come from the schema; every value goes through one of these functions.
 * https://developer.salesforce.com/docs/platform/graphql/guide/query-limits.html
 */

const ESCAPED: Record<string, string> = {
  '\\': '\\\\',
  "'": "\\'",
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f'
};

/** Text as a SOQL string literal. */
export function soqlString(text: string): string {
  return `'${text.replace(/[\\'\n\r\t\b\f]/g, (character) => ESCAPED[character])}'`;
}

/** A LIKE pattern: `%` and `_` are wildcards unless a backslash stands before them. */
export function soqlPattern(pattern: string): string {
  const parts = pattern.split(/(\\[%_])/);
  return `'${parts.map((part) => (/^\\[%_]$/.test(part) ? part : soqlString(part).slice(1, -1))).join('')}'`;
}

/** A number without an exponent, which SOQL doesn't read. */
export function soqlNumber(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(18).replace(/\.?0+$/, '') : text;
}

/** An instant as SOQL writes it, in UTC. */
export function soqlDateTime(text: string): string {
  return new Date(text).toISOString();
}
