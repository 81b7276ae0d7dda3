import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { testOrg } from '../testing.ts';
import { deploySource } from './deploy-source.ts';
import { failures } from './testing.ts';

const FIXTURE = fileURLToPath(new URL('../cli/fixture/force-app', import.meta.url));

test('a folder in source format is deployed like any zip', async () => {
  const { org } = testOrg();
  const result = await deploySource(org, FIXTURE);
  assert.deepEqual(failures(result), []);
  assert.deepEqual(
    [result.status, result.numberComponentsDeployed, result.createdByName],
    ['Succeeded', 15, 'Ada Admin']
  );
  assert.ok(org.schema.object('Fixture_Note__c')?.fields.has('kind__c'));
  assert.ok(org.schema.object('Account')?.fields.has('fixture_tier__c'));
});

test('a folder without a component is a mistake', async (context) => {
  const { org } = testOrg();
  const empty = mkdtempSync(join(tmpdir(), 'deploy-source-'));
  context.after(() => rmSync(empty, { recursive: true }));
  await assert.rejects(deploySource(org, empty), {
    message: `There is nothing to deploy in ${empty}`
  });
});
