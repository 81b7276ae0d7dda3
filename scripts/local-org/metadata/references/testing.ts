import assert from 'node:assert/strict';
import type { MetadataFile } from '../../contract.ts';
import { buildSchema } from '../../schema/build.ts';
import { createLandscape } from '../landscape.ts';
import { bundleConfiguration, bytes, document, NOTE_OBJECT } from '../testing.ts';
import { parseXml } from '../../xml/document.ts';
import type { XmlProblem } from '../xml/schema-check.ts';
import { checkChildReferences, checkReferences } from './index.ts';

const note = NOTE_OBJECT.replace(
  '    <label>Note</label>',
  [
    '    <fields>',
    '        <fullName>Kind__c</fullName>',
    '        <label>Kind</label>',
    '        <required>true</required>',
    '        <type>Picklist</type>',
    '        <valueSet>',
    '            <valueSetDefinition>',
    '                <value><fullName>Tip</fullName><default>false</default><label>Tip</label></value>',
    '            </valueSetDefinition>',
    '        </valueSet>',
    '    </fields>',
    '    <label>Note</label>'
  ].join('\n')
);

function file(type: string, fullName: string, fileName: string, text: string): MetadataFile {
  return { type, fullName, fileName, content: bytes(text) };
}

const files = [
  file('CustomObject', 'Note__c', 'objects/Note__c.object', note),
  file(
    'LightningComponentBundle',
    'card',
    'lwc/card/card.js-meta.xml',
    bundleConfiguration('lightning__RecordPage').replace(
      '</LightningComponentBundle>',
      '<targetConfigs><targetConfig targets="lightning__RecordPage"><property name="title" type="String"/></targetConfig></targetConfigs></LightningComponentBundle>'
    )
  )
];
const landscape = createLandscape(
  buildSchema(files, () => 'a00'),
  files
);

function format({ problem, place }: XmlProblem): string {
  return `${place.line}:${place.column} ${problem}`;
}

/** Of an org with the object Note__c and the component card: the problems of a component with these lines inside its root. */
export function check(type: string, fullName: string, ...lines: string[]): string[] {
  return checkReferences(type, fullName, parseXml(document(type, ...lines)), landscape).map(format);
}

/** The problems of a child of Note__c or of the labels. */
export function checkChild(...lines: string[]): string[] {
  const [child] = parseXml(document('CustomObject', ...lines)).children;
  assert.ok(child);
  return checkChildReferences('Note__c', child, landscape).map(format);
}
