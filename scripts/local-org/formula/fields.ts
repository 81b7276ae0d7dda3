import { isGlobal } from './globals.ts';
import { parseFormula, type Expression } from './syntax.ts';

/** The names of the fields that a formula mentions, each once; global variables are none. */
export function fieldsIn(source: string): string[] {
  return [...new Set(mentioned(parseFormula(source)))];
}

function mentioned(expression: Expression): string[] {
  switch (expression.kind) {
    case 'literal':
      return [];
    case 'field':
      return isGlobal(expression.name) ? [] : [expression.name];
    case 'unary':
      return mentioned(expression.operand);
    case 'binary':
      return [...mentioned(expression.left), ...mentioned(expression.right)];
    case 'call':
      return expression.arguments.flatMap(mentioned);
  }
}
