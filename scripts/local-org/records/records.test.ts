import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ApiError, SaveResult } from '../contract.ts';
import { OrgError } from '../errors.ts';
import { PROJECT, SELLER, STEP } from '../schema/fixture.ts';
import { metadataFile, objectFile, permissionSetFile, testOrg } from '../testing.ts';

function setup() {
  const t = testOrg();
  t.install(PROJECT, STEP, SELLER);
  const as = (persona: string) => ({
    create: (object: string, values: Record<string, unknown>) =>
      t.org.records.create(t.user(persona), object, values),
    update: (object: string, id: string, values: Record<string, unknown>) =>
      t.org.records.update(t.user(persona), object, id, values),
    delete: (object: string, id: string) => t.org.records.delete(t.user(persona), object, id),
    read: (object: string, id: string, ...fields: string[]) =>
      t.org.records.retrieve(t.user(persona), object, id, fields.length > 0 ? fields : undefined)
  });
  const rep = as('rep');
  const saved = (result: SaveResult): string => {
    assert.deepEqual(result.errors, []);
    assert.ok(result.id);
    return result.id;
  };
  return { ...t, as, rep, saved };
}

/** `CODE: message [fields]` of each error. */
function told({ success, errors }: SaveResult): string[] {
  assert.equal(success, false);
  return errors.map(tell);
}

function tell({ errorCode, message, fields }: ApiError): string {
  return `${errorCode}: ${message}${fields ? ` [${fields.join(', ')}]` : ''}`;
}

test('a new record gets defaults, a number, an owner and its audit fields', () => {
  const { rep, saved, userId } = setup();
  const first = saved(rep.create('Project__c', { Name: ' Alpha ', Size__c: 1.25 }));
  const second = saved(rep.create('project__c', { name: 'Beta' }));
  const values = rep.read('Project__c', first);
  assert.equal(first, 'a00000000000001AAA');
  assert.deepEqual(
    [values.Name, values.Size__c, values.Active__c, values.Level__c, values.Number__c, values.OwnerId],
    ['Alpha', 1.3, true, 'low', 'P-0001', userId('rep')]
  );
  assert.deepEqual(
    [values.CreatedDate, values.CreatedById, values.IsDeleted, values.Kind__c],
    ['2026-11-18T12:00:00.000Z', userId('rep'), false, null]
  );
  assert.equal(rep.read('Project__c', second).Number__c, 'P-0002');
});

test('a custom record without a name is called by its id', () => {
  const { rep, saved } = setup();
  const id = saved(rep.create('Project__c', {}));
  assert.equal(rep.read('Project__c', id).Name, id);
});

test('an update changes what it names, and says who and when', () => {
  const { as, rep, saved, advance, userId } = setup();
  const id = saved(rep.create('Account', { Name: 'Acme', Industry: 'Banking' }));
  advance(60_000);
  saved(as('rep2').update('Account', id.slice(0, 15), { Name: 'Acme 2', Phone: '' }));
  const values = rep.read('Account', id);
  assert.deepEqual([values.Name, values.Industry, values.Phone], ['Acme 2', 'Banking', null]);
  assert.deepEqual(
    [values.LastModifiedDate, values.LastModifiedById, values.CreatedDate],
    ['2026-11-18T12:01:00.000Z', userId('rep2'), '2026-11-18T12:00:00.000Z']
  );
});

