import { orgError } from '../errors.ts';
import { malformed, unexpectedToken } from './refusals.ts';
import type { Condition } from './statement.ts';
import type { Token } from './words.ts';

/** What stands between the comparisons of a clause, and where each comparison is. */
export interface Sign {
  kind: '(' | ')' | 'AND' | 'OR' | 'NOT' | 'comparison';
  at: number;
}

const DEEPEST_NESTING = 200;
const NEXT_CLAUSE = /^(?:WITH|GROUP|HAVING|ORDER|LIMIT|OFFSET|FOR|UPDATE)$/i;
const LOGIC = { AND: 'AND', OR: 'OR', NOT: 'NOT' } as const;

function logicOf({ text }: Token): 'AND' | 'OR' | 'NOT' | undefined {
  const word = text.toUpperCase();
  return Object.hasOwn(LOGIC, word) ? LOGIC[word as keyof typeof LOGIC] : undefined;
}

/**
 * The signs of a WHERE or HAVING clause, from the tokens behind that word to the end of the clause. They are read
 * from the text because the parser loses a NOT among several (`NOT (NOT (NOT a = 1))`).
 */
export function signsOf(tokens: readonly Token[]): Sign[] {
  const signs: Sign[] = [];
  let open = 0;
  /** Parentheses inside a comparison, of a function, a list or a subselect; -1 between comparisons. */
  let inside = -1;
  for (const token of tokens) {
    const { text, at } = token;
    const logic = logicOf(token);
    if (inside === -1) {
      const kind = text === '(' ? '(' : logic === 'NOT' ? 'NOT' : 'comparison';
      signs.push({ kind, at });
      if (kind === '(') open += 1;
      if (kind === 'comparison') inside = 0;
    } else if (text === '(') {
      inside += 1;
    } else if (text === ')' && inside > 0) {
      inside -= 1;
    } else if (inside === 0) {
      // A parenthesis that wasn't opened here ends the subquery that the clause is part of.
      if (NEXT_CLAUSE.test(text) || (text === ')' && open === 0)) break;
      if (text === ')') {
        signs.push({ kind: ')', at });
        open -= 1;
      } else if (logic === 'AND' || logic === 'OR') {
        signs.push({ kind: logic, at });
        inside = -1;
      }
    }
  }
  return signs;
}

/**
 * Builds the tree of a clause from its signs and its comparisons in order. AND, OR and NOT never stand side by side
 * without parentheses ("Parentheses are required whenever you mix the operators"), which the parser lets pass.
 * https://developer.salesforce.com/docs/platform/salesforce-soql-sosl/guide/sforce-api-calls-soql-select-logicaloperators.html
 */
export function buildTree(
  soql: string,
  signs: readonly Sign[],
  comparisons: readonly Condition[]
): Condition {
  let index = 0;
  let used = 0;
  let depth = 0;

  function refuse(): Error {
    const sign = signs[index];
    if (!sign) return malformed("unexpected token: '<EOF>'");
    const word = sign.kind === 'comparison' ? (/^[\w.]+/.exec(soql.slice(sign.at))?.[0] ?? '') : sign.kind;
    return unexpectedToken(soql, sign.at, word);
  }

  function readOne(): Condition {
    const kind = signs[index]?.kind;
    if (kind !== 'comparison' && kind !== '(') throw refuse();
    index += 1;
    if (kind === 'comparison') return comparisons[used++];
    depth += 1;
    if (depth > DEEPEST_NESTING) throw orgError(400, 'QUERY_TOO_COMPLICATED', 'Query is too complicated');
    const inner = readLevel();
    if (signs[index]?.kind !== ')') throw refuse();
    index += 1;
    depth -= 1;
    return inner;
  }

  function readLevel(): Condition {
    if (signs[index]?.kind === 'NOT') {
      index += 1;
      return { kind: 'not', part: readOne() };
    }
    const parts = [readOne()];
    const joint = signs[index]?.kind;
    if (joint !== 'AND' && joint !== 'OR') return parts[0];
    while (signs[index]?.kind === joint) {
      index += 1;
      parts.push(readOne());
    }
    return { kind: joint === 'AND' ? 'and' : 'or', parts };
  }

  const tree = readLevel();
  if (index < signs.length || used !== comparisons.length) throw refuse();
  return tree;
}
