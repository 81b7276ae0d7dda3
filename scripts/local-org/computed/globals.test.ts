import assert from 'node:assert/strict';
import { test } from 'node:test';
import { customObject, field } from '../schema/fixture.ts';
import { metadataFile, permissionSetFile, testOrg, type TestOrg } from '../testing.ts';

function rule(name: string, formula: string): string {
  return `<validationRules><fullName>${name}</fullName><active>true</active><errorConditionFormula>${formula}</errorConditionFormula><errorMessage>${name}</errorMessage></validationRules>`;
}

const ACCOUNT =
  '<deleteConstraint>SetNull</deleteConstraint><referenceTo>Account</referenceTo><relationshipName>Deals</relationshipName>';

const DEAL = customObject(
  'Deal__c',
  [
    field('Account__c', 'Lookup', ACCOUNT),
    field('Size__c', 'Number', '<precision>5</precision><scale>0</scale>'),
    field('Desk__c', 'Text', '<length>80</length><defaultValue>$UserRole.Name</defaultValue>'),
    field('Mine__c', 'Checkbox', '<formula>OwnerId__c = $User.Id</formula>'),
    field('OwnerId__c', 'Text', '<length>18</length>'),
    field('Approver__c', 'Checkbox', '<formula>$Permission.Approve</formula>'),
    field('City__c', 'Text', '<formula>Account__r.BillingCity</formula>'),
    field('Manager__c', 'Text', '<formula>Account__r.Owner.LastName</formula>'),
    field(
      'Weight__c',
      'Number',
      '<formula>Account__r.NumberOfEmployees * Size__c</formula><precision>10</precision><scale>0</scale><formulaTreatBlanksAs>BlankAsZero</formulaTreatBlanksAs>'
    ),
    rule('OnlyApproversGoBeyondTen', 'Size__c &gt; 10 &amp;&amp; NOT($Permission.Approve)'),
    rule('OnlyForOneself', 'NOT(ISBLANK(OwnerId__c)) &amp;&amp; OwnerId__c &lt;&gt; $User.Id'),
    rule('NotForOthersAccounts', 'Size__c = 7 &amp;&amp; Account__r.OwnerId &lt;&gt; $User.Id'),
    rule('NotByAdministrators', 'Size__c = 8 &amp;&amp; $Profile.Name = &quot;System Administrator&quot;')
  ].join(''),
  'ReadWrite'
);

const APPROVE = metadataFile(
  'CustomPermission',
  'Approve',
  'customPermissions/Approve.customPermission',
  '<label>Approve</label>'
);

const SHOWN = ['Account__c', 'Size__c', 'Desk__c', 'OwnerId__c'];
const WORKED_OUT = ['Mine__c', 'Approver__c', 'City__c', 'Manager__c', 'Weight__c'];

function rights(name: string, more = '') {
  const grants = [...SHOWN, ...WORKED_OUT].map(
    (fieldName) =>
      `<fieldPermissions><editable>${SHOWN.includes(fieldName)}</editable><field>Deal__c.${fieldName}</field><readable>true</readable></fieldPermissions>`
  );
  return permissionSetFile(
    name,
    `${more}${grants.join('')}<objectPermissions><allowCreate>true</allowCreate><allowEdit>true</allowEdit><allowRead>true</allowRead><object>Deal__c</object></objectPermissions>`
  );
}

const APPROVES = '<customPermissions><enabled>true</enabled><name>Approve</name></customPermissions>';

/** Reps (Seller) deal; who holds Author, and the administrator's Everything, deal as well, and Author approves. */
function dealOrg(): TestOrg & {
  save(persona: string, values: Record<string, unknown>): string;
  query(persona: string, soql: string): unknown[];
} {
  const t = testOrg();
  t.install(APPROVE, DEAL, rights('Seller'), rights('Everything'), rights('Author', APPROVES));
  return {
    ...t,
    save(persona, values) {
      const { id, errors } = t.org.records.create(t.user(persona), 'Deal__c', values);
      return id ?? errors.map(({ message }) => message).join(', ');
    },
    query(persona, soql) {
      const { records } = t.org.queries.run(t.user(persona), soql, { apiVersion: '66.0' });
      return records.map((record) =>
        Object.fromEntries(Object.entries(record).filter(([name]) => name !== 'attributes'))
      );
    }
  };
}

