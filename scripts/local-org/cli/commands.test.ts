import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { create } from '../access/testing.ts';
import { openProject, type CliProject } from './testing.ts';

const FIXTURE = fileURLToPath(new URL('fixture', import.meta.url));

interface Described {
  name: string;
  keyPrefix: string;
  fields: { name: string; type: string; createable: boolean }[];
}

interface Saved {
  id: string;
  success: boolean;
  errors: unknown[];
}

describe('the Salesforce CLI asking an org', { concurrency: 2 }, () => {
  let project: CliProject;
  let acme = '';

  before(async () => {
    project = await openProject(FIXTURE, ['sfdx-project.json']);
    acme = create(project.org, 'admin', 'Account', { Name: 'Acme', Industry: 'Banking' });
  });
  after(() => project.close());

  /** The words of a command; a value with spaces is an argument of its own. */
  const words = (command: string): string[] => command.split(' ');

  test('data get record finds by a condition', async () => {
    const { status, result } = await project.sfJson<Record<string, unknown>>(
      ...words('data get record --sobject Account --where Name=Acme')
    );
    assert.deepEqual([status, result['Id'], result['Industry']], [0, acme, 'Banking']);
  });

  test('data get record says when nothing fits', async () => {
    const { exitCode, stderr } = await project.sf(
      ...words('data get record --sobject Account --where Name=Nobody')
    );
    assert.equal(exitCode, 1);
    assert.match(stderr, /Error \(DataRecordGetNoRecord\): No matching record found\./);
  });

  test('data create record tells what the org refuses', async () => {
    const { status, name, message } = await project.sfJson(
      ...words('data create record --sobject Account --values Industry=Banking')
    );
    assert.deepEqual(
      [status, name, message],
      [1, 'REQUIRED_FIELD_MISSING', 'Required fields are missing: [Name]']
    );
  });

  test('data create, update and delete record', async () => {
    const created = await project.sfJson<Saved>(
      ...words('data create record --sobject Lead --values'),
      "LastName='van Dyk' Company=Acme"
    );
    const { id } = created.result;
    assert.deepEqual([created.status, created.result], [0, { id, success: true, errors: [] }]);
    const updated = await project.sfJson<Saved>(
      ...words('data update record --sobject Lead --where'),
      "LastName='van Dyk'",
      ...words('--values Rating=Hot')
    );
    assert.deepEqual([updated.status, updated.result.id], [0, id]);
    const row = () =>
      project.org.org.store.all('SELECT "Rating", "IsDeleted" FROM "Lead" WHERE "Id" = ?', [id])[0];
    assert.deepEqual({ ...row() }, { Rating: 'Hot', IsDeleted: 0 });
    const deleted = await project.sfJson<Saved>(
      ...words(`data delete record --sobject Lead --record-id ${id}`)
    );
    assert.deepEqual([deleted.status, deleted.result.id], [0, id]);
    assert.deepEqual({ ...row() }, { Rating: 'Hot', IsDeleted: 1 });
  });

  test('sobject describe', async () => {
    const { status, result } = await project.sfJson<Described>(
      ...words('sobject describe --sobject OpportunityContactRole')
    );
    assert.deepEqual([status, result.name, result.keyPrefix], [0, 'OpportunityContactRole', '00K']);
    assert.deepEqual(
      result.fields.filter(({ createable }) => createable).map(({ name, type }) => `${type} ${name}`),
      ['reference OpportunityId', 'reference ContactId', 'picklist Role', 'boolean IsPrimary']
    );
  });

  test('sobject describe says when there is no such object', async () => {
    const { exitCode, stderr } = await project.sf(...words('sobject describe --sobject Nothing__c'));
    assert.equal(exitCode, 1);
    assert.match(stderr, /The requested resource does not exist/);
  });

  test('sobject list', async () => {
    const { status, result } = await project.sfJson<string[]>(...words('sobject list --sobject all'));
    assert.equal(status, 0);
    const readable = project.org.org.schema.objects().map(({ name }) => name);
    assert.deepEqual(result.toSorted(), readable.toSorted());
  });

  test('org list limits', async () => {
    const { status, result } = await project.sfJson<{ name: string; max: number; remaining: number }[]>(
      ...words('org list limits')
    );
    assert.deepEqual(
      [status, result.map(({ name, max }) => [name, max])],
      [
        0,
        [
          ['DailyApiRequests', 15_000],
          ['DataStorageMB', 5],
          ['FileStorageMB', 20]
        ]
      ]
    );
    assert.ok(result[0].remaining < 15_000);
  });

  test('org list sobject record-counts', async () => {
    const { status, result } = await project.sfJson<{ name: string; count: number }[]>(
      ...words('org list sobject record-counts --sobject Account --sobject Campaign')
    );
    assert.deepEqual(
      [status, result],
      [
        0,
        [
          { count: 1, name: 'Account' },
          { count: 0, name: 'Campaign' }
        ]
      ]
    );
  });

  test('org display', async () => {
    const { status, result } = await project.sfJson<Record<string, string>>(...words('org display'));
    const { id, apiVersion, instanceUrl, username, connectedStatus, alias } = result;
    assert.deepEqual(
      { status, id, apiVersion, instanceUrl, username, connectedStatus, alias },
      {
        status: 0,
        id: project.org.org.organizationId,
        apiVersion: '68.0',
        instanceUrl: `${project.url}/`,
        username: 'admin@test.example',
        connectedStatus: 'Connected',
        alias: 'local'
      }
    );
  });

  test('org open --url-only', async () => {
    const { exitCode, stdout } = await project.sf(...words('org open --url-only'));
    assert.equal(exitCode, 0);
    assert.ok(stdout.includes(`${project.url}/secur/frontdoor.jsp`), stdout);
  });

  test('api request rest', async () => {
    const { exitCode, stdout } = await project.sf(
      ...words(`api request rest /services/data/v66.0/sobjects/Account/${acme}?fields=Name`)
    );
    assert.equal(exitCode, 0);
    assert.deepEqual(JSON.parse(stdout), {
      attributes: { type: 'Account', url: `/services/data/v66.0/sobjects/Account/${acme}` },
      Name: 'Acme',
      Id: acme
    });
  });

  test('api request graphql', async () => {
    const query = '{ uiapi { query { Account { edges { node { Name { value } } } } } } }';
    writeFileSync(join(project.directory, 'query.graphql'), query);
    const { exitCode, stdout } = await project.sf(...words('api request graphql --body query.graphql'));
    assert.equal(exitCode, 0);
    assert.deepEqual(JSON.parse(stdout), {
      data: { uiapi: { query: { Account: { edges: [{ node: { Name: { value: 'Acme' } } }] } } } },
      errors: []
    });
  });

  test('apex run says that there is no Apex', async () => {
    writeFileSync(join(project.directory, 'hello.apex'), "System.debug('hello');\n");
    const { status, message } = await project.sfJson(...words('apex run --file hello.apex'));
    assert.equal(status, 1);
    assert.match(message ?? '', /no Apex|Apex is not supported by the local org/);
  });

  test('data export tree writes records that data import tree takes', async () => {
    const { status, result } = await project.sfJson<{ relativePath: string }[]>(
      ...words('data export tree --output-dir tree --query'),
      "SELECT Name, Industry FROM Account WHERE Name = 'Acme'"
    );
    assert.equal(status, 0, JSON.stringify(result));
    const { records } = JSON.parse(readFileSync(join(project.directory, 'tree/Account.json'), 'utf8')) as {
      records: Record<string, unknown>[];
    };
    assert.deepEqual(records, [
      { attributes: { type: 'Account', referenceId: 'AccountRef1' }, Name: 'Acme', Industry: 'Banking' }
    ]);
  });
});
