/** `1 AND (2 OR 3)` as a tree; the numbers are places in the list of criteria, from 1. */
export type FilterLogic =
  number | { operator: 'AND' | 'OR'; parts: readonly FilterLogic[] } | { not: FilterLogic };

const TOKEN = /\s*(\d+|\(|\)|AND\b|OR\b|NOT\b)/iy;

/**
 * Reads the filter logic over `count` criteria. Throws an Error where Setup would refuse it: AND and OR side by side
 * without parentheses, a criterion that isn't there, or one that the logic leaves out.
 * https://help.salesforce.com/s/articleView?id=sf.customviews_filter_logic.htm
 */
export function parseFilterLogic(source: string, count: number): FilterLogic {
  const tokens = tokensOf(source);
  const used = new Set<number>();
  let place = 0;

  function refuse(): never {
    throw new Error(`Invalid filter logic: ${source}`);
  }

  function operand(): FilterLogic {
    const token = tokens[place];
    place += 1;
    if (token === 'NOT') return { not: operand() };
    if (token === '(') {
      const inner = expression();
      if (tokens[place] !== ')') refuse();
      place += 1;
      return inner;
    }
    const number = Number(token);
    if (!Number.isInteger(number) || number < 1 || number > count) refuse();
    used.add(number);
    return number;
  }

  function expression(): FilterLogic {
    const parts = [operand()];
    const operator = tokens[place];
    while (tokens[place] === 'AND' || tokens[place] === 'OR') {
      if (tokens[place] !== operator) refuse();
      place += 1;
      parts.push(operand());
    }
    return operator === 'AND' || operator === 'OR' ? { operator, parts } : parts[0];
  }

  const logic = expression();
  if (place < tokens.length) refuse();
  if (used.size < count) throw new Error('Some filter conditions are not referenced by the filter logic');
  return logic;
}

function tokensOf(source: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.trimEnd().length) {
    const match = TOKEN.exec(source);
    if (!match) throw new Error(`Invalid filter logic: ${source}`);
    tokens.push(match[1].toUpperCase());
  }
  return tokens;
}
