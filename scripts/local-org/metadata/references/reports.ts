import { hasField, type Landscape } from '../landscape.ts';
import { childText, type XmlElement } from '../../xml/document.ts';
import { at, descendants, missingComponents, notFound, type ReferenceCheck } from './problem.ts';

/** Where a report names a column, as `Object__c$Field__c`. */
const COLUMNS = new Set([
  'field',
  'column',
  'dateColumn',
  'sortColumn',
  'groupingColumn',
  'secondaryGroupingColumn'
]);

/** A report type: its object, and the fields that it offers. Joins are taken as they are. */
export const checkReportType: ReferenceCheck = (root, _fullName, landscape) => {
  const base = childText(root, 'baseObject');
  if (!landscape.object(base)) return [notFound('baseObject', 'CustomObject', base, root)];
  return descendants(root, 'columns')
    .filter((column) => childText(column, 'table') === base)
    .filter((column) => !hasField(landscape.object(base), childText(column, 'field')))
    .map((column) => at(column, `Invalid field: ${childText(column, 'field')} in object: ${base}`));
};

/** A report on a report type of the project: the type, and every column that it names. Standard types pass. */
export const checkReport: ReferenceCheck = (root, fullName, landscape) => {
  if (!fullName.includes('/')) return [];
  const folder = fullName.slice(0, fullName.indexOf('/'));
  const type = childText(root, 'reportType');
  return [
    ...(landscape.has('Report', folder) ? [] : [at(root, `Cannot find folder:${folder}`)]),
    ...(type.endsWith('__c') && !landscape.has('ReportType', type.slice(0, -'__c'.length))
      ? [at(root, `invalid report type: ${type}`)]
      : []),
    ...columnsOf(root)
      .filter(({ text }) => !isColumn(text.trim(), landscape))
      .map((column) => at(column, `Invalid field name: ${column.text.trim()}`))
  ];
};

/** A dashboard: the reports behind its parts. */
export const checkDashboard: ReferenceCheck = (root, fullName, landscape) => {
  if (!fullName.includes('/')) return [];
  const folder = fullName.slice(0, fullName.indexOf('/'));
  return [
    ...(landscape.has('Dashboard', folder) ? [] : [at(root, `Cannot find folder:${folder}`)]),
    ...missingComponents(descendants(root, 'report'), 'Report', landscape)
  ];
};

function columnsOf(report: XmlElement): XmlElement[] {
  return [...COLUMNS].flatMap((name) => descendants(report, name)).filter(({ text }) => text.includes('$'));
}

/** `Object__c$Field__c`, or through a lookup `Object__c$Lookup__c.Field__c`, of which the first part is checked. */
function isColumn(column: string, landscape: Landscape): boolean {
  const [object = '', path = ''] = column.split('$');
  const [field = ''] = path.split('.');
  return hasField(landscape.object(object), field);
}
