import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testOrg } from '../../testing.ts';
import { bundleConfiguration, document, failures, packageZip, successes } from '../testing.ts';
import { createDeployJobs } from './jobs.ts';

const META = document('ApexClass', '    <apiVersion>66.0</apiVersion>', '    <status>Active</status>');
const NOTES = [
  'public with sharing class Notes {',
  '    // public static void old() {}',
  '    @AuraEnabled(cacheable=true)',
  '    public static List<Note__c> latest(Integer count) {',
  '        return [SELECT Id FROM Note__c LIMIT :count];',
  '    }',
  '}'
].join('\n');

function setup() {
  const { org, user, request } = testOrg();
  const jobs = createDeployJobs(org);
  const deploy = (
    files: Record<string, string>,
    members: Record<string, string[]>,
    runTests: string[] = []
  ) => jobs.start(user('admin'), packageZip(files, members), { runTests });
  return { org, deploy, request };
}

const apexClass = (source = NOTES) => ({
  'classes/Notes.cls': source,
  'classes/Notes.cls-meta.xml': META
});

function flow(inner: string): Record<string, string> {
  return {
    'flows/Greet.flow': document(
      'Flow',
      '    <apiVersion>66.0</apiVersion>',
      `    ${inner}`,
      '    <label>Greet</label>'
    )
  };
}

test('a class is kept as it is and counted, with a warning that nothing is done with it', () => {
  const { org, deploy } = setup();
  const result = deploy(apexClass(), { ApexClass: ['Notes'] });
  assert.deepEqual([result.status, result.numberComponentsDeployed, failures(result)], ['Succeeded', 1, []]);
  const [row] = result.details.componentSuccesses;
  assert.deepEqual(
    [row.fileName, row.created, row.problemType, row.problem],
    ['classes/Notes.cls', true, 'Warning', 'Kept, not acted upon: the local org neither compiles nor runs it']
  );
  assert.deepEqual(
    org.metadata.get('ApexClass', 'Notes').map(({ fileName, content }) => [fileName, content.length]),
    [
      ['classes/Notes.cls', NOTES.length],
      ['classes/Notes.cls-meta.xml', META.length]
    ]
  );
});

test('deploying a changed file beside its -meta.xml failed on reading it as XML', () => {
  const { deploy } = setup();
  deploy(apexClass(), { ApexClass: ['Notes'] });
  assert.deepEqual(successes(deploy(apexClass(), { ApexClass: ['Notes'] })), [
    'ApexClass Notes unchanged',
    'package.xml changed'
  ]);
  const changed = deploy(apexClass('public class Notes { < }'), { ApexClass: ['Notes'] });
  assert.deepEqual(successes(changed), ['ApexClass Notes changed', 'package.xml changed']);
});

test('a class whose -meta.xml is of the Tooling API, as dreamhouse has them, was refused', () => {
  const { deploy } = setup();
  const meta =
    '<?xml version="1.0" encoding="UTF-8" ?>\n' +
    '<ApexClass xmlns="urn:metadata.tooling.soap.sforce.com" fqn="Notes"><apiVersion>64.0</apiVersion></ApexClass>';
  const result = deploy({ ...apexClass(), 'classes/Notes.cls-meta.xml': meta }, { ApexClass: ['Notes'] });
  assert.deepEqual(failures(result), []);
});

test('its -meta.xml must be one', () => {
  const { deploy } = setup();
  const files = {
    ...apexClass(),
    'classes/Notes.cls-meta.xml': document('ApexClass', '    <colour>red</colour>')
  };
  assert.deepEqual(failures(deploy(files, { ApexClass: ['Notes'] })).length, 1);
});

test('a deploy that names tests to run is refused: they can’t be run', () => {
  const { org, deploy } = setup();
  const result = deploy(apexClass(), { ApexClass: ['Notes'] }, ['NotesTest']);
  assert.deepEqual(
    [result.status, failures(result)],
    ['Failed', ["classes/NotesTest.cls The Apex test NotesTest can't be run: the local org has no Apex"]]
  );
  assert.deepEqual(org.metadata.list(), []);
});

test('a component may call a method that its class has, and no other', () => {
  const { deploy } = setup();
  const component = (method: string) => ({
    'lwc/card/card.ts': [
      "import { LightningElement } from 'lwc';",
      `import call from '@salesforce/apex/Notes.${method}';`,
      "import { refreshApex } from '@salesforce/apex';",
      'export default class Card extends LightningElement {',
      '  call = call;',
      '  refresh = refreshApex;',
      '}'
    ].join('\n'),
    'lwc/card/card.js-meta.xml': bundleConfiguration()
  });
  const both = (method: string) =>
    deploy({ ...apexClass(), ...component(method) }, { ApexClass: ['*'], LightningComponentBundle: ['*'] });
  assert.deepEqual(failures(both('latest')), []);
  for (const method of ['newest', 'old']) {
    assert.deepEqual(failures(both(method)), [
      `lwc/card/card.ts:2:18 [Line: 2, Col: 18] Unable to find Apex action method referenced as 'Notes.${method}'.`
    ]);
  }
});

