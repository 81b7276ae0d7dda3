import type { FieldValue } from '../contract.ts';
import { objectFile, permissionSetFile, testOrg, type TestOrg } from '../testing.ts';

const FIELDS = `
  <fields><fullName>Account__c</fullName><label>Account</label><type>Lookup</type>
    <referenceTo>Account</referenceTo><relationshipName>Plans</relationshipName></fields>
  <fields><fullName>Before__c</fullName><label>Plan Before</label><type>Lookup</type>
    <referenceTo>Plan__c</referenceTo><relationshipName>Later_Plans</relationshipName></fields>
  <fields><fullName>Secret__c</fullName><label>Secret</label><type>Text</type><length>80</length></fields>
  <fields><fullName>Stage__c</fullName><label>Stage</label><type>Picklist</type>
    <valueSet><restricted>true</restricted><valueSetDefinition><sorted>false</sorted>
      <value><fullName>Open</fullName><default>true</default><label>Still open</label></value>
      <value><fullName>Done</fullName><default>false</default><label>Done</label></value>
    </valueSetDefinition></valueSet></fields>
  <fields><fullName>Topics__c</fullName><label>Topics</label><type>MultiselectPicklist</type>
    <visibleLines>3</visibleLines>
    <valueSet><valueSetDefinition><sorted>false</sorted>
      <value><fullName>Price</fullName><default>false</default><label>The price</label></value>
      <value><fullName>Risk</fullName><default>false</default><label>Risk</label></value>
    </valueSetDefinition></valueSet></fields>
  <fields><fullName>Budget__c</fullName><label>Budget</label><type>Currency</type>
    <precision>10</precision><scale>2</scale></fields>
  <fields><fullName>Score__c</fullName><label>Score</label><type>Number</type>
    <precision>5</precision><scale>1</scale></fields>
  <fields><fullName>Due__c</fullName><label>Due</label><type>Date</type></fields>
  <fields><fullName>Met__c</fullName><label>Met</label><type>DateTime</type></fields>
  <fields><fullName>Urgent__c</fullName><label>Urgent</label><type>Checkbox</type>
    <defaultValue>false</defaultValue></fields>
  <fields><fullName>Body__c</fullName><label>Body</label><type>Html</type><length>32768</length>
    <visibleLines>10</visibleLines><inlineHelpText>What the plan says.</inlineHelpText></fields>
  <fields><fullName>Key__c</fullName><label>Key</label><type>Text</type><length>20</length>
    <externalId>true</externalId><unique>true</unique></fields>`;

const PLAN = objectFile(
  'Plan__c',
  `<label>Plan</label><pluralLabel>Plans</pluralLabel>
  <nameField><label>Plan Name</label><type>Text</type></nameField>
  <deploymentStatus>Deployed</deploymentStatus><sharingModel>Private</sharingModel>${FIELDS}`
);

const OPEN_FIELDS = [
  'Account__c',
  'Before__c',
  'Stage__c',
  'Topics__c',
  'Budget__c',
  'Score__c',
  'Due__c',
  'Met__c',
  'Urgent__c',
  'Body__c',
  'Key__c'
];

function permissions(fields: readonly string[]): string {
  const flags = ['allowCreate', 'allowDelete', 'allowEdit', 'allowRead'];
  return `<objectPermissions>${flags.map((flag) => `<${flag}>true</${flag}>`).join('')}
    <modifyAllRecords>false</modifyAllRecords><object>Plan__c</object>
    <viewAllRecords>false</viewAllRecords></objectPermissions>${fields
      .map(
        (name) =>
          `<fieldPermissions><editable>true</editable><field>Plan__c.${name}</field><readable>true</readable></fieldPermissions>`
      )
      .join('')}`;
}

/**
 * An org with the private object Plan__c. Sellers may use it but not its field Secret__c; administrators have
 * everything; the others may not even read it.
 */
export function planOrg(): TestOrg {
  const test = testOrg();
  test.install(
    PLAN,
    permissionSetFile('Seller', permissions(OPEN_FIELDS)),
    permissionSetFile('Everything', permissions([...OPEN_FIELDS, 'Secret__c']))
  );
  return test;
}

/** Creates a record as a persona; fails the test when it is refused. */
export function made(
  test: TestOrg,
  persona: string,
  object: string,
  values: Record<string, FieldValue>
): string {
  const result = test.org.records.create(test.user(persona), object, values);
  if (!result.id) throw new Error(result.errors.map(({ message }) => message).join('; '));
  return result.id;
}

/** Gives a persona a permission set for the rest of the test. */
export function assign(test: TestOrg, persona: string, permissionSet: string): void {
  const [row] = test.org.store.all('SELECT "Id" FROM "PermissionSet" WHERE "Name" = ?', [permissionSet]);
  made(test, 'admin', 'PermissionSetAssignment', {
    AssigneeId: test.userId(persona),
    PermissionSetId: row.Id
  });
}

/** The path of a data resource in the version that the tests use. */
export function data(path: string): string {
  return `/services/data/v66.0/${path}`;
}

export interface Answer {
  status: number;
  body: unknown;
}

/** A UI API request as a persona; an empty body is null. */
export async function uiApi(
  test: TestOrg,
  persona: string,
  path: string,
  options?: { method?: string; json?: unknown; headers?: Record<string, string> }
): Promise<Answer> {
  const response = await test.request(persona, data(`ui-api/${path}`), options);
  const text = await response.text();
  return { status: response.status, body: text ? JSON.parse(text) : null };
}

export interface GraphqlAnswer {
  data: unknown;
  errors: { message: string; paths: unknown[]; extensions: { ErrorType: string } }[];
}

/** A GraphQL request as a persona; it always answers 200. */
export async function graphql(
  test: TestOrg,
  persona: string,
  query: string,
  variables?: Record<string, unknown>
): Promise<GraphqlAnswer> {
  const response = await test.request(persona, data('graphql'), { json: { query, variables } });
  if (response.status !== 200) throw new Error(`GraphQL answered ${response.status}`);
  return (await response.json()) as GraphqlAnswer;
}

/** The value at a path such as `uiapi.query.Plan__c.edges`, undefined when there is none; of no path the whole. */
export function at(value: unknown, path: string): unknown {
  if (path === '') return value;
  return path
    .split('.')
    .reduce<unknown>(
      (current, key) =>
        typeof current === 'object' && current !== null
          ? (current as Record<string, unknown>)[key]
          : undefined,
      value
    );
}
