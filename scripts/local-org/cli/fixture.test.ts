import assert from 'node:assert/strict';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parseXml } from '../xml/document.ts';
import { serializeElement } from '../xml/serialize.ts';
import { openProject, type CliFile, type CliProject } from './testing.ts';

const FIXTURE = fileURLToPath(new URL('fixture', import.meta.url));
const SOURCE = 'force-app/main/default';

/** A file's meaning: of XML the elements, of anything else the text. */
function meaning(path: string): string {
  const text = readFileSync(path, 'utf8');
  return path.endsWith('.xml') ? serializeElement(parseXml(text)) : text;
}

describe('the Salesforce CLI with a small project', () => {
  let project: CliProject;

  before(async () => {
    project = await openProject(FIXTURE, ['sfdx-project.json', 'force-app', 'data']);
  });

  after(() => project.close());

  /** Changes a source file while the work is done. */
  async function withChange<T>(file: string, from: string, to: string, work: () => Promise<T>): Promise<T> {
    const path = join(project.directory, SOURCE, file);
    const text = readFileSync(path, 'utf8');
    assert.ok(text.includes(from), `${file} holds ${from}`);
    writeFileSync(path, text.replace(from, to));
    try {
      return await work();
    } finally {
      writeFileSync(path, text);
    }
  }

  test('org login access-token', () => {
    assert.deepEqual(
      [project.login.exitCode, project.login.stdout.trim()],
      [0, `Successfully authorized admin@test.example with org ID ${project.org.org.organizationId}`]
    );
  });

  test('project deploy start --dry-run validates and keeps nothing', async () => {
    const { exitCode, stdout } = await project.sf(
      'project',
      'deploy',
      'start',
      '--source-dir',
      'force-app',
      '--dry-run'
    );
    assert.equal(exitCode, 0);
    assert.match(stdout, /Status: Succeeded/);
    assert.match(stdout, /Dry-run complete\./);
    assert.deepEqual(project.org.org.metadata.list(), []);
  });

  test('project deploy start tells each file', async () => {
    const { status, result } = await project.sfJson<{
      status: string;
      numberComponentsDeployed: number;
      numberComponentsTotal: number;
      files: CliFile[];
    }>('project', 'deploy', 'start', '--source-dir', 'force-app');
    assert.deepEqual(
      [status, result.status, result.numberComponentsDeployed, result.numberComponentsTotal],
      [0, 'Succeeded', 15, 15]
    );
    assert.deepEqual(result.files.map(({ state, type, fullName }) => `${state} ${type} ${fullName}`).sort(), [
      'Created CompactLayout Fixture_Note__c.Fixture_Note_Compact',
      'Created CustomField Account.Fixture_Tier__c',
      'Created CustomField Fixture_Note__c.Account__c',
      'Created CustomField Fixture_Note__c.Kind__c',
      'Created CustomField Fixture_Note__c.Text__c',
      'Created CustomLabel Fixture_Empty',
      'Created CustomLabel Fixture_Title',
      'Created CustomLabels CustomLabels',
      'Created CustomObject Fixture_Note__c',
      'Created CustomTab Fixture_Note__c',
      'Created FlexiPage Fixture_Note_Page',
      'Created Layout Fixture_Note__c-Fixture Note Layout',
      ...Array<string>(4).fill('Created LightningComponentBundle fixtureNote'),
      'Created ListView Fixture_Note__c.All',
      'Created PermissionSet Fixture_Notes'
    ]);
  });

  test('the same deploy again changes nothing', async () => {
    const { result } = await project.sfJson<{ files: CliFile[] }>(
      ...['project', 'deploy', 'start', '--source-dir', 'force-app']
    );
    assert.deepEqual([...new Set(result.files.map(({ state }) => state))], ['Unchanged']);
  });

  test('a deploy that fails shows the component, the problem, line and column', async () => {
    const { exitCode, stdout } = await withChange(
      'permissionsets/Fixture_Notes.permissionset-meta.xml',
      'Fixture_Note__c.Text__c',
      'Fixture_Note__c.Words__c',
      () => project.sf('project', 'deploy', 'start', '--source-dir', 'force-app')
    );
    assert.equal(exitCode, 1);
    assert.match(stdout, /Status: Failed/);
    assert.match(stdout, /Component Failures \[1\]/);
    assert.match(
      stdout,
      /PermissionSet +Fixture_Notes +In field: field - no CustomField named Fixture_Note__c\.Words__c found \(14:21\) +14:21/
    );
  });

  test('of a component it names the file too', async () => {
    const failed = await withChange(
      'lwc/fixtureNote/fixtureNote.ts',
      "import { LightningElement, api } from 'lwc';",
      "import { LightningElement, api } from 'lwc';\nimport title from '@salesforce/label/c.Fixture_Lost';\nenum Kind {\n  Praise = title\n}",
      () =>
        project.sfJson<{ files: CliFile[]; numberComponentErrors: number }>(
          ...['project', 'deploy', 'start', '--source-dir', 'force-app']
        )
    );
    assert.deepEqual([failed.status, failed.result.numberComponentErrors], [1, 1]);
    const files = failed.result.files
      .filter(({ state }) => state === 'Failed')
      .map(({ filePath, error }) => `${filePath.slice(filePath.indexOf('force-app'))}: ${error}`)
      .sort();
    assert.deepEqual(files, [
      `${SOURCE}/lwc/fixtureNote/fixtureNote.ts: An enum is not erasable TypeScript. Write a constant object instead. (3:1)`,
      `${SOURCE}/lwc/fixtureNote/fixtureNote.ts: Invalid reference c.Fixture_Lost of type label in file fixtureNote.ts (2:19)`
    ]);
  });

  test('org assign permset', async () => {
    const { exitCode, stdout } = await project.sf('org', 'assign', 'permset', '--name', 'Fixture_Notes');
    assert.equal(exitCode, 0);
    assert.match(stdout, /admin@test\.example +Fixture_Notes/);
  });

  test('data import tree --plan, then data query', async () => {
    const imported = await project.sfJson<{ refId: string; type: string }[]>(
      ...['data', 'import', 'tree', '--plan', 'data/plan.json']
    );
    assert.deepEqual(
      [imported.status, imported.result.map(({ refId, type }) => `${type} ${refId}`)],
      [
        0,
        ['Account AccountRef1', 'Account AccountRef2', 'Fixture_Note__c NoteRef1', 'Fixture_Note__c NoteRef2']
      ]
    );
    const queried = await project.sfJson<{
      totalSize: number;
      records: { Name: string; Kind__c: string; Account__r: { Name: string; Fixture_Tier__c: number } }[];
    }>(
      ...['data', 'query', '--query'],
      'SELECT Name, Kind__c, Account__r.Name, Account__r.Fixture_Tier__c FROM Fixture_Note__c ORDER BY Name'
    );
    assert.deepEqual(
      queried.result.records.map((row) => [
        row.Name,
        row.Kind__c,
        row.Account__r.Name,
        row.Account__r.Fixture_Tier__c
      ]),
      [
        ['Budget moves to next year', 'Risk & Doubt', 'Fixture Works', 3],
        ['They answered within the hour', 'Praise', 'Fixture & Sons', 1]
      ]
    );
  });

  test('project retrieve start brings back what was deployed', async () => {
    const { status, result } = await project.sfJson<{ success: boolean; files: CliFile[] }>(
      ...['project', 'retrieve', 'start', '--source-dir', 'force-app']
    );
    assert.deepEqual([status, result.success], [0, true]);
    const paths = globSync('force-app/**/*.*', { cwd: FIXTURE }).sort();
    assert.deepEqual(globSync('force-app/**/*.*', { cwd: project.directory }).sort(), paths);
    for (const path of paths) {
      assert.equal(meaning(join(project.directory, path)), meaning(join(FIXTURE, path)), path);
    }
  });
});
