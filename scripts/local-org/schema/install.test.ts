import assert from 'node:assert/strict';
import { test } from 'node:test';
import { metadataFile, testOrg } from '../testing.ts';
import { PROJECT, SELLER, STEP } from './fixture.ts';

test('a deploy that only checks leaves no trace', () => {
  const { org, userId, install } = testOrg();
  const before = org.schema;
  org.installMetadata({ files: [PROJECT, STEP, SELLER], userId: userId('admin'), checkOnly: true });
  assert.equal(org.schema, before);
  assert.deepEqual(org.metadata.list(), []);
  assert.deepEqual(org.store.all(`SELECT 1 FROM "PermissionSet" WHERE "Name" = 'Seller'`), []);
  install(metadataFile('FlexiPage', 'Home', 'flexipages/Home.flexipage', '<masterLabel>Home</masterLabel>'));
  assert.deepEqual(
    org.metadata.list().map(({ type, fullName, createdById }) => [type, fullName, createdById]),
    [['FlexiPage', 'Home', userId('admin')]]
  );
});
