import { FUNCTIONS, type FormulaScope } from './functions.ts';
import { globalValue, isGlobal } from './globals.ts';
import { parseFormula, type Expression } from './syntax.ts';
import { DateValue, type Value } from './values.ts';

const parsed = new Map<string, Expression>();

/** The value of a formula that `checkFormula` has accepted. */
export function evaluateFormula(source: string, scope: FormulaScope): Value {
  let expression = parsed.get(source);
  if (!expression) parsed.set(source, (expression = parseFormula(source)));
  return evaluate(expression, scope);
}

function evaluate(expression: Expression, scope: FormulaScope): Value {
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'field':
      return isGlobal(expression.name)
        ? globalValue(expression.name, scope.globals())
        : scope.value(expression.name);
    case 'unary': {
      const operand = evaluate(expression.operand, scope);
      if (expression.operator === '!') return operand !== true;
      return operand === null ? null : -Number(operand);
    }
    case 'call': {
      const [first] = expression.arguments;
      const field = first?.kind === 'field' ? first.name : '';
      const lazy = expression.arguments.map((argument) => () => evaluate(argument, scope));
      return FUNCTIONS[expression.name].apply(lazy, scope, field);
    }
    case 'binary':
      return binary(expression.operator, expression.left, expression.right, scope);
  }
}

function binary(operator: string, leftSide: Expression, rightSide: Expression, scope: FormulaScope): Value {
  const left = evaluate(leftSide, scope);
  if (operator === '&&') return left === true && evaluate(rightSide, scope) === true;
  if (operator === '||') return left === true || evaluate(rightSide, scope) === true;
  const right = evaluate(rightSide, scope);
  if (operator === '=' || operator === '==') return String(left ?? '') === String(right ?? '');
  if (operator === '<>' || operator === '!=') return String(left ?? '') !== String(right ?? '');
  if (operator === '&') return `${left ?? ''}${right ?? ''}`;
  // A blank compared with anything, or calculated with, is blank: the condition isn't met.
  if (left === null || right === null) return '<>='.includes(operator[0]) ? false : null;
  return operator.startsWith('<') || operator.startsWith('>')
    ? compare(operator, left, right)
    : calculate(operator, left, right);
}

function compare(operator: string, left: Value, right: Value): boolean {
  const one = left instanceof DateValue ? left.time : Number(left);
  const other = right instanceof DateValue ? right.time : Number(right);
  if (operator === '<') return one < other;
  if (operator === '>') return one > other;
  return operator === '<=' ? one <= other : one >= other;
}

function calculate(operator: string, left: Value, right: Value): Value {
  if (left instanceof DateValue) {
    if (right instanceof DateValue) return left.daysSince(right);
    return left.plus(operator === '-' ? -Number(right) : Number(right));
  }
  if (operator === '+' && typeof left === 'string') return left + String(right);
  const [one, other] = [Number(left), Number(right)];
  if (operator === '+') return one + other;
  if (operator === '-') return one - other;
  return operator === '*' ? one * other : one / other;
}
