import type { LiteralType } from '@jetstreamapp/soql-parser-js';
import { malformed } from './refusals.ts';
import type { Literal } from './statement.ts';

/** A value as the parser hands it out: its text, and the sort of token it was. */
export function readLiteral(type: LiteralType | undefined, written: string): Literal {
  switch (type) {
    case 'STRING':
      return { kind: 'string', ...unquote(written) };
    case 'INTEGER':
    case 'DECIMAL':
      return { kind: 'number', value: Number(written) };
    case 'BOOLEAN':
      return { kind: 'boolean', value: written.toUpperCase() === 'TRUE' };
    case 'NULL':
      return { kind: 'null' };
    case 'DATE':
      return { kind: 'date', text: written };
    case 'DATETIME':
      return { kind: 'datetime', text: written };
    case 'DATE_LITERAL':
      return { kind: 'range', name: written.toUpperCase(), count: null };
    case 'DATE_N_LITERAL': {
      const [name, count] = written.split(':');
      return { kind: 'range', name: name.trim().toUpperCase(), count: Number(count) };
    }
    case 'INTEGER_WITH_CURRENCY_PREFIX':
    case 'DECIMAL_WITH_CURRENCY_PREFIX':
      return { kind: 'currency', text: written };
    default:
      throw malformed(`unexpected token: '${written}'`);
  }
}

const ESCAPES: Record<string, string> = {
  n: '\n',
  N: '\n',
  r: '\r',
  R: '\r',
  t: '\t',
  T: '\t',
  b: '\b',
  B: '\b',
  f: '\f',
  F: '\f',
  '"': '"',
  "'": "'",
  '\\': '\\'
};

/**
 * The text between the quotes, and the same as a LIKE pattern, in which a backslash takes `%` and `_` literally.
 * https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_quotedstringescapes.htm
 */
function unquote(written: string): { text: string; pattern: string } {
  let text = '';
  let pattern = '';
  for (const [part] of written.slice(1, -1).matchAll(/\\u[0-9A-Fa-f]{4}|\\.|[^\\]/gsu)) {
    if (part[0] !== '\\') {
      text += part;
      pattern += part;
    } else if (part === '\\%' || part === '\\_') {
      text += part[1];
      pattern += part;
    } else {
      const character = part.length > 2 ? String.fromCharCode(parseInt(part.slice(2), 16)) : ESCAPES[part[1]];
      if (character === undefined) throw malformed(`Illegal escape sequence '${part}' in string literal`);
      text += character;
      pattern += character === '\\' ? '\\\\' : character;
    }
  }
  return { text, pattern };
}
