import type {
  Condition as ParsedCondition,
  ConditionWithValueQuery,
  HavingClause,
  LiteralType,
  WhereClause
} from '@jetstreamapp/soql-parser-js';
import { readFunction, readPath, type Reading } from './expressions.ts';
import { readLiteral } from './literals.ts';
import { malformed, unexpectedToken } from './refusals.ts';
import type { ComparisonOperator, Condition, Literal } from './statement.ts';

type ParsedLeaf = Exclude<ConditionWithValueQuery, { openParen: number }>;
type Sign =
  { kind: 'condition'; condition: Condition } | { kind: '(' | ')' | 'AND' | 'OR' | 'NOT'; at: number };

/**
 * The tree of a WHERE or HAVING clause. AND, OR and NOT never stand side by side without parentheses ("Parentheses
 * are required whenever you mix the operators"), which the parser lets pass.
 * https://developer.salesforce.com/docs/platform/salesforce-soql-sosl/guide/sforce-api-calls-soql-select-logicaloperators.html
 */
export function readConditions(clause: WhereClause | HavingClause, reading: Reading): Condition {
  const signs = spread(clause, reading);
  let index = 0;

  function refuse(): Error {
    const sign = signs[index];
    return sign && sign.kind !== 'condition'
      ? unexpectedToken(reading.soql, sign.at, sign.kind)
      : malformed("unexpected token: '<EOF>'");
  }

  function readOne(): Condition {
    const sign = signs[index];
    if (sign?.kind !== 'condition' && sign?.kind !== '(') throw refuse();
    index += 1;
    if (sign.kind === 'condition') return sign.condition;
    const inner = readLevel();
    if (signs[index]?.kind !== ')') throw refuse();
    index += 1;
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

  const condition = readLevel();
  if (index < signs.length) throw refuse();
  return condition;
}

/** The parser gives a chain whose conditions count the parentheses around them; here they are signs again. */
function spread(clause: WhereClause | HavingClause, reading: Reading): Sign[] {
  const signs: Sign[] = [];
  let at = 0;
  const put = (kind: '(' | ')', times = 0): void => {
    for (let time = 0; time < times; time += 1) signs.push({ kind, at });
  };

  let link: WhereClause | HavingClause | null = clause;
  while (link) {
    const left: ConditionWithValueQuery | ParsedCondition | null = link.left;
    put('(', left?.openParen);
    if (left && isLeaf(left)) {
      signs.push({ kind: 'condition', condition: readLeaf(left, reading) });
      put(')', left.closeParen);
    }
    if (!('operator' in link)) break;
    at = reading.words.next(link.operator);
    signs.push({ kind: link.operator, at });
    link = link.right;
  }
  return signs;
}

function isLeaf(condition: ConditionWithValueQuery): condition is ParsedLeaf {
  return 'field' in condition || 'fn' in condition;
}

function readLeaf(leaf: ParsedLeaf, reading: Reading): Condition {
  const left = 'fn' in leaf ? readFunction(leaf.fn, reading) : readPath(leaf.field, reading);
  const written = leaf.operator.toUpperCase();
  const operator = (written === '<>' ? '!=' : written) as ComparisonOperator;
  if ('valueQuery' in leaf) {
    const query = reading.readQuery(leaf.valueQuery);
    return { kind: 'semiJoin', left, negated: operator === 'NOT IN', query };
  }
  return { kind: 'comparison', left, operator, values: readValues(leaf.literalType, leaf.value) };
}

function readValues(types: LiteralType | LiteralType[] | undefined, written: string | string[]): Literal[] {
  const texts = Array.isArray(written) ? written : [written];
  return texts.map((text, index) => readLiteral(Array.isArray(types) ? types[index] : types, text));
}