const REFUSED: [object: string, values: Record<string, unknown>, told: string[]][] = [
  [
    'Opportunity',
    {},
    [
      'REQUIRED_FIELD_MISSING: Required fields are missing: [Name, StageName, CloseDate] [Name, StageName, CloseDate]'
    ]
  ],
  [
    'Project__c',
    { Code__c: '12345678901', Kind__c: 'Rent', Size__c: 12345 },
    [
      'STRING_TOO_LONG: Code: data value too large: 12345678901 (max length=10) [Code__c]',
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST: Kind: bad value for restricted picklist field: Rent [Kind__c]',
      'NUMBER_OUTSIDE_VALID_RANGE: Size: value outside of valid range on numeric field: 12345 [Size__c]'
    ]
  ],
  [
    'Project__c',
    { Tags__c: 'Red;Green' },
    [
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST: Tags: bad value for restricted picklist field: Green [Tags__c]'
    ]
  ],
  [
    'Project__c',
    { Mail__c: 'nobody' },
    ['INVALID_EMAIL_ADDRESS: Mail: invalid email address: nobody [Mail__c]']
  ],
  ['Project__c', { Nope__c: 1 }, ["INVALID_FIELD: No such column 'Nope__c' on sobject of type Project__c"]],
  [
    'Nothing__c',
    {},
    [
      "INVALID_TYPE: sObject type 'Nothing__c' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names."
    ]
  ],
  [
    'Project__c',
    { Number__c: 'P-9', CreatedDate: '2020-01-01T00:00:00Z' },
    [
      'INVALID_FIELD_FOR_INSERT_UPDATE: Unable to create/update fields: Number__c, CreatedDate. Please check the security settings of this field and verify that it is read/write for your profile or permission set. [Number__c, CreatedDate]'
    ]
  ],
  [
    'Project__c',
    { Id: 'a00000000000009AAA' },
    ['INVALID_FIELD: The Id field should not be specified in the sobject data.']
  ],
  [
    'Project__c',
    { Starts__c: '2026-02-30' },
    [
      'JSON_PARSER_ERROR: Cannot deserialize instance of date from VALUE_STRING value 2026-02-30 or request may be missing a required field'
    ]
  ],
  [
    'Project__c',
    { Name: 12 },
    [
      'JSON_PARSER_ERROR: Cannot deserialize instance of string from VALUE_NUMBER_INT value 12 or request may be missing a required field'
    ]
  ],
  [
    'Project__c',
    { Account__c: 'abc' },
    ['MALFORMED_ID: Account: id value of incorrect type: abc [Account__c]']
  ],
  [
    'Project__c',
    { Account__c: '003000000000001AAA' },
    ['FIELD_INTEGRITY_EXCEPTION: Account: id value of incorrect type: 003000000000001AAA [Account__c]']
  ],
  [
    'Project__c',
    { Account__c: '001000000000099AAA' },
    ['INVALID_CROSS_REFERENCE_KEY: invalid cross reference id [Account__c]']
  ],
  [
    'Opportunity',
    { Name: 'D', StageName: 'Daydream', CloseDate: '2026-12-01' },
    [
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST: Stage: bad value for restricted picklist field: Daydream [StageName]'
    ]
  ],
  [
    'Campaign',
    { Name: 'C' },
    ['CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY: entity type cannot be inserted: Campaign']
  ]
];

for (const [object, values, expected] of REFUSED) {
  test(`${object} ${JSON.stringify(values)} is refused as the platform refuses it`, () => {
    const { rep } = setup();
    assert.deepEqual(told(rep.create(object, values)), expected);
  });
}

test('an unrestricted picklist takes any value', () => {
  const { rep, saved } = setup();
  const id = saved(rep.create('Project__c', { Mood__c: 'Stormy' }));
  assert.equal(rep.read('Project__c', id).Mood__c, 'Stormy');
});

test('a twin is refused with the other’s id in 15 characters, without case, and hidden from who may not see it', () => {
  const { as, rep, saved, user, org } = setup();
  const id = saved(rep.create('Project__c', { Code__c: 'X1' }));
  assert.deepEqual(told(rep.create('Project__c', { Code__c: 'x1' })), [
    `DUPLICATE_VALUE: duplicate value found: Code__c duplicates value on record with id: ${id.slice(0, 15)} []`
  ]);
  assert.deepEqual(told(as('rep2').create('Project__c', { Code__c: 'X1' })), [
    'DUPLICATE_VALUE: duplicate value found: <unknown> duplicates value on record with id: <unknown> []'
  ]);
  saved(org.records.update(user('rep'), 'Project__c', id, { Code__c: 'X1' }));
  saved(rep.delete('Project__c', id));
  saved(rep.create('Project__c', { Code__c: 'X1' }));
});

test('an upsert creates once and then updates; its key may stand in the values too', () => {
  const { org, user, rep } = setup();
  const upsert = (value: string, values: Record<string, unknown>) =>
    org.records.upsert(user('rep'), 'Project__c', 'Code__c', value, values);
  const first = upsert('K-1', { Name: 'One' });
  assert.deepEqual([first.success, first.created], [true, true]);
  const second = upsert('k-1', { Name: 'Two', Code__c: 'k-1' });
  assert.deepEqual([second.id, second.created], [first.id, false]);
  assert.equal(rep.read('Project__c', String(first.id)).Name, 'Two');
  assert.deepEqual(told(upsert(' ', {})), ['MISSING_ARGUMENT: Code__c not specified']);
  assert.deepEqual(told(org.records.upsert(user('rep'), 'Project__c', 'Size__c', '1', {})), [
    'INVALID_FIELD: Field name provided, Size__c is not an External ID or indexed field for Project__c'
  ]);
});

