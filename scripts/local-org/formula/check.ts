import type { FieldSchema } from '../contract.ts';
import { FUNCTIONS } from './functions.ts';
import { parseFormula, type Expression } from './syntax.ts';

interface CheckedObject {
  name: string;
  fields: readonly FieldSchema[];
}

/** Throws an Error in the words of a deploy when a formula can't be evaluated on records of this object. */
export function checkFormula(source: string, object: CheckedObject): void {
  check(parseFormula(source), object);
}

function check(expression: Expression, object: CheckedObject): void {
  switch (expression.kind) {
    case 'literal':
      return;
    case 'field':
      checkField(expression.name, object);
      return;
    case 'unary':
      check(expression.operand, object);
      return;
    case 'binary':
      check(expression.left, object);
      check(expression.right, object);
      return;
    case 'call': {
      const { name, arguments: args } = expression;
      const known = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
      if (!known) throw new Error(`The function ${name} is unknown to the local org`);
      if (args.length < known.least || args.length > known.most) {
        const expected = known.least === known.most ? known.least : `${known.least} or more`;
        throw new Error(
          `Incorrect number of parameters for function '${name}()'. Expected ${expected}, received ${args.length}`
        );
      }
      if (known.takesField && args[0].kind !== 'field') {
        throw new Error(`The function ${name} takes a field`);
      }
      args.forEach((argument) => check(argument, object));
    }
  }
}

function checkField(name: string, object: CheckedObject): void {
  if (name.includes('.') || name.startsWith('$')) {
    throw new Error(`References to other records such as ${name} are not supported by the local org`);
  }
  if (!object.fields.some((field) => field.name.toLowerCase() === name.toLowerCase())) {
    throw new Error(`Field ${name} does not exist. Check spelling.`);
  }
}
