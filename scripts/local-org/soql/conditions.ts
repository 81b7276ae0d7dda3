import type {
  Condition as ParsedCondition,
  ConditionWithValueQuery,
  HavingClause,
  LiteralType,
  WhereClause
} from '@jetstreamapp/soql-parser-js';
import { readFunction, readPath, type Reading } from './expressions.ts';
import { readLiteral } from './literals.ts';
import { buildTree, signsOf } from './logic.ts';
import type { ComparisonOperator, Condition, Literal } from './statement.ts';

type Parsed = ParsedCondition | ConditionWithValueQuery;
type ParsedComparison = Exclude<Parsed, { openParen: number }>;

/** The conditions behind `keyword`, WHERE or HAVING. */
export function readConditions(
  clause: WhereClause | HavingClause,
  keyword: string,
  reading: Reading
): Condition {
  reading.words.next(keyword);
  const signs = signsOf(reading.words.rest());
  const comparisons = comparisonsOf(clause).map((comparison) => readComparison(comparison, reading));
  return buildTree(reading.soql, signs, comparisons);
}

/** The parser's chain of conditions, without what it tells about the signs between them. */
function comparisonsOf(clause: WhereClause | HavingClause): ParsedComparison[] {
  const found: ParsedComparison[] = [];
  for (let link: WhereClause | HavingClause | null = clause; link;) {
    const left: Parsed | null = link.left;
    if (left && ('field' in left || 'fn' in left)) found.push(left);
    link = 'right' in link ? link.right : null;
  }
  return found;
}

function readComparison(parsed: ParsedComparison, reading: Reading): Condition {
  const left = 'fn' in parsed ? readFunction(parsed.fn, reading) : readPath(parsed.field, reading);
  const written = parsed.operator.toUpperCase();
  const operator = (written === '<>' ? '!=' : written) as ComparisonOperator;
  if ('valueQuery' in parsed) {
    const query = reading.readQuery(parsed.valueQuery);
    return { kind: 'semiJoin', left, negated: operator === 'NOT IN', query };
  }
  return { kind: 'comparison', left, operator, values: readValues(parsed.literalType, parsed.value) };
}

function readValues(types: LiteralType | LiteralType[] | undefined, written: string | string[]): Literal[] {
  const texts = Array.isArray(written) ? written : [written];
  return texts.map((text, index) => readLiteral(Array.isArray(types) ? types[index] : types, text));
}
