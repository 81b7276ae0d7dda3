import { childrenOf, childText } from '../local-org/xml/document.ts';
import type { XmlElement } from '../local-org/xml/document.ts';
import { isTrue, ofType } from './source.ts';
import type { SourceFile } from './source.ts';

export interface FieldDefinition {
  name: string;
  type: string;
  /** A record cannot be saved without it, so field-level security doesn't apply to it. */
  required: boolean;
  file: SourceFile;
}

/** Custom fields by object, then by name. */
export type ObjectFields = ReadonlyMap<string, ReadonlyMap<string, FieldDefinition>>;

/** The project's own objects, and the standard ones that it adds fields to. */
export function fieldsOfObjects(files: readonly SourceFile[]): ObjectFields {
  const objects = new Map<string, Map<string, FieldDefinition>>();
  for (const { name } of ofType(files, 'CustomObject')) objects.set(name, new Map());
  for (const file of ofType(files, 'CustomField')) {
    const object = file.object ?? '';
    if (!objects.has(object)) objects.set(object, new Map());
    objects.get(object)?.set(file.name, {
      name: file.name,
      type: childText(file.root, 'type'),
      required: isTrue(file.root, 'required'),
      file
    });
  }
  return objects;
}

const NAME = /^[A-Z]([A-Za-z0-9]|_(?!_))*__c$/;

/** What a deploy would refuse, or an author would stumble over, in the definition of a field. */
export function fieldProblems(field: SourceFile): string[] {
  const { root, name } = field;
  const type = childText(root, 'type');
  const problems: string[] = [];
  const expect = (holds: boolean, text: string): void => {
    if (!holds) problems.push(text);
  };
  expect(childText(root, 'fullName') === name, `fullName is not ${name}`);
  expect(NAME.test(name), 'its name is no API name');
  expect(within(childText(root, 'label').length, 1, 40), 'its label is not 1 to 40 characters long');
  expect(childText(root, 'description').length <= 1000, 'its description is over 1,000 characters');
  expect(childText(root, 'inlineHelpText').length <= 510, 'its help text is over 510 characters');
  expect(
    !isTrue(root, 'unique') || type !== 'Text' || has(root, 'caseSensitive'),
    'unique needs caseSensitive'
  );
  return [...problems, ...typeProblems(root, type)].map((text) => `${field.path} ${text}`);
}

/** https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/customfield.htm */
function typeProblems(root: XmlElement, type: string): string[] {
  const length = Number(childText(root, 'length'));
  switch (type) {
    case 'Text':
      return within(length, 1, 255) ? [] : ['a Text needs a length from 1 to 255'];
    case 'LongTextArea':
    case 'Html':
      return within(length, 256, 131_072) && has(root, 'visibleLines')
        ? []
        : [`${type} needs visibleLines and a length from 256 to 131,072`];
    case 'Number':
    case 'Percent': {
      const [precision, scale] = [Number(childText(root, 'precision')), Number(childText(root, 'scale'))];
      return has(root, 'scale') && within(precision, 1, 18) && within(scale, 0, precision)
        ? []
        : [`a ${type} needs a precision from 1 to 18 and a scale within it`];
    }
    case 'Checkbox':
      return /^(true|false)$/.test(childText(root, 'defaultValue'))
        ? []
        : ['a Checkbox needs a defaultValue'];
    case 'Picklist':
      return picklistProblems(root);
    case 'Lookup':
      return lookupProblems(root);
    case 'MasterDetail':
      return missingIn(root, type, ['referenceTo', 'relationshipName', 'relationshipLabel']);
    case 'TextArea':
    case 'Date':
    case 'DateTime':
    case 'Url':
      return [];
    default:
      return [`type ${type} is not one this project checks yet`];
  }
}

function picklistProblems(root: XmlElement): string[] {
  const [valueSet] = childrenOf(root, 'valueSet');
  const [definition] = valueSet ? childrenOf(valueSet, 'valueSetDefinition') : [];
  const values = definition ? childrenOf(definition, 'value') : [];
  const names = values.map((value) => childText(value, 'fullName'));
  const problems: string[] = [];
  if (!valueSet || !has(valueSet, 'restricted')) problems.push('a Picklist says whether it is restricted');
  if (names.length === 0) problems.push('a Picklist needs values');
  if (new Set(names).size < names.length) problems.push('a value stands twice');
  if (values.filter((value) => isTrue(value, 'default')).length > 1)
    problems.push('two values are the default');
  return problems;
}

function lookupProblems(root: XmlElement): string[] {
  const needed = ['referenceTo', 'relationshipName', 'relationshipLabel', 'deleteConstraint'];
  const missing = missingIn(root, 'Lookup', needed);
  const emptied = isTrue(root, 'required') && childText(root, 'deleteConstraint') === 'SetNull';
  return emptied ? [...missing, 'a required Lookup cannot be emptied when its parent is deleted'] : missing;
}

function missingIn(root: XmlElement, type: string, needed: readonly string[]): string[] {
  return needed.filter((name) => !has(root, name)).map((name) => `a ${type} needs ${name}`);
}

function has(element: XmlElement, name: string): boolean {
  return childText(element, name) !== '';
}

function within(value: number, least: number, most: number): boolean {
  return value >= least && value <= most;
}