test('a lookup may be given by an external id', () => {
  const { rep, saved } = setup();
  const project = saved(rep.create('Project__c', { Code__c: 'K-1' }));
  const step = saved(rep.create('Step__c', { Name: 'S', Project__r: { Code__c: 'k-1' } }));
  assert.equal(rep.read('Step__c', step).Project__c, project);
  assert.deepEqual(told(rep.create('Step__c', { Project__r: { Code__c: 'K-2' } })), [
    'INVALID_FIELD: Foreign key external ID: K-2 not found for field Code__c in entity Project__c'
  ]);
});

test('a record that a user may not see is absent; one they may not edit is refused', () => {
  const { as, rep, saved } = setup();
  const id = saved(rep.create('Project__c', { Name: 'Mine' }));
  assert.throws(
    () => as('rep2').read('Project__c', id),
    (error) => error instanceof OrgError && error.status === 404 && error.errors[0].errorCode === 'NOT_FOUND'
  );
  const refused = ['INSUFFICIENT_ACCESS_OR_READONLY: insufficient access rights on object id []'];
  assert.deepEqual(told(as('rep2').update('Project__c', id, { Name: 'Yours' })), refused);
  assert.deepEqual(told(as('rep2').delete('Project__c', id)), refused);
  assert.deepEqual(told(as('rep2').create('Step__c', { Project__c: id })), [
    `INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: insufficient access rights on cross-reference id: ${id} []`
  ]);
});

test('a field without access is no column to read, and refused to write', () => {
  const { as, rep, install, saved } = setup();
  const id = saved(rep.create('Project__c', { Name: 'P', Size__c: 3 }));
  install(
    permissionSetFile(
      'Seller',
      '<objectPermissions><allowEdit>true</allowEdit><allowRead>true</allowRead><object>Project__c</object></objectPermissions><fieldPermissions><field>Project__c.Size__c</field><readable>true</readable></fieldPermissions>'
    )
  );
  assert.equal('Code__c' in rep.read('Project__c', id), false);
  assert.equal(rep.read('Project__c', id).Size__c, 3);
  assert.throws(
    () => rep.read('Project__c', id, 'Code__c'),
    /No such column 'Code__c' on sobject of type Project__c/
  );
  assert.deepEqual(told(rep.update('Project__c', id, { Size__c: 4 })), [
    'INVALID_FIELD_FOR_INSERT_UPDATE: Unable to create/update fields: Size__c. Please check the security settings of this field and verify that it is read/write for your profile or permission set. [Size__c]'
  ]);
  assert.deepEqual(told(as('admin').update('Project__c', id, { Size__c: 4 })), [
    "INVALID_FIELD: No such column 'Size__c' on sobject of type Project__c"
  ]);
});

test('deleting takes details along, empties lookups, and is refused where a lookup restricts it', () => {
  const { as, rep, saved, install } = setup();
  const account = saved(rep.create('Account', { Name: 'Acme' }));
  const project = saved(rep.create('Project__c', { Name: 'P', Account__c: account }));
  const step = saved(rep.create('Step__c', { Name: 'S', Project__c: project }));
  saved(rep.delete('Account', account));
  assert.equal(rep.read('Project__c', project).Account__c, null);
  saved(rep.delete('Project__c', project));
  assert.throws(() => rep.read('Step__c', step), /ENTITY_IS_DELETED/);
  assert.deepEqual(told(rep.update('Project__c', project, { Name: 'x' })), [
    'ENTITY_IS_DELETED: entity is deleted'
  ]);

  install(
    objectFile(
      'Step__c',
      '<fields><fullName>Before__c</fullName><deleteConstraint>Restrict</deleteConstraint><label>Before</label><referenceTo>Step__c</referenceTo><type>Lookup</type></fields>'
    ),
    permissionSetFile(
      'Everything',
      '<fieldPermissions><editable>true</editable><field>Step__c.Before__c</field><readable>true</readable></fieldPermissions>'
    )
  );
  const other = saved(rep.create('Project__c', {}));
  const first = saved(rep.create('Step__c', { Name: 'First', Project__c: other }));
  saved(as('admin').create('Step__c', { Name: 'Second', Project__c: other, Before__c: first }));
  assert.deepEqual(told(rep.delete('Step__c', first)), [
    'DELETE_FAILED: Your attempt to delete First could not be completed because it is associated with the following steps.: Second'
  ]);
});