test('a flow that somebody starts is kept; one that starts by itself only while it is not active', () => {
  const { deploy } = setup();
  const start = (inner: string) =>
    `<start><locationX>0</locationX><locationY>0</locationY><object>Account</object>${inner}</start>`;
  const triggered = start(
    '<recordTriggerType>Create</recordTriggerType><triggerType>RecordAfterSave</triggerType>'
  );
  const members = { Flow: ['Greet'] };
  const screen = '<processType>Flow</processType><status>Active</status>';
  assert.deepEqual(failures(deploy(flow(screen), members)), []);
  assert.deepEqual(failures(deploy(flow(`${triggered}<status>Draft</status>`), members)), []);
  assert.deepEqual(failures(deploy(flow(`${triggered}<status>Active</status>`), members)), [
    "flows/Greet.flow:4:142 The flow Greet starts by itself, which the local org can't do: deploy it as Draft, or leave it out"
  ]);
  assert.equal(
    failures(deploy(flow('<processType>Workflow</processType><status>Active</status>'), members)).length,
    1
  );
});

test('Apex REST and the old Bulk API are refused by name', async () => {
  const { request } = setup();
  for (const [path, what] of [
    ['/services/apexrest/Notes', 'Apex REST'],
    ['/services/async/66.0/job', 'Bulk API 1.0']
  ]) {
    const answer = await request('admin', path, { json: {} });
    const [{ errorCode, message }] = await answer.json();
    assert.deepEqual(
      [answer.status, errorCode, message],
      [501, 'NOT_IMPLEMENTED', `${what} is not supported by the local org.`]
    );
  }
});

test('a site is kept with the whole folder of its files, which a half of it is not', () => {
  const { org, deploy } = setup();
  const site = document(
    'ExperienceBundle',
    '    <label>Shop</label>',
    '    <type>ChatterNetworkPicasso</type>'
  );
  const files = {
    'experiences/Shop.site-meta.xml': site,
    'experiences/Shop/views/home.json': '{}',
    'experiences/Shop/config/shop.json': '{}'
  };
  const result = deploy(files, { ExperienceBundle: ['Shop'] });
  assert.deepEqual(
    [failures(result), successes(result)],
    [[], ['ExperienceBundle Shop created', 'package.xml changed']]
  );
  assert.equal(
    result.details.componentSuccesses[0]?.problem,
    'Kept, not acted upon: the local org serves no site'
  );
  assert.deepEqual(
    org.metadata
      .get('ExperienceBundle', 'Shop')
      .map(({ fileName }) => fileName)
      .sort(),
    Object.keys(files).sort()
  );
  assert.deepEqual(
    failures(deploy({ 'experiences/Shop.site-meta.xml': site }, { ExperienceBundle: ['Shop'] })),
    [
      "package.xml An object 'Shop' of type ExperienceBundle was named in package.xml, but was not found in zipped directory"
    ]
  );
});

test('platform events and custom metadata types are kept, and to a request they do not exist', async () => {
  const { deploy, request } = setup();
  const object = (label: string) =>
    document(
      'CustomObject',
      '    <fields><fullName>Text__c</fullName><label>Text</label><length>9</length><type>Text</type></fields>',
      `    <label>${label}</label>`,
      `    <pluralLabel>${label}s</pluralLabel>`
    );
  const result = deploy(
    {
      'objects/Setting__mdt.object': object('Setting'),
      'objects/Change__e.object': object('Change'),
      'layouts/Setting__mdt-Setting Layout.layout': document('Layout'),
      'customMetadata/Setting.One.md': document(
        'CustomMetadata',
        '    <label>One</label>',
        '    <protected>false</protected>'
      )
    },
    { CustomObject: ['Setting__mdt', 'Change__e'], Layout: ['*'], CustomMetadata: ['*'] }
  );
  assert.deepEqual(failures(result), []);
  assert.deepEqual(
    result.details.componentSuccesses
      .filter(({ problem }) => problem !== undefined)
      .map(({ componentType, fullName, problem }) => `${componentType} ${fullName}: ${problem}`)
      .sort(),
    [
      'CustomMetadata Setting.One: Kept, not acted upon: the local org answers no query for it',
      'CustomObject Change__e: Kept, not acted upon: the local org publishes no events',
      'CustomObject Setting__mdt: Kept, not acted upon: the local org answers no query for its records'
    ]
  );
  const query = await request('admin', '/services/data/v66.0/query?q=SELECT+Id+FROM+Setting__mdt');
  assert.equal(query.status, 400);
  assert.match(JSON.stringify(await query.json()), /sObject type 'Setting__mdt' is not supported/);
  const publish = await request('admin', '/services/data/v66.0/sobjects/Change__e', {
    json: { Text__c: 'a' }
  });
  assert.equal(publish.status, 404);
});

test('an import of Apex does not tell capitals', () => {
  const { deploy } = setup();
  const files = {
    ...apexClass(),
    'lwc/card/card.ts': [
      "import { LightningElement } from 'lwc';",
      "import latest from '@salesforce/apex/notes.latest';",
      'export default class Card extends LightningElement {',
      '  latest = latest;',
      '}'
    ].join('\n'),
    'lwc/card/card.js-meta.xml': bundleConfiguration()
  };
  assert.deepEqual(failures(deploy(files, { ApexClass: ['*'], LightningComponentBundle: ['*'] })), []);
});
