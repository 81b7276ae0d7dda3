import type { FieldType, SqlFragment } from '../contract.ts';
import { isId, isText } from './capabilities.ts';
import { joinSql, sql, type Compilation } from './compilation.ts';
import { malformed, refuseAt } from './refusals.ts';
import type { Comparison, ComparisonOperator, Literal } from './statement.ts';
import type { Term } from './terms.ts';
import { storedValue, wrongType, type StoredValue } from './values.ts';

const EQUALITY: readonly ComparisonOperator[] = ['=', '!=', 'IN', 'NOT IN'];
const ORDER: readonly ComparisonOperator[] = ['<', '<=', '>', '>='];

function operatorsOf(type: FieldType): readonly ComparisonOperator[] {
  if (type === 'boolean') return EQUALITY;
  if (type === 'multipicklist') return ['=', '!=', 'INCLUDES', 'EXCLUDES'];
  return isText(type) ? [...EQUALITY, ...ORDER, 'LIKE'] : [...EQUALITY, ...ORDER];
}

/**
 * `term operator values` in SQL. A comparison with an absent value is false, but `!=` and NOT IN hold for it, as
 * NOT of the same would.
 */
export function compare(compilation: Compilation, term: Term, comparison: Comparison): SqlFragment {
  const { operator, values } = comparison;
  if (!operatorsOf(term.type).includes(operator)) {
    const message = `invalid operator on ${isId(term.type) ? 'id' : term.type} field`;
    throw refuseAt('INVALID_QUERY_FILTER_OPERATOR', compilation.soql, term.at, message);
  }
  const stored = (literal: Literal): StoredValue => storedValue(compilation, term, literal);
  switch (operator) {
    case 'LIKE':
      return like(compilation, term, values[0]);
    case 'INCLUDES':
      return includes(term, values);
    case 'EXCLUDES':
      return not(includes(term, values));
    case '=':
    case 'IN':
      return isOneOf(term, values.map(stored));
    case '!=':
    case 'NOT IN':
      return not(isOneOf(term, values.map(stored)));
    default:
      return beyond(term, operator, stored(values[0]));
  }
}

/** Holds where the condition doesn't, be it false or unknown for want of a value. */
export function not(condition: SqlFragment): SqlFragment {
  return sql(`(${condition.sql}) IS NOT TRUE`, condition.params);
}

function isOneOf(term: Term, values: StoredValue[]): SqlFragment {
  // A checkbox is never empty: null means false, also of a parent that isn't there.
  const column = term.type === 'boolean' ? `coalesce(${term.sql}, 0)` : term.sql;
  const tests: SqlFragment[] = [];
  const plain: (string | number)[] = [];
  for (const stored of values) {
    if (stored.kind === 'range') {
      tests.push(sql(`(${column} >= ? AND ${column} < ?)`, [stored.start, stored.end]));
    } else if (stored.value !== null && stored.value !== '') {
      plain.push(stored.value);
    } else {
      // The platform keeps no empty texts: an empty string is null.
      tests.push(sql(term.type === 'boolean' ? `${column} = 0` : `${column} IS NULL`));
    }
  }
  if (plain.length === 1) tests.push(sql(`${column} = ?`, plain));
  if (plain.length > 1) {
    tests.push(sql(`${column} IN (SELECT value FROM json_each(?))`, [JSON.stringify(plain)]));
  }
  return tests.length === 1 ? tests[0] : wrap(joinSql(tests, ' OR '));
}

function wrap(fragment: SqlFragment): SqlFragment {
  return sql(`(${fragment.sql})`, fragment.params);
}

function beyond(term: Term, operator: ComparisonOperator, stored: StoredValue): SqlFragment {
  if (stored.kind === 'range') {
    // Before a range is before its start, up to it includes its end, and so on.
    const edge = operator === '<' || operator === '>=' ? stored.start : stored.end;
    return sql(`${term.sql} ${operator[0] === '<' ? '<' : '>='} ?`, [edge]);
  }
  if (stored.value === null) throw malformed(`${operator} can't be used with null`);
  return sql(`${term.sql} ${operator} ?`, [stored.value]);
}

function like(compilation: Compilation, term: Term, literal: Literal): SqlFragment {
  if (literal.kind !== 'string') throw wrongType(compilation, term);
  return sql(`${term.sql} LIKE ? ESCAPE '\\'`, [literal.pattern]);
}

/** Each value is met by all of its `;`-separated parts; one value is enough. */
function includes(term: Term, values: Literal[]): SqlFragment {
  const options = values.map((literal) => {
    const parts = literal.kind === 'string' ? literal.text.split(';').filter((part) => part !== '') : [];
    if (parts.length === 0) throw malformed('INCLUDES and EXCLUDES take quoted values');
    const tests = parts.map((part) =>
      sql(`instr(lower(';' || ${term.sql} || ';'), lower(?)) > 0`, [`;${part};`])
    );
    return wrap(joinSql(tests, ' AND '));
  });
  return options.length === 1 ? options[0] : wrap(joinSql(options, ' OR '));
}
