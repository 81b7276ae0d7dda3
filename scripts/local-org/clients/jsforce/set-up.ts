import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Connection } from 'jsforce';
import { writeManifest } from '../../metadata/package/manifest.ts';
import { writeZip } from '../../metadata/package/zip.ts';
import { METADATA_NAMESPACE } from '../../xml/serialize.ts';

/** Who runs the suite, and where. */
export interface SuiteLogin {
  instanceUrl: string;
  accessToken: string;
  userId: string;
}

/** What the suite's package holds of data; the rest of it is Apex, analytics and automation. */
const OBJECTS = ['BigTable__c', 'UpsertTable__c'];
const PERMISSION_SET = 'JSforceTestData';

/** Three batches of a query, the last one begun: the suite fetches up to 5,000 of them. */
const BIG_TABLE_ROWS = 5_500;

/**
 * Makes a new org one that the suite can run against, as its `scripts/org-setup.mjs` does: its objects, the right to
 * use them, rows in the big table, and what a scratch org with sample data has.
 */
export async function setUp(checkout: string, login: SuiteLogin): Promise<void> {
  const { instanceUrl, accessToken, userId } = login;
  const connection = new Connection({ instanceUrl, accessToken, version: '66.0' });
  await deploy(connection, checkout);
  await assignPermissionSet(connection, userId);
  const rows = Array.from({ length: BIG_TABLE_ROWS }, () => ({ OwnerId: userId }));
  await connection.sobject('BigTable__c').create(rows, { allowRecursive: true });
  await addSampleData(connection);
}

async function deploy(connection: Connection, checkout: string): Promise<void> {
  const files = new Map<string, Uint8Array>([
    ['package.xml', bytes(manifest())],
    [`permissionsets/${PERMISSION_SET}.permissionset`, bytes(permissionSet())]
  ]);
  for (const name of OBJECTS) {
    const path = `objects/${name}.object`;
    files.set(path, readFileSync(join(checkout, 'test/package/JSforceTestSuite', path)));
  }
  const zip = Buffer.from(writeZip(files));
  const result = await connection.metadata.deploy(zip, { singlePackage: true }).complete(true);
  if (!result.success) {
    const problems = [result.details.componentFailures ?? []].flat();
    throw new Error(
      problems.map(({ fullName, problem }) => `${String(fullName)}: ${String(problem)}`).join('\n')
    );
  }
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function manifest(): string {
  const members = new Map([
    ['CustomObject', OBJECTS],
    ['CustomField', ['UpsertTable__c.ExtId__c']],
    ['ListView', ['BigTable__c.All']],
    ['PermissionSet', [PERMISSION_SET]]
  ]);
  return writeManifest({ members, version: '66.0' });
}

function permissionSet(): string {
  const rights = ['Create', 'Delete', 'Edit', 'Read'].map((right) => `<allow${right}>true</allow${right}>`);
  const objects = OBJECTS.map(
    (name) => `<objectPermissions>${rights.join('')}<object>${name}</object></objectPermissions>`
  );
  return (
    `<?xml version="1.0" encoding="UTF-8"?><PermissionSet xmlns="${METADATA_NAMESPACE}">` +
    '<fieldPermissions><editable>true</editable><field>UpsertTable__c.ExtId__c</field><readable>true</readable></fieldPermissions>' +
    `<label>jsforce test data</label>${objects.join('')}</PermissionSet>`
  );
}

async function assignPermissionSet(connection: Connection, userId: string): Promise<void> {
  const found = await connection.sobject('PermissionSet').findOne({ Name: PERMISSION_SET }, ['Id']);
  if (!found?.Id) throw new Error(`The deploy made no permission set ${PERMISSION_SET}`);
  await connection.sobject('PermissionSetAssignment').create({
    AssigneeId: userId,
    PermissionSetId: found.Id
  });
}

/** Two accounts, each with a contact and a deal: what `hasSampleData` gives, as far as the suite looks at it. */
async function addSampleData(connection: Connection): Promise<void> {
  const accounts = await created(connection, 'Account', [
    { Name: 'Edge Communications' },
    { Name: 'GenePoint' }
  ]);
  await created(
    connection,
    'Contact',
    accounts.map((AccountId, index) => ({ AccountId, FirstName: 'Sean', LastName: `Forbes ${index}` }))
  );
  await created(
    connection,
    'Opportunity',
    accounts.map((AccountId, index) => ({
      AccountId,
      Name: `Generator ${index}`,
      StageName: 'Prospecting',
      CloseDate: `2026-12-0${index + 1}`
    }))
  );
}

async function created(
  connection: Connection,
  object: string,
  records: Record<string, string>[]
): Promise<string[]> {
  const results = await connection.sobject(object).create(records);
  return results.map((result) => {
    if (!result.success)
      throw new Error(`${object}: ${result.errors.map(({ message }) => message).join(', ')}`);
    return result.id;
  });
}
