/** One `left = right` of a restriction rule; `right` is `$User.Field` or a literal. */
export interface FilterCondition {
  left: string;
  right: { userField: string } | { literal: string | number | boolean | null };
}

const CONDITION =
  /^\s*(\$?[A-Za-z][\w.]*)\s*=\s*(?:\$User\.(\w+)|'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|(-?\d+(?:\.\d+)?)|(true|false)|(null))\s*$/i;

/**
 * A record filter or user criteria: `=` only, joined with AND; empty means no condition. Throws for anything else.
 * https://developer.salesforce.com/docs/atlas.en-us.restriction_rules.meta/restriction_rules/restriction_rules_about.htm
 */
export function parseRecordFilter(source: string): FilterCondition[] {
  if (source.trim() === '') return [];
  return source.split(/\s+AND\s+/i).map((part) => {
    const match = CONDITION.exec(part);
    if (!match) throw new Error(`The condition '${part.trim()}' is not supported by the local org`);
    const [, left, userField, single, double, number, flag] = match;
    const text = single ?? double;
    if (userField !== undefined) return { left, right: { userField } };
    if (text !== undefined) return { left, right: { literal: text.replace(/\\(.)/g, '$1') } };
    if (number !== undefined) return { left, right: { literal: Number(number) } };
    return { left, right: { literal: flag === undefined ? null : flag.toLowerCase() === 'true' } };
  });
}
