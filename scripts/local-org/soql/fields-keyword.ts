import type { FieldSchema, ObjectSchema } from '../contract.ts';
import type { Compilation } from './compilation.ts';
import type { FunctionCall } from './statement.ts';

/**
 * The fields that FIELDS(ALL), FIELDS(STANDARD) or FIELDS(CUSTOM) stands for, as far as the user may read them.
 * https://developer.salesforce.com/docs/platform/salesforce-soql-sosl/guide/sforce-api-calls-soql-select-fields.md
 */
export function expandFields(
  compilation: Compilation,
  object: ObjectSchema,
  call: FunctionCall
): FieldSchema[] {
  const [argument] = call.arguments;
  const group = argument?.kind === 'field' ? argument.names.join('.').toUpperCase() : '';
  return [...object.fields.values()].filter(
    (field) =>
      (group === 'ALL' || field.custom === (group === 'CUSTOM')) &&
      compilation.access.field(compilation.user, object, field).read
  );
}
