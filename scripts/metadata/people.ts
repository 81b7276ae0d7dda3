import { childrenOf, childText } from '../local-org/xml/document.ts';
import type { XmlElement } from '../local-org/xml/document.ts';
import type { ObjectFields } from './fields.ts';
import { problem, walk } from './source.ts';
import type { SourceFile } from './source.ts';

/** Elements of reports, report types, dashboards and list views whose text is a column. */
const COLUMN_ELEMENTS: ReadonlySet<string> = new Set([
  'column',
  'columns',
  'dateColumn',
  'field',
  'groupingColumn',
  'reportColumn',
  'secondaryGroupingColumn',
  'sortBy',
  'sortColumn'
]);

/**
 * Standard columns that are people, in the spellings of records (`OwnerId`, `CreatedBy.Name`), list views
 * (`OWNER.ALIAS`, `CREATEDBY_USER`) and reports (`CREATED`, `FULL_NAME`, `UPDATEDBY_USER`, `ROLLUP_DESCRIPTION` of the
 * owner's role).
 */
const PERSON =
  /(^|[.$_])(owner|owner_?id|owner_full_name|created_?by(_?id)?|createdby_user|created(?!_date)|(last_?)?(modified|updated)_?by(_?id)?|updatedby_user|last_update_by|user|user_?id|users?\.name|full_name|alias|username|manager(_?id)?)($|[.$_])/i;

/** `<Object>__c` whose records belong to one person: nothing that counts or lists may stand on it. */
export const PERSONAL_OBJECTS = [
  'Client_Insight__c',
  'Guidance_Preference__c',
  'Guidance_Review__c',
  'Insight_Thanks__c',
  'Usage_Batch__c',
  'Usage_Day__c',
  'User'
];

/** Lookups to User, as `Object__c.Field__c`. */
export function personFields(fields: ObjectFields): string[] {
  return [...fields].flatMap(([object, ofObject]) =>
    [...ofObject.values()]
      .filter(({ file }) => childText(file.root, 'referenceTo') === 'User')
      .map(({ name }) => `${object}.${name}`)
  );
}

/** Columns, groupings, filters and sort orders of a report, report type, dashboard or list view that are people. */
export function peopleIn(file: SourceFile, lookups: readonly string[]): string[] {
  return [...walk(file.root)]
    .filter(({ name, children }) => COLUMN_ELEMENTS.has(name) && children.length === 0)
    .filter((element) => isPerson(element, file, lookups))
    .map((element) => problem(file, `names people (${element.text.trim()})`, element));
}

function isPerson({ text }: XmlElement, file: SourceFile, lookups: readonly string[]): boolean {
  const column = text.trim();
  if (PERSON.test(column)) return true;
  const path = column.includes('$') ? column.replace('$', '.') : `${file.object ?? ''}.${column}`;
  return lookups.some((lookup) => path === lookup || path.startsWith(`${lookup}.`));
}

/** The objects that a report type joins. */
export function objectsOf(reportType: SourceFile): string[] {
  const tables = [...walk(reportType.root)].flatMap((element) => childrenOf(element, 'table'));
  return [...new Set([childText(reportType.root, 'baseObject'), ...tables.map(({ text }) => text.trim())])];
}
