import { childrenOf, childText } from '../local-org/xml/document.ts';
import type { XmlElement } from '../local-org/xml/document.ts';
import type { ObjectFields } from './fields.ts';
import { problem, walk } from './source.ts';
import type { SourceFile } from './source.ts';

/**
 * The standard fields that metadata may name, as each type spells them. Owner, creator and modifier are left out of
 * list views on purpose: no list of this project shows or ranks people.
 */
const STANDARD_FIELDS: Readonly<Record<string, ReadonlySet<string>>> = {
  CompactLayout: new Set(['Name']),
  CustomObject: new Set(),
  Layout: new Set(['Name', 'OwnerId', 'CreatedById', 'LastModifiedById']),
  ListView: new Set(['NAME', 'CREATED_DATE', 'LAST_UPDATE']),
  ValidationRule: new Set()
};

interface FieldReference {
  object: string;
  field: string;
  element: XmlElement;
}

/** Fields that a layout, list view, compact layout, search layout or validation rule names and nobody defined. */
export function danglingFields(file: SourceFile, objects: ObjectFields): string[] {
  const standard = STANDARD_FIELDS[file.type];
  if (!standard) return [];
  return fieldReferences(file)
    .filter(({ object, field }) => !standard.has(field) && !objects.get(object)?.has(field))
    .map(({ object, field, element }) => problem(file, `${object}.${field} doesn't exist`, element));
}

/** The object that a file of `objects/` or a layout belongs to. */
export function objectOf(file: SourceFile): string {
  return file.object ?? file.name.split('-')[0] ?? '';
}

/** The API names that a field, or a formula's `__c` words, refer to. */
function fieldReferences(file: SourceFile): FieldReference[] {
  const object = objectOf(file);
  const own = (elements: readonly XmlElement[]): FieldReference[] =>
    elements.map((element) => ({ object, field: element.text.trim(), element }));
  switch (file.type) {
    case 'CompactLayout':
      return own(childrenOf(file.root, 'fields'));
    case 'ListView':
      return own([
        ...childrenOf(file.root, 'columns'),
        ...childrenOf(file.root, 'filters').flatMap((filter) => childrenOf(filter, 'field'))
      ]);
    case 'CustomObject':
      return own([...walk(file.root)].filter(({ name }) => name.endsWith('AdditionalFields')));
    case 'Layout':
      return [
        ...own(fieldsOnLayout(file.root)),
        ...childrenOf(file.root, 'relatedLists').flatMap(relatedList)
      ];
    default:
      return [...own(childrenOf(file.root, 'errorDisplayField')), ...formulaFields(file.root, object)];
  }
}

function fieldsOnLayout(layout: XmlElement): XmlElement[] {
  return layoutItems(layout).flatMap((item) => childrenOf(item, 'field'));
}

/** The items of a layout, section by section. */
export function layoutItems(layout: XmlElement): XmlElement[] {
  return [...walk(layout)].filter(({ name }) => name === 'layoutItems');
}

/** `Guidance_Review__c.Guidance__c` and the columns of that child. */
function relatedList(list: XmlElement): FieldReference[] {
  const [object = '', field = ''] = childText(list, 'relatedList').split('.');
  const columns = childrenOf(list, 'fields').filter((column) => column.text !== 'NAME');
  return [
    { object, field, element: list },
    ...columns.map((element) => ({ object, field: element.text.trim(), element }))
  ];
}

function formulaFields(rule: XmlElement, object: string): FieldReference[] {
  return childrenOf(rule, 'errorConditionFormula').flatMap((element) =>
    [...element.text.matchAll(/\b\w+__c\b/g)].map(([field]) => ({ object, field, element }))
  );
}
