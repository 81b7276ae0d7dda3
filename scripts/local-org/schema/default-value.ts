import type { FieldOptions } from '../catalogue/fields.ts';
import type { FieldType } from '../contract.ts';
import { parseFormula } from '../formula/syntax.ts';
import { childText, type XmlElement } from '../xml/document.ts';

/** The `defaultValue` of a field: a literal, or a formula to be worked out when a record is made. */
export function defaultOf(element: XmlElement, type: FieldType): FieldOptions {
  const source = childText(element, 'defaultValue');
  if (type === 'boolean') return { defaultValue: checkbox(source) };
  if (!source) return {};
  const expression = parseFormula(source);
  return expression.kind === 'literal' ? { defaultValue: expression.value } : { defaultFormula: source };
}

function checkbox(source: string): boolean {
  if (source === '' || /^false$/i.test(source)) return false;
  if (/^true$/i.test(source)) return true;
  throw new Error(`The default value of a checkbox is true or false, not ${source}`);
}