test('a rule knows who saves, their profile and what they are permitted', () => {
  const { save, userId } = dealOrg();
  assert.equal(save('rep', { Size__c: 11 }), 'OnlyApproversGoBeyondTen');
  assert.match(save('author', { Size__c: 11 }), /^a00/);
  assert.equal(save('rep', { OwnerId__c: userId('rep2') }), 'OnlyForOneself');
  assert.match(save('rep', { OwnerId__c: userId('rep') }), /^a00/);
  assert.equal(save('admin', { Size__c: 8 }), 'NotByAdministrators');
  assert.match(save('rep', { Size__c: 8 }), /^a00/);
});

test('a rule looks at a parent as it is stored, on new records and changed ones', () => {
  const { org, save, user } = dealOrg();
  const account = (persona: string) => {
    const { id } = org.records.create(user(persona), 'Account', { Name: persona });
    return String(id);
  };
  const [own, others] = [account('rep'), account('rep2')];
  assert.equal(save('rep', { Size__c: 7, Account__c: others }), 'NotForOthersAccounts');
  assert.equal(save('rep', { Size__c: 7 }), 'NotForOthersAccounts');
  const id = save('rep', { Size__c: 7, Account__c: own });
  assert.match(id, /^a00/);
  const { errors } = org.records.update(user('rep'), 'Deal__c', id, { Account__c: others });
  assert.deepEqual(
    errors.map(({ message }) => message),
    ['NotForOthersAccounts']
  );
});

test('formula fields differ by who reads them, and reach through parents', () => {
  const { org, save, query, user, userId } = dealOrg();
  const { id: account } = org.records.create(user('rep2'), 'Account', {
    Name: 'Acme',
    BillingCity: 'Oslo',
    NumberOfEmployees: 40
  });
  save('rep', { OwnerId__c: userId('rep'), Size__c: 3, Account__c: account });
  save('rep', { Size__c: 3 });
  const soql = 'SELECT Mine__c, Approver__c, City__c, Manager__c, Weight__c FROM Deal__c ORDER BY Id';
  assert.deepEqual(query('rep', soql), [
    { Mine__c: true, Approver__c: false, City__c: 'Oslo', Manager__c: 'Second', Weight__c: 120 },
    { Mine__c: false, Approver__c: false, City__c: null, Manager__c: null, Weight__c: 0 }
  ]);
  assert.deepEqual(query('author', `${soql} LIMIT 1`), [
    { Mine__c: false, Approver__c: true, City__c: 'Oslo', Manager__c: 'Second', Weight__c: 120 }
  ]);
  assert.deepEqual(query('rep', "SELECT Size__c FROM Deal__c WHERE City__c = 'oslo'"), [{ Size__c: 3 }]);
});

test('a default takes what it says about who makes the record, in forms too', async () => {
  const { save, query, request } = dealOrg();
  save('rep', {});
  save('author', {});
  assert.deepEqual(query('admin', 'SELECT Desk__c FROM Deal__c ORDER BY Id'), [
    { Desk__c: 'Rep' },
    { Desk__c: null }
  ]);
  const response = await request(
    'rep',
    '/services/data/v66.0/ui-api/record-defaults/create/Deal__c?optionalFields=Deal__c.Desk__c'
  );
  const { record } = (await response.json()) as { record: { fields: Record<string, { value: unknown }> } };
  assert.equal(record.fields['Desk__c']?.value, 'Rep');
});

test('a permission ends with the grant, the assignment or itself', () => {
  const { org, install, save, query, userId } = dealOrg();
  assert.deepEqual(
    query('admin', 'SELECT Name FROM PermissionSet WHERE Id IN (SELECT ParentId FROM SetupEntityAccess)'),
    [{ Name: 'Author' }]
  );
  install(rights('Author', APPROVES.replace('true', 'false')));
  assert.equal(save('author', { Size__c: 11 }), 'OnlyApproversGoBeyondTen');
  install(rights('Author', APPROVES));
  assert.match(save('author', { Size__c: 11 }), /^a00/);
  assert.throws(
    () =>
      org.installMetadata({
        files: [],
        removed: [{ type: 'CustomPermission', fullName: 'Approve' }],
        userId: userId('admin')
      }),
    /Field \$Permission\.Approve does not exist\. Check spelling\./
  );
});

test('a formula that leads back to itself through a parent is refused', () => {
  const { install } = testOrg();
  const parent =
    '<deleteConstraint>SetNull</deleteConstraint><referenceTo>Loop__c</referenceTo><relationshipName>Loops</relationshipName>';
  assert.throws(
    () =>
      install(
        customObject(
          'Loop__c',
          field('Up__c', 'Lookup', parent) + field('Root__c', 'Text', '<formula>Up__r.Root__c</formula>')
        )
      ),
    /Formula field Root__c refers to itself/
  );
});
