import type { FieldSchema } from '../contract.ts';
import { fieldsIn } from './fields.ts';
import { FUNCTIONS, type FormulaKind } from './functions.ts';
import { GLOBALS } from './globals.ts';
import { parseFormula, type Expression } from './syntax.ts';

interface CheckedObject {
  name: string;
  fields: readonly FieldSchema[];
}

/** Throws an Error in the words of a deploy when a formula can't be evaluated on records of this object. */
export function checkFormula(source: string, object: CheckedObject, kind: FormulaKind): void {
  check(parseFormula(source), object, kind);
}

/** The same for what a field is worked out from, and for its default. */
export function checkFieldFormulas(field: FieldSchema, object: CheckedObject): void {
  if (field.defaultFormula !== null) checkFormula(field.defaultFormula, object, 'default');
  if (field.computed?.kind !== 'formula') return;
  checkFormula(field.computed.source, object, 'field');
  requireNoCycle(field, object, []);
}

function requireNoCycle(field: FieldSchema, object: CheckedObject, above: readonly FieldSchema[]): void {
  if (above.includes(field)) {
    throw new Error(
      `Formula field ${field.name} refers to itself: a formula cannot use itself directly or indirectly`
    );
  }
  if (field.computed?.kind !== 'formula') return;
  for (const name of fieldsIn(field.computed.source)) {
    const input = fieldOf(object, name);
    if (input) requireNoCycle(input, object, [...above, field]);
  }
}

function fieldOf({ fields }: CheckedObject, name: string): FieldSchema | undefined {
  return fields.find((field) => field.name.toLowerCase() === name.toLowerCase());
}

function check(expression: Expression, object: CheckedObject, kind: FormulaKind): void {
  switch (expression.kind) {
    case 'literal':
      return;
    case 'field':
      checkField(expression.name, object, kind);
      return;
    case 'unary':
      check(expression.operand, object, kind);
      return;
    case 'binary':
      check(expression.left, object, kind);
      check(expression.right, object, kind);
      return;
    case 'call': {
      const { name, arguments: args } = expression;
      const known = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
      if (!known) throw new Error(`The function ${name} is unknown to the local org`);
      if (known.only && known.only !== kind) {
        throw new Error(`Function ${name} may not be used in this type of formula`);
      }
      if (args.length < known.least || args.length > known.most) {
        const expected = known.least === known.most ? known.least : `${known.least} or more`;
        throw new Error(
          `Incorrect number of parameters for function '${name}()'. Expected ${expected}, received ${args.length}`
        );
      }
      if (known.takesField && args[0].kind !== 'field') {
        throw new Error(`The function ${name} takes a field`);
      }
      args.forEach((argument) => check(argument, object, kind));
    }
  }
}

function checkField(name: string, object: CheckedObject, kind: FormulaKind): void {
  if (GLOBALS.has(name.toLowerCase())) return;
  if (name.includes('.') || name.startsWith('$')) {
    throw new Error(`References to other records such as ${name} are not supported by the local org`);
  }
  const field = fieldOf(object, name);
  if (!field) throw new Error(`Field ${name} does not exist. Check spelling.`);
  if (kind === 'default') throw new Error(`The field ${name} may not be used in a default value`);
  if (field.longText || field.computed?.kind === 'compound') {
    throw new Error(`You cannot use the field ${name} in a formula`);
  }
}
