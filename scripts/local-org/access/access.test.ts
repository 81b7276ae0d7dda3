import assert from 'node:assert/strict';
import { test } from 'node:test';
import { customObject, field, PROJECT, SELLER, STEP } from '../schema/fixture.ts';
import { objectFile, permissionSetFile, testOrg, type TestOrg } from '../testing.ts';

function permissionsOf({ org, user }: TestOrg, persona: string, object: string): string {
  const schema = org.schema.object(object);
  assert.ok(schema);
  const permissions = org.access.object(user(persona), schema);
  return Object.entries(permissions)
    .filter(([, granted]) => granted)
    .map(([name]) => name)
    .join(' ');
}

function fieldOf({ org, user }: TestOrg, persona: string, object: string, name: string) {
  const schema = org.schema.object(object);
  const found = schema?.fields.get(name.toLowerCase());
  assert.ok(schema && found);
  const { read, edit } = org.access.field(user(persona), schema, found);
  return `${read ? 'r' : '-'}${edit ? 'w' : '-'}`;
}

test('standard profiles grant what a new org grants', () => {
  const t = testOrg();
  assert.equal(permissionsOf(t, 'rep', 'Opportunity'), 'create read edit delete');
  assert.equal(permissionsOf(t, 'rep', 'Campaign'), 'read');
  assert.equal(permissionsOf(t, 'marketing', 'Campaign'), 'create read edit delete');
  assert.equal(permissionsOf(t, 'admin', 'Opportunity'), 'create read edit delete viewAll modifyAll');
  assert.equal(permissionsOf(t, 'integration', 'Opportunity'), '');
  assert.equal(permissionsOf(t, 'rep', 'Task'), 'create read edit delete');
  assert.equal(permissionsOf(t, 'integration', 'Task'), 'read');
  assert.equal(permissionsOf(t, 'rep', 'OpportunityHistory'), 'read');
});

test('set-up objects are read by all and written by administrators', () => {
  const t = testOrg();
  assert.equal(permissionsOf(t, 'rep', 'PermissionSetAssignment'), 'read');
  assert.equal(permissionsOf(t, 'admin', 'PermissionSetAssignment'), 'create read delete');
  assert.equal(permissionsOf(t, 'admin', 'Profile'), 'read');
});

test('a new custom object is for administrators alone until a permission set grants it', () => {
  const t = testOrg();
  t.install(PROJECT);
  assert.equal(permissionsOf(t, 'rep', 'Project__c'), '');
  assert.equal(permissionsOf(t, 'admin', 'Project__c'), 'create read edit delete viewAll modifyAll');
  t.install(STEP, SELLER);
  assert.equal(permissionsOf(t, 'rep', 'Project__c'), 'create read edit delete');
  assert.equal(permissionsOf(t, 'manager', 'Project__c'), '');
});

test('field-level security hides a custom field from everyone whom no permission set shows it, administrators too', () => {
  const t = testOrg();
  t.install(PROJECT, STEP, SELLER);
  assert.equal(fieldOf(t, 'rep', 'Project__c', 'Size__c'), 'rw');
  assert.equal(fieldOf(t, 'admin', 'Project__c', 'Size__c'), '--');
  assert.equal(fieldOf(t, 'rep', 'Project__c', 'Number__c'), 'r-');
  assert.equal(fieldOf(t, 'rep', 'Project__c', 'Name'), 'rw');
  assert.equal(fieldOf(t, 'rep', 'Project__c', 'CreatedDate'), 'r-');
  assert.equal(fieldOf(t, 'rep', 'Opportunity', 'Amount'), 'rw');
  assert.equal(fieldOf(t, 'rep', 'Opportunity', 'ExpectedRevenue'), 'r-');
});

test('permission sets add up, and a deployed one replaces what it granted before', () => {
  const t = testOrg();
  const read =
    '<objectPermissions><allowRead>true</allowRead><object>Project__c</object></objectPermissions>';
  t.install(PROJECT, STEP, SELLER, permissionSetFile('Author', read));
  assert.equal(permissionsOf(t, 'author', 'Project__c'), 'read');
  t.org.records.create(t.user('admin'), 'PermissionSetAssignment', {
    AssigneeId: t.userId('author'),
    PermissionSetId: String(t.org.store.all(`SELECT "Id" FROM "PermissionSet" WHERE "Name" = 'Seller'`)[0].Id)
  });
  assert.equal(permissionsOf(t, 'author', 'Project__c'), 'create read edit delete');
  t.install(permissionSetFile('Seller', read));
  assert.equal(permissionsOf(t, 'author', 'Project__c'), 'read');
  assert.equal(fieldOf(t, 'author', 'Project__c', 'Size__c'), '--');
});

