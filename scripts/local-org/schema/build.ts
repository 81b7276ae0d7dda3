import { STANDARD_OBJECTS } from '../catalogue/index.ts';
import type { ObjectDefinition } from '../catalogue/object.ts';
import type {
  ChildRelationship,
  MetadataFile,
  ObjectSchema,
  PicklistValue,
  RestrictionRule,
  Schema,
  SharingRule,
  ValidationRule
} from '../contract.ts';
import { MetadataError } from '../errors.ts';
import { checkRestrictionRule, checkSharingRule } from '../access/rule-check.ts';
import { checkFormulas } from './check-formulas.ts';
import { addCustomField, checkReferences, setSharing } from './assemble.ts';
import { parseCustomObject } from './custom-object.ts';
import { parseValues } from './picklist.ts';
import { keptObject } from './kept-objects.ts';
import { createProblems, type Problems } from './problems.ts';
import { parseRestrictionRule, parseSharingRules, parseValidationRule } from './rules.ts';
import { resolveSummary } from './summary.ts';
import { childrenOf, childText, parseXml, type XmlElement } from '../xml/document.ts';

interface DraftObject extends ObjectDefinition {
  validationRules: ValidationRule[];
  sharingRules: SharingRule[];
  restrictionRules: RestrictionRule[];
}

interface ParsedFile {
  file: MetadataFile;
  root: XmlElement;
}

function parseAll(files: readonly MetadataFile[], type: string, problems: Problems): ParsedFile[] {
  return files
    .filter((file) => file.type === type)
    .flatMap((file) => {
      const root = problems.attempt(file, file, () => parseXml(file.content));
      return root ? [{ file, root }] : [];
    });
}

function globalValueSets(files: ParsedFile[], problems: Problems): Map<string, PicklistValue[]> {
  const sets = new Map<string, PicklistValue[]>();
  for (const { file, root } of files) {
    const values = problems.attempt(file, file, () => parseValues(childrenOf(root, 'customValue')));
    if (values) sets.set(file.fullName, values);
  }
  return sets;
}

function draft(definition: ObjectDefinition): DraftObject {
  return {
    ...definition,
    fields: [...definition.fields],
    validationRules: [],
    sharingRules: [],
    restrictionRules: []
  };
}

/**
 * The catalogue of standard objects with the deployed metadata laid over it. `keyPrefix` names a custom object's
 * prefix, which must stay the same for the life of the org. Throws `MetadataError` with every problem found.
 */
export function buildSchema(files: readonly MetadataFile[], keyPrefix: (object: string) => string): Schema {
  const problems = createProblems();
  const drafts = new Map(STANDARD_OBJECTS.map((object) => [object.name.toLowerCase(), draft(object)]));
  const objectFiles = parseAll(files, 'CustomObject', problems).filter(
    ({ file }) => keptObject(file.fullName) === undefined
  );
  const valueSets = globalValueSets(parseAll(files, 'GlobalValueSet', problems), problems);

  for (const { file, root } of objectFiles) {
    problems.attempt(file, file, () => {
      const name = file.fullName;
      const known = drafts.get(name.toLowerCase());
      if (known) {
        setSharing(known, root);
      } else if (name.endsWith('__c')) {
        drafts.set(name.toLowerCase(), draft(parseCustomObject(name, root, keyPrefix(name))));
      } else {
        throw new Error(`The object ${name} is not in the local org's catalogue`);
      }
    });
  }

  for (const { file, root } of objectFiles) {
    const object = drafts.get(file.fullName.toLowerCase());
    if (!object) continue;
    for (const element of childrenOf(root, 'fields')) {
      const component = { type: 'CustomField', fullName: `${object.name}.${childText(element, 'fullName')}` };
      problems.attempt(file, component, () => addCustomField(object, element, valueSets));
    }
  }
  for (const { file, root } of objectFiles) {
    const object = drafts.get(file.fullName.toLowerCase());
    if (!object) continue;
    problems.attempt(file, file, () => checkReferences(object, root, drafts));
    for (const [index, field] of object.fields.entries()) {
      const component = { type: 'CustomField', fullName: `${object.name}.${field.name}` };
      problems.attempt(file, component, () => {
        object.fields[index] = resolveSummary(object, field, drafts);
      });
    }
    for (const element of childrenOf(root, 'validationRules')) {
      const component = {
        type: 'ValidationRule',
        fullName: `${object.name}.${childText(element, 'fullName')}`
      };
      problems.attempt(file, component, () => {
        object.validationRules.push(parseValidationRule(element));
      });
    }
  }

  for (const { file, root } of parseAll(files, 'SharingRules', problems)) {
    problems.attempt(file, file, () => {
      const object = drafts.get(file.fullName.toLowerCase());
      if (!object) throw new Error(`In field: object - no CustomObject named ${file.fullName} found`);
      const rules = parseSharingRules(root);
      rules.forEach((rule) => checkSharingRule(rule, object));
      object.sharingRules.push(...rules);
    });
  }
  for (const { file, root } of parseAll(files, 'RestrictionRule', problems)) {
    problems.attempt(file, file, () => {
      const { target, ...rule } = parseRestrictionRule(file.fullName, root);
      const object = drafts.get(target.toLowerCase());
      if (!object) throw new Error(`In field: targetEntity - no CustomObject named ${target} found`);
      checkRestrictionRule(rule, object);
      object.restrictionRules.push(rule);
    });
  }

  const schema = assembleSchema([...drafts.values()]);
  checkFormulas(schema, files, problems);
  if (problems.list.length > 0) throw new MetadataError(problems.list);
  return schema;
}

function childRelationshipsOf(parent: string, drafts: readonly DraftObject[]): ChildRelationship[] {
  return drafts.flatMap((child) =>
    child.fields
      .filter((field) => field.referenceTo.includes(parent))
      .map((field) => ({
        childObject: child.name,
        field: field.name,
        relationshipName: field.childRelationshipName,
        cascadeDelete: field.onParentDelete === 'Cascade'
      }))
  );
}

function assembleSchema(drafts: readonly DraftObject[]): Schema {
  const objects = drafts
    .map((object): ObjectSchema => ({
      ...object,
      fields: new Map(object.fields.map((field) => [field.name.toLowerCase(), field])),
      children: childRelationshipsOf(object.name, drafts)
    }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  const byName = new Map(objects.map((object) => [object.name.toLowerCase(), object]));
  return {
    object: (name) => byName.get(name.toLowerCase()),
    objects: () => objects
  };
}
