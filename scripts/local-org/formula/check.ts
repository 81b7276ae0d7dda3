import type { FieldSchema } from '../contract.ts';
import { fieldsIn } from './fields.ts';
import { FUNCTIONS, type FormulaKind } from './functions.ts';
import { checkGlobal, isGlobal, type FormulaLandscape } from './globals.ts';
import { namedField, type FormulaObject } from './named-field.ts';
import { parseFormula, type Expression } from './syntax.ts';

/** On what, for what and in which org a formula is to be evaluated. */
interface Setting {
  object: FormulaObject;
  kind: FormulaKind;
  landscape: FormulaLandscape;
  /** True directly inside a function that takes long text. */
  takesLongText?: boolean;
}

/**
 * All that a rule may ask of a long text: whether there is any, and whether it is another than before. Workflow and
 * validation rules of real orgs do; a formula field may not.
 */
const ON_LONG_TEXT: ReadonlySet<string> = new Set(['ISBLANK', 'ISCHANGED', 'ISNULL']);

/** Throws an Error in the words of a deploy when a formula can't be evaluated on records of this object. */
export function checkFormula(
  source: string,
  object: FormulaObject,
  kind: FormulaKind,
  landscape: FormulaLandscape
): void {
  check(parseFormula(source), { object, kind, landscape });
}

/** The same for what a field is worked out from, and for its default. */
export function checkFieldFormulas(
  field: FieldSchema,
  object: FormulaObject,
  landscape: FormulaLandscape
): void {
  if (field.defaultFormula !== null) checkFormula(field.defaultFormula, object, 'default', landscape);
  if (field.computed?.kind !== 'formula') return;
  checkFormula(field.computed.source, object, 'field', landscape);
  requireNoCycle(field, object, landscape, []);
}

function requireNoCycle(
  field: FieldSchema,
  object: FormulaObject,
  landscape: FormulaLandscape,
  above: readonly FieldSchema[]
): void {
  if (above.includes(field)) {
    throw new Error(
      `Formula field ${field.name} refers to itself: a formula cannot use itself directly or indirectly`
    );
  }
  if (field.computed?.kind !== 'formula') return;
  for (const name of fieldsIn(field.computed.source)) {
    const input = namedField(landscape.schema, object, name);
    requireNoCycle(input.field, input.object, landscape, [...above, field]);
  }
}

function check(expression: Expression, setting: Setting): void {
  switch (expression.kind) {
    case 'literal':
      return;
    case 'field':
      checkName(expression.name, setting);
      return;
    case 'unary':
      check(expression.operand, setting);
      return;
    case 'binary':
      check(expression.left, setting);
      check(expression.right, setting);
      return;
    case 'call': {
      const { name, arguments: args } = expression;
      const known = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
      if (!known) throw new Error(`The function ${name} is unknown to the local org`);
      if (known.only && known.only !== setting.kind) {
        throw new Error(`Function ${name} may not be used in this type of formula`);
      }
      if (args.length < known.least || args.length > known.most) {
        const expected = known.least === known.most ? known.least : `${known.least} or more`;
        throw new Error(
          `Incorrect number of parameters for function '${name}()'. Expected ${expected}, received ${args.length}`
        );
      }
      if (known.takesField && !isOwnField(args[0])) {
        throw new Error(`The function ${name} takes a field of the record`);
      }
      const takesLongText = setting.kind === 'rule' && ON_LONG_TEXT.has(name);
      args.forEach((argument) => check(argument, { ...setting, takesLongText }));
    }
  }
}

/** True for a field of the record itself: what a parent was before, nobody knows. */
function isOwnField(expression: Expression): boolean {
  return expression.kind === 'field' && !isGlobal(expression.name) && !expression.name.includes('.');
}

function checkName(name: string, { object, kind, landscape, takesLongText }: Setting): void {
  if (isGlobal(name)) {
    checkGlobal(name, landscape);
    return;
  }
  const { field } = namedField(landscape.schema, object, name);
  if (kind === 'default') throw new Error(`The field ${name} may not be used in a default value`);
  if (field.computed?.kind === 'summary') {
    throw new Error(
      `A formula that names the roll-up summary field ${name} is not supported by the local org`
    );
  }
  if ((field.longText && !takesLongText) || field.computed?.kind === 'compound') {
    throw new Error(`You cannot use the field ${name} in a formula`);
  }
}
