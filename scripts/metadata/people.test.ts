import assert from 'node:assert/strict';
import { test } from 'node:test';
import { childrenOf, childText, parseXml } from '../local-org/xml/document.ts';
import { fieldsOfObjects } from './fields.ts';
import { objectsOf, peopleIn, personFields, PERSONAL_OBJECTS } from './people.ts';
import { ofType, problem, sourceFiles, walk } from './source.ts';
import type { SourceFile } from './source.ts';

const files = sourceFiles();
const lookups = personFields(fieldsOfObjects(files));
const reports = ofType(files, 'Report');
const reportTypes = ofType(files, 'ReportType');
const dashboards = ofType(files, 'Dashboard');

test('no report, report type, dashboard or list view names, groups or filters people', () => {
  const views = [...reports, ...reportTypes, ...dashboards, ...ofType(files, 'ListView')];
  assert.ok(reports.length >= 3 && dashboards.length >= 1);
  assert.deepEqual(
    views.flatMap((file) => peopleIn(file, lookups)),
    []
  );
});

test('every report stands on a report type of the project, and no report type on what belongs to a person', () => {
  const own = reportTypes.map(({ name }) => `${name}__c`);
  const foreign = reports.filter(({ root }) => !own.includes(childText(root, 'reportType')));
  const personal = reportTypes.filter((file) =>
    objectsOf(file).some((object) => PERSONAL_OBJECTS.includes(object.split('.')[0] ?? ''))
  );
  assert.deepEqual(
    [...foreign, ...personal].map(({ path }) => path),
    []
  );
});

test('what belongs to a person cannot be reported on at all', () => {
  const reportable = ofType(files, 'CustomObject')
    .filter(({ name }) => PERSONAL_OBJECTS.includes(name) && name !== 'Guidance_Review__c')
    .filter(({ root }) => childText(root, 'enableReports') !== 'false')
    .map(({ path }) => path);
  assert.deepEqual(reportable, []);
});

test('reports show columns of their report type, dashboards reports that exist', () => {
  const columns = new Map(
    reportTypes.map(({ name, root }) => [
      `${name}__c`,
      [...walk(root)]
        .filter((element) => childrenOf(element, 'table').length > 0)
        .map((element) => `${childText(element, 'table')}$${childText(element, 'field')}`)
    ])
  );
  const unknown = reports.flatMap((file) =>
    [...walk(file.root)]
      .filter(({ text, children }) => children.length === 0 && text.includes('$'))
      .filter(({ text }) => !columns.get(childText(file.root, 'reportType'))?.includes(text.trim()))
      .map((element) => problem(file, `${element.text.trim()} is no column`, element))
  );
  const names = reports.map(({ path }) => path.replace(/^.*\/reports\/(.*)\.report-meta\.xml$/, '$1'));
  const missing = dashboards.flatMap((file) =>
    [...walk(file.root)]
      .filter(({ name, text }) => name === 'report' && !names.includes(text.trim()))
      .map((element) => problem(file, `${element.text.trim()} doesn't exist`, element))
  );
  assert.deepEqual([...unknown, ...missing], []);
});

function sample(type: string, xml: string, object: string | null = null): SourceFile {
  return { path: 'sample', type, name: 'Sample', object, root: parseXml(`<${type}>${xml}</${type}>`) };
}

for (const column of [
  'Adoption_Week__c$Owner.Name',
  'Adoption_Week__c$CreatedBy.Name',
  'Adoption_Week__c$LastModifiedBy',
  'Guidance_Review__c$Answered_By__c.Name',
  'CREATED',
  'OWNER_FULL_NAME',
  'USERS.NAME',
  'FULL_NAME'
]) {
  test(`a report that groups by ${column} is found`, () => {
    const report = sample('Report', `<groupingsDown><field>${column}</field></groupingsDown>`);
    assert.deepEqual(peopleIn(report, ['Guidance_Review__c.Answered_By__c']), [
      `sample:1 names people (${column})`
    ]);
  });
}

test('a list view is found that shows people through a lookup, their names or who made a record', () => {
  const view = sample(
    'ListView',
    '<columns>NAME</columns><columns>Answered_By__c</columns><columns>OWNER.ALIAS</columns>' +
      '<filters><field>CREATEDBY_USER</field></filters>',
    'Guidance_Review__c'
  );
  assert.deepEqual(peopleIn(view, ['Guidance_Review__c.Answered_By__c']), [
    'sample:1 names people (Answered_By__c)',
    'sample:1 names people (OWNER.ALIAS)',
    'sample:1 names people (CREATEDBY_USER)'
  ]);
});

test('counts of people, and dates, are no people', () => {
  const report = sample(
    'Report',
    '<columns><field>Adoption_Week__c$People_Count__c</field></columns><columns><field>CREATED_DATE</field></columns>' +
      '<columns><field>LAST_UPDATE</field></columns>'
  );
  assert.deepEqual(peopleIn(report, []), []);
});
