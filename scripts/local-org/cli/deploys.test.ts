import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openProject, type CliFile, type CliProject } from './testing.ts';

const FIXTURE = fileURLToPath(new URL('fixture', import.meta.url));
const SOURCE = 'force-app/main/default';
const PAGE = `${SOURCE}/flexipages/Fixture_Note_Page.flexipage-meta.xml`;
const PERMISSION_SET = `${SOURCE}/permissionsets/Fixture_Notes.permissionset-meta.xml`;
const OVER_REST = { SF_ORG_METADATA_REST_DEPLOY: 'true' };

interface DeployJson {
  id: string;
  status: string;
  done: boolean;
  checkOnly: boolean;
  numberComponentsDeployed: number;
  numberComponentErrors: number;
  files: CliFile[];
}

describe('the Salesforce CLI and its deploys', () => {
  let project: CliProject;
  const deploy = (...args: string[]) => project.sfJson<DeployJson>('project', 'deploy', ...args);
  const deployed = () =>
    new Set(project.org.org.metadata.list().map(({ type, fullName }) => `${type} ${fullName}`));

  before(async () => {
    project = await openProject(FIXTURE, ['sfdx-project.json', 'force-app']);
  });
  after(() => project.close());

  let validationId = '';

  test('validate keeps nothing and gives an id', async () => {
    const { status, result } = await deploy('validate', '--source-dir', 'force-app');
    assert.deepEqual(
      [status, result.status, result.checkOnly, result.numberComponentsDeployed],
      [0, 'Succeeded', true, 15]
    );
    assert.equal(deployed().size, 0);
    validationId = result.id;
  });

  test('quick deploys what was validated; the id of anything else is refused', async () => {
    const [good, bad] = await Promise.all([
      deploy('quick', '--job-id', validationId),
      deploy('quick', '--job-id', '0Af000000000099AAA')
    ]);
    assert.deepEqual(
      [good.status, good.result.status, good.result.checkOnly, good.result.numberComponentsDeployed],
      [0, 'Succeeded', false, 15]
    );
    assert.ok(deployed().has('FlexiPage Fixture_Note_Page'));
    assert.equal(bad.status, 1);
    assert.match(bad.message ?? '', /^Job ID can't be used for quick deployment\./);
  });

  test('a deploy left to itself is reported and resumed, and too late to cancel', async () => {
    const started = await deploy('start', '--source-dir', 'force-app', '--async');
    assert.deepEqual([started.status, started.result.status, started.result.done], [0, 'Queued', false]);
    const { id } = started.result;
    const [reported, resumed] = await Promise.all([
      deploy('report', '--job-id', id),
      deploy('resume', '--job-id', id)
    ]);
    for (const { status, result } of [reported, resumed]) {
      assert.deepEqual(
        [status, result.id, result.status, result.numberComponentsDeployed],
        [0, id, 'Succeeded', 15]
      );
    }
    assert.deepEqual([...new Set(resumed.result.files.map(({ state }) => state))], ['Unchanged']);
    const { status, name, message } = await deploy('cancel', '--job-id', id);
    assert.deepEqual(
      [status, name, message],
      [1, 'CannotCancelDeployError', "Can't cancel deploy because it's already completed."]
    );
  });

  test('over REST a deploy goes through, and fails with component, problem and place', async () => {
    const args = ['project', 'deploy', 'start', '--source-dir', 'force-app'];
    const good = await project.sfWith(OVER_REST, ...args);
    assert.equal(good.exitCode, 0);
    assert.match(good.stdout, /using the v68\.0 REST API/);
    assert.match(good.stdout, /Status: Succeeded/);

    const path = join(project.directory, PERMISSION_SET);
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace('Fixture_Note__c.Text__c', 'Fixture_Note__c.Words__c'));
    const bad = await project.sfWith(OVER_REST, ...args);
    writeFileSync(path, text);
    assert.equal(bad.exitCode, 1);
    assert.match(
      bad.stdout,
      /PermissionSet +Fixture_Notes +In field: field - no CustomField named Fixture_Note__c\.Words__c found \(14:21\) +14:21/
    );
  });

  test('project delete source takes a component out of org and project, and is reported', async () => {
    const { status, result } = await project.sfJson<{ deletedSource: CliFile[] }>(
      ...['project', 'delete', 'source', '--metadata', 'FlexiPage:Fixture_Note_Page', '--no-prompt']
    );
    assert.deepEqual(
      [status, result.deletedSource.map(({ state, type, fullName }) => `${state} ${type} ${fullName}`)],
      [0, ['Deleted FlexiPage Fixture_Note_Page']]
    );
    assert.equal(existsSync(join(project.directory, PAGE)), false);
    assert.equal(deployed().has('FlexiPage Fixture_Note_Page'), false);
    const reported = await deploy('report', '--use-most-recent');
    assert.deepEqual(
      [reported.status, reported.result.status, reported.result.numberComponentsDeployed],
      [0, 'Succeeded', 1]
    );
  });

  test('org list metadata tells what is there', async () => {
    const { status, result } = await project.sfJson<{ fullName: string; fileName: string; type: string }[]>(
      ...['org', 'list', 'metadata', '--metadata-type', 'PermissionSet']
    );
    assert.deepEqual(
      [status, result.map(({ type, fullName, fileName }) => `${type} ${fullName} ${fileName}`)],
      [0, ['PermissionSet Fixture_Notes permissionsets/Fixture_Notes.permissionset']]
    );
  });
});