test('an assignment that is rolled back grants nothing', () => {
  const t = testOrg();
  t.install(PROJECT, STEP, SELLER);
  const [{ Id }] = t.org.store.all(`SELECT "Id" FROM "PermissionSet" WHERE "Name" = 'Seller'`);
  const values = { AssigneeId: t.userId('manager'), PermissionSetId: Id };
  const [kept, refused] = t.org.records.batch(true, [
    () => {
      const result = t.org.records.create(t.user('admin'), 'PermissionSetAssignment', values);
      assert.equal(permissionsOf(t, 'manager', 'Project__c'), 'create read edit delete');
      return result;
    },
    () => t.org.records.create(t.user('admin'), 'PermissionSetAssignment', values)
  ]);
  assert.deepEqual([kept.success, refused.success], [false, false]);
  assert.equal(permissionsOf(t, 'manager', 'Project__c'), '');
});

test('a permission set that the org cannot honour is refused', () => {
  const t = testOrg();
  const problem = (inner: string) => {
    try {
      t.install(PROJECT, permissionSetFile('Author', inner));
    } catch (error) {
      return error instanceof Error ? error.message : '';
    }
    return '';
  };
  const grant = (field: string) =>
    `<fieldPermissions><editable>true</editable><field>${field}</field><readable>true</readable></fieldPermissions>`;
  const at = 'permissionsets/Author.permissionset: ';
  assert.equal(
    problem('<objectPermissions><allowEdit>true</allowEdit><object>Account</object></objectPermissions>'),
    `${at}Permission Edit Account depends on permission(s): Read Account`
  );
  assert.equal(
    problem('<objectPermissions><object>Nothing__c</object></objectPermissions>'),
    `${at}In field: object - no CustomObject named Nothing__c found`
  );
  assert.equal(
    problem(grant('Account.Nope__c')),
    `${at}In field: field - no CustomField named Account.Nope__c found`
  );
  assert.equal(problem(grant('Project__c.Name')), '');
  assert.equal(problem(grant('Account.Name')), `${at}You cannot deploy to a required field: Account.Name`);
  assert.equal(problem(grant('Project__c.Number__c')), `${at}Field Project__c.Number__c is not editable`);
  assert.equal(
    problem('<userPermissions><enabled>true</enabled><name>FlyToTheMoon</name></userPermissions>'),
    `${at}Unknown user permission: FlyToTheMoon`
  );
});

test('an address is granted as a whole: its parts have no grants of their own', () => {
  const t = testOrg();
  const grant = (field: string) =>
    permissionSetFile(
      'Author',
      `<fieldPermissions><editable>true</editable><field>${field}</field><readable>true</readable></fieldPermissions>`
    );
  t.org.store.run(`DELETE FROM "FieldPermissions" WHERE "SobjectType" = 'Account'`);
  assert.equal(fieldOf(t, 'author', 'Account', 'BillingCity'), '--');
  t.install(grant('Account.BillingAddress'));
  assert.equal(fieldOf(t, 'author', 'Account', 'BillingCity'), 'rw');
  assert.equal(fieldOf(t, 'author', 'Account', 'ShippingCity'), '--');
  assert.throws(
    () => t.install(grant('Account.BillingCity')),
    /In field: field - no CustomField named Account\.BillingCity found/
  );
});

test('reading a detail depends on reading its master', () => {
  const t = testOrg();
  const read = (...objects: string[]) =>
    permissionSetFile(
      'Author',
      objects
        .map(
          (name) =>
            `<objectPermissions><allowRead>true</allowRead><object>${name}</object></objectPermissions>`
        )
        .join('')
    );
  assert.throws(
    () => t.install(PROJECT, STEP, read('Step__c')),
    /Permission Read Step__c depends on permission\(s\): Read Project__c/
  );
  t.install(PROJECT, STEP, read('Step__c', 'Project__c'));
  assert.equal(permissionsOf(t, 'author', 'Step__c'), 'read');
});

test('grants on a field that is deleted go with it', () => {
  const t = testOrg();
  t.install(
    customObject('Project__c', field('A__c', 'Checkbox')),
    permissionSetFile(
      'Seller',
      '<fieldPermissions><field>Project__c.A__c</field><readable>true</readable></fieldPermissions>'
    )
  );
  const grants = () =>
    t.org.store.all(`SELECT "Field" FROM "FieldPermissions" WHERE "SobjectType" = 'Project__c'`).length;
  assert.equal(grants(), 1);
  t.org.installMetadata({
    files: [],
    removed: [{ type: 'CustomField', fullName: 'Project__c.A__c' }],
    userId: t.userId('admin')
  });
  assert.equal(grants(), 0);
  assert.equal(t.org.schema.object('Project__c')?.fields.has('a__c'), false);
});

test('a standard object file may be deployed with nothing but its sharing', () => {
  const t = testOrg();
  t.install(objectFile('Account', '<sharingModel>Private</sharingModel>'));
  assert.equal(t.org.schema.object('Account')?.sharingModel, 'Private');
});
