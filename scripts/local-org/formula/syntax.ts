/** What a validation rule's formula is made of once it has been read. */
export type Expression =
  | { kind: 'literal'; value: string | number | boolean | null }
  | { kind: 'field'; name: string }
  | { kind: 'call'; name: string; arguments: Expression[] }
  | { kind: 'unary'; operator: '-' | '!'; operand: Expression }
  | { kind: 'binary'; operator: string; left: Expression; right: Expression };

const TOKEN =
  /\s+|\/\*[\s\S]*?\*\/|(\d+(?:\.\d+)?)|"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|(\$?[A-Za-z][\w.$]*)|(<>|!=|<=|>=|==|&&|\|\||[-+*/=<>!&(),])/y;

type Token =
  | { kind: 'number'; value: number }
  | { kind: 'text'; value: string }
  | { kind: 'name'; value: string }
  | { kind: 'symbol'; value: string };

function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const start = TOKEN.lastIndex;
    const match = TOKEN.exec(source);
    if (!match) throw new Error(`Syntax error. Unexpected '${source[start]}' at position ${start + 1}`);
    const [, number, doubleQuoted, singleQuoted, name, symbol] = match;
    const text = doubleQuoted ?? singleQuoted;
    if (number !== undefined) tokens.push({ kind: 'number', value: Number(number) });
    else if (text !== undefined) tokens.push({ kind: 'text', value: text.replace(/\\(.)/g, '$1') });
    else if (name !== undefined) tokens.push({ kind: 'name', value: name });
    else if (symbol !== undefined) tokens.push({ kind: 'symbol', value: symbol });
  }
  return tokens;
}

/** Loosest first; operators of one row bind alike, from the left. */
const PRECEDENCE: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['=', '==', '<>', '!='],
  ['<', '>', '<=', '>='],
  ['&', '+', '-'],
  ['*', '/']
];

const CONSTANTS: Readonly<Record<string, boolean | null>> = { TRUE: true, FALSE: false, NULL: null };

/** Reads a formula; throws an Error in the words of a deploy when its syntax is wrong. */
export function parseFormula(source: string): Expression {
  const tokens = tokenize(source);
  let position = 0;

  function isSymbol(...symbols: string[]): boolean {
    const token = tokens[position];
    return token?.kind === 'symbol' && symbols.includes(token.value);
  }

  function expect(symbol: string): void {
    if (!isSymbol(symbol)) {
      throw new Error(`Syntax error. Missing '${symbol}'`);
    }
    position += 1;
  }

  function binary(level: number): Expression {
    if (level === PRECEDENCE.length) return unary();
    let left = binary(level + 1);
    while (isSymbol(...PRECEDENCE[level])) {
      const operator = String(tokens[position].value);
      position += 1;
      left = { kind: 'binary', operator, left, right: binary(level + 1) };
    }
    return left;
  }

  function unary(): Expression {
    if (isSymbol('-', '!')) {
      const operator = tokens[position].value === '-' ? '-' : '!';
      position += 1;
      return { kind: 'unary', operator, operand: unary() };
    }
    return primary();
  }

  function call(name: string): Expression {
    expect('(');
    const parameters: Expression[] = [];
    if (!isSymbol(')')) {
      parameters.push(binary(0));
      while (isSymbol(',')) {
        position += 1;
        parameters.push(binary(0));
      }
    }
    expect(')');
    return { kind: 'call', name: name.toUpperCase(), arguments: parameters };
  }

  function primary(): Expression {
    const token = tokens[position];
    if (!token) throw new Error('Syntax error. The formula ends too early');
    position += 1;
    if (token.kind === 'number' || token.kind === 'text') return { kind: 'literal', value: token.value };
    if (token.kind === 'name') {
      if (isSymbol('(')) return call(token.value);
      const constant = CONSTANTS[token.value.toUpperCase()];
      return constant === undefined
        ? { kind: 'field', name: token.value }
        : { kind: 'literal', value: constant };
    }
    if (token.value !== '(') throw new Error(`Syntax error. Unexpected '${token.value}'`);
    const inner = binary(0);
    expect(')');
    return inner;
  }

  const formula = binary(0);
  if (position < tokens.length) throw new Error(`Syntax error. Extra '${tokens[position].value}'`);
  return formula;
}