test('a batch keeps what went well, unless it is all or none', () => {
  const { org, user, rep } = setup();
  const saves = (prefix: string) => [
    () => rep.create('Project__c', { Code__c: `${prefix}1` }),
    () => rep.create('Project__c', { Kind__c: 'Rent' }),
    () => rep.create('Project__c', { Code__c: `${prefix}1` })
  ];
  assert.deepEqual(
    org.records.batch(false, saves('A')).map(({ success }) => success),
    [true, false, false]
  );
  assert.equal(org.records.find(user('rep'), 'Project__c', 'Code__c', 'A1').length, 1);
  const [first, second] = org.records.batch(true, saves('B'));
  assert.deepEqual(told(first), [
    'ALL_OR_NONE_OPERATION_ROLLED_BACK: Record rolled back because not all records were valid and the request was using AllOrNone header []'
  ]);
  assert.equal(second.errors[0].errorCode, 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST');
  assert.deepEqual(org.records.find(user('rep'), 'Project__c', 'Code__c', 'B1'), []);
});

test('a validation rule refuses with its own words, and only while it is active', () => {
  const { rep, saved, install } = setup();
  const rule = (active: boolean) =>
    objectFile(
      'Project__c',
      `<validationRules><fullName>Small</fullName><active>${active}</active><errorConditionFormula>AND(ISCHANGED(Size__c), Size__c &gt; 5)</errorConditionFormula><errorDisplayField>Size__c</errorDisplayField><errorMessage>Keep it small.</errorMessage></validationRules>`
    );
  install(rule(true));
  const id = saved(rep.create('Project__c', { Size__c: 9 }));
  saved(rep.update('Project__c', id, { Name: 'Other' }));
  assert.deepEqual(told(rep.update('Project__c', id, { Size__c: 8 })), [
    'FIELD_CUSTOM_VALIDATION_EXCEPTION: Keep it small. [Size__c]'
  ]);
  install(rule(false));
  saved(rep.update('Project__c', id, { Size__c: 8 }));
});

test('audit fields are set on create by those with the permission for it', () => {
  const { as, saved, install, userId } = setup();
  install(
    permissionSetFile(
      'Everything',
      '<userPermissions><enabled>true</enabled><name>CreateAuditFields</name></userPermissions>'
    )
  );
  const admin = as('admin');
  const id = saved(
    admin.create('Account', {
      Name: 'Old',
      CreatedDate: '2020-05-01T10:00:00.000+0200',
      CreatedById: userId('rep')
    })
  );
  const values = admin.read('Account', id);
  assert.deepEqual([values.CreatedDate, values.CreatedById], ['2020-05-01T08:00:00.000Z', userId('rep')]);
});

test('a record is not given to someone who has left', () => {
  const { as, rep, saved, userId } = setup();
  saved(as('admin').update('User', userId('rep2'), { IsActive: false }));
  const id = saved(rep.create('Account', { Name: 'Acme' }));
  assert.deepEqual(told(rep.update('Account', id, { OwnerId: userId('rep2') })), [
    `INACTIVE_OWNER_OR_USER: operation performed with inactive user [${userId('rep2')}] [OwnerId]`
  ]);
});

test('set-up records are written by administrators and really deleted', () => {
  const { as, rep, saved, org, userId } = setup();
  const [{ Id: set }] = org.store.all(`SELECT "Id" FROM "PermissionSet" WHERE "Name" = 'Seller'`);
  const values = { AssigneeId: userId('manager'), PermissionSetId: set };
  assert.deepEqual(told(rep.create('PermissionSetAssignment', values)), [
    'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY: entity type cannot be inserted: Permission Set Assignment'
  ]);
  const id = saved(as('admin').create('PermissionSetAssignment', values));
  assert.equal(
    told(as('admin').create('PermissionSetAssignment', values))[0].split(':')[0],
    'DUPLICATE_VALUE'
  );
  saved(as('admin').delete('PermissionSetAssignment', id));
  assert.deepEqual(org.store.all('SELECT 1 FROM "PermissionSetAssignment" WHERE "Id" = ?', [id]), []);
});

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
