import type { MetadataFile, Schema } from '../contract.ts';
import { checkFieldFormulas, checkFormula } from '../formula/check.ts';
import type { Problems } from './problems.ts';

/** Judges the formulas of every deployed object, which may name any other, its fields and custom permissions. */
export function checkFormulas(schema: Schema, files: readonly MetadataFile[], problems: Problems): void {
  const customPermissions = files
    .filter(({ type }) => type === 'CustomPermission')
    .map(({ fullName }) => fullName.toLowerCase());
  const landscape = { schema, customPermissions: new Set(customPermissions) };
  for (const file of files.filter(({ type }) => type === 'CustomObject')) {
    const object = schema.object(file.fullName);
    if (!object) continue;
    for (const field of [...object.fields.values()].filter(({ custom }) => custom)) {
      const component = { type: 'CustomField', fullName: `${object.name}.${field.name}` };
      problems.attempt(file, component, () => checkFieldFormulas(field, object, landscape));
    }
    for (const rule of object.validationRules) {
      const component = { type: 'ValidationRule', fullName: `${object.name}.${rule.name}` };
      problems.attempt(file, component, () => checkFormula(rule.formula, object, 'rule', landscape));
    }
  }
}
