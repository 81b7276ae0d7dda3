import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parseXml } from '../xml/document.ts';
import { serializeElement } from '../xml/serialize.ts';
import { readUsersFile } from '../seed/users-file.ts';
import { openProject, type CliFile, type CliProject } from './testing.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const PERMISSION_SET = 'force-app/main/core/permissionsets/Caddie_Rep.permissionset-meta.xml';

interface DeployJson {
  status: string;
  numberComponentErrors: number;
  numberComponentsDeployed: number;
  numberComponentsTotal: number;
  files: CliFile[];
}

describe('the Salesforce CLI with this project', () => {
  let project: CliProject;

  before(async () => {
    project = await openProject(ROOT, ['sfdx-project.json', '.forceignore', 'force-app', 'data'], {
      users: readUsersFile(join(ROOT, 'config/local-org-users.json'))
    });
  });

  after(() => project.close());

  /** A deploy that must go through, with the files that failed if it doesn't. */
  async function deploy(...flags: string[]): Promise<DeployJson> {
    const { result } = await project.sfJson<DeployJson>(
      ...['project', 'deploy', 'start', '--source-dir', 'force-app', ...flags]
    );
    const failed = result.files.filter(({ state }) => state === 'Failed');
    assert.deepEqual(
      failed.map(({ filePath, error }) => `${filePath}: ${error}`),
      []
    );
    assert.equal(result.status, 'Succeeded');
    assert.equal(result.numberComponentsDeployed, result.numberComponentsTotal);
    return result;
  }

  test('a dry run finds nothing wrong and keeps nothing', async () => {
    await deploy('--dry-run');
    assert.deepEqual(project.org.org.metadata.list(), []);
  });

  test('everything is deployed, every component under its own type', async () => {
    const { files } = await deploy();
    assert.deepEqual([...new Set(files.map(({ state }) => state))], ['Created']);
    const types = new Set(files.map(({ type }) => type));
    for (const type of [
      'CustomObject',
      'CustomField',
      'LightningComponentBundle',
      'PermissionSet',
      'FlexiPage'
    ]) {
      assert.ok(types.has(type), type);
    }
  });

  test('a permission set is assigned', async () => {
    const { exitCode, stdout } = await project.sf('org', 'assign', 'permset', '--name', 'Caddie_Rep');
    assert.equal(exitCode, 0);
    assert.match(stdout, /admin@caddie\.example +Caddie_Rep/);
  });

  test('the sample records are imported and found', async () => {
    const { status, result } = await project.sfJson<{ type: string }[]>(
      ...['data', 'import', 'tree', '--plan', 'data/sample-plan.json']
    );
    assert.equal(status, 0);
    const imported = result.filter(({ type }) => type === 'Opportunity').length;
    const counted = await project.sfJson<{ records: { deals: number }[] }>(
      ...['data', 'query', '--query', 'SELECT COUNT(Id) deals FROM Opportunity']
    );
    assert.deepEqual(
      counted.result.records.map(({ deals }) => deals),
      [imported]
    );
    assert.ok(imported > 0);
  });

  test('what was deployed comes back', async () => {
    const { status, result } = await project.sfJson<{ success: boolean; files: CliFile[] }>(
      ...[
        'project',
        'retrieve',
        'start',
        '--metadata',
        'PermissionSet:Caddie_Rep',
        'LightningComponentBundle'
      ]
    );
    assert.deepEqual([status, result.success], [0, true]);
    assert.ok(result.files.some(({ type }) => type === 'LightningComponentBundle'));
    const meaning = (folder: string) =>
      serializeElement(parseXml(readFileSync(join(folder, PERMISSION_SET), 'utf8')));
    assert.equal(meaning(project.directory), meaning(ROOT));
  });
});
