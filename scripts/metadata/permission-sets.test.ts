import assert from 'node:assert/strict';
import { test } from 'node:test';
import { STANDARD_OBJECTS } from '../local-org/catalogue/index.ts';
import { childrenOf, childText, parseXml } from '../local-org/xml/document.ts';
import { grantedFields, grantsOf, NEEDS, READ_ELEMENTS } from './permission-sets.ts';
import { PERSONAS } from './personas.ts';
import type { ObjectGrant, Persona } from './personas.ts';
import { fieldsOfObjects } from './fields.ts';
import { ofType, sourceFiles } from './source.ts';

const files = sourceFiles();
const permissionSets = ofType(files, 'PermissionSet');
const fields = fieldsOfObjects(files);
const standardNames = STANDARD_OBJECTS.map(({ name }) => name);

/** True for a standard field that has security of its own; an address is granted as a whole. */
function isSecured(object: string, field: string): boolean {
  const standard = STANDARD_OBJECTS.find(({ name }) => name === object)?.fields ?? [];
  return standard.some(({ name, permissionable }) => permissionable && name === field);
}

/** Lists in one order, so that only what is granted counts and not where it stands. */
function sorted(persona: Persona): Persona {
  const objects = Object.entries(persona.objects).map(([object, grant]): [string, ObjectGrant] => [
    object,
    {
      may: grant.may.toSorted(),
      ...(grant.reads && { reads: grant.reads.toSorted() }),
      ...(grant.writes && { writes: grant.writes.toSorted() })
    }
  ]);
  return {
    ...persona,
    objects: Object.fromEntries(objects),
    systemPermissions: persona.systemPermissions.toSorted()
  };
}

test('there is one permission set a persona', () => {
  assert.deepEqual(permissionSets.map(({ name }) => name).toSorted(), Object.keys(PERSONAS).toSorted());
});

for (const [name, persona] of Object.entries(PERSONAS)) {
  test(`${name} grants what was agreed and nothing else`, () => {
    const file = permissionSets.find((candidate) => candidate.name === name);
    assert.ok(file, `core/permissionsets/${name}.permissionset-meta.xml is missing`);
    assert.deepEqual(sorted(grantsOf(file.root)), sorted(persona));
    const unread = file.root.children.map((child) => child.name).filter((tag) => !READ_ELEMENTS.has(tag));
    assert.deepEqual(unread, []);
  });
}

test('permission sets refer only to fields that exist and have security of their own', () => {
  const problems = permissionSets.flatMap(({ name, root }) =>
    grantedFields(root).flatMap((reference) => {
      const [object = '', field = ''] = reference.split('.');
      const definition = fields.get(object)?.get(field);
      if (!PERSONAS[name]?.objects[object]) return [`${name}: ${reference} without any right on ${object}`];
      if (!definition && isSecured(object, field)) return [];
      if (!definition) return [`${name}: ${reference} doesn't exist`];
      if (definition.required) return [`${name}: ${reference} is required, so it can't be granted`];
      return definition.type === 'MasterDetail' ? [`${name}: ${reference} follows its master`] : [];
    })
  );
  assert.deepEqual(problems, []);
});

test('permission sets refer only to objects, custom permissions, tabs and apps that exist', () => {
  const known = new Map([
    [
      'objectPermissions',
      new Set([...standardNames, ...ofType(files, 'CustomObject').map(({ name }) => name)])
    ],
    ['customPermissions', new Set(ofType(files, 'CustomPermission').map(({ name }) => name))],
    ['tabSettings', new Set(ofType(files, 'CustomTab').map(({ name }) => name))],
    ['applicationVisibilities', new Set(ofType(files, 'CustomApplication').map(({ name }) => name))]
  ]);
  const nameTag = new Map([
    ['objectPermissions', 'object'],
    ['customPermissions', 'name'],
    ['tabSettings', 'tab'],
    ['applicationVisibilities', 'application']
  ]);
  const problems = permissionSets.flatMap(({ name, root }) =>
    [...known].flatMap(([tag, existing]) =>
      childrenOf(root, tag)
        .map((element) => childText(element, nameTag.get(tag) ?? ''))
        .filter((reference) => !existing.has(reference))
        .map((reference) => `${name}: ${tag} ${reference} doesn't exist`)
    )
  );
  assert.deepEqual(problems, []);
});

test('no right stands without those it needs, and no field is writable where no record is', () => {
  const problems = Object.entries(PERSONAS).flatMap(([name, { objects }]) =>
    Object.entries(objects).flatMap(([object, { may, writes = [] }]) => [
      ...may
        .flatMap((right) => NEEDS[right].filter((needed) => !may.includes(needed)))
        .map((needed) => `${name}: ${object} needs ${needed}`),
      ...(writes.length > 0 &&
      !standardNames.includes(object) &&
      !may.includes('create') &&
      !may.includes('edit')
        ? [`${name}: ${object} has writable fields but neither create nor edit`]
        : [])
    ])
  );
  assert.deepEqual(problems, []);
});

test('every field can be written by somebody', () => {
  const writable = new Set(
    Object.values(PERSONAS).flatMap(({ objects }) =>
      Object.entries(objects).flatMap(([object, { writes = [] }]) =>
        writes.map((field) => `${object}.${field}`)
      )
    )
  );
  const unreachable = [...fields].flatMap(([object, ofObject]) =>
    [...ofObject.values()]
      .filter(({ type }) => type !== 'MasterDetail')
      .filter(({ name, required }) => !required && !writable.has(`${object}.${name}`))
      .map(({ name }) => `${object}.${name}`)
  );
  assert.deepEqual(unreachable, []);
});

for (const object of ['Usage_Batch__c', 'Usage_Day__c']) {
  test(`${object} is read by the person it is about and by the sync only`, () => {
    const readers = Object.entries(PERSONAS)
      .filter(([, { objects }]) => object in objects)
      .map(([name, { objects }]) => [name, objects[object]?.may.includes('view all')]);
    assert.deepEqual(readers, [
      ['Caddie_Rep', false],
      ['Caddie_Integration', true]
    ]);
  });
}

test('a grant is read as it is written', () => {
  const root = parseXml(
    `<PermissionSet>
      <fieldPermissions><editable>false</editable><field>A__c.B__c</field><readable>true</readable></fieldPermissions>
      <fieldPermissions><editable>true</editable><field>A__c.C__c</field><readable>true</readable></fieldPermissions>
      <objectPermissions><allowRead>true</allowRead><object>A__c</object></objectPermissions>
      <fieldPermissions><editable>true</editable><field>Lead.D__c</field><readable>true</readable></fieldPermissions>
      <customPermissions><enabled>true</enabled><name>Sign</name></customPermissions>
      <userPermissions><enabled>false</enabled><name>ViewSetup</name></userPermissions>
    </PermissionSet>`
  );
  assert.deepEqual(grantsOf(root), {
    objects: {
      A__c: { may: ['read'], reads: ['B__c'], writes: ['C__c'] },
      Lead: { may: [], writes: ['D__c'] }
    },
    tabs: {},
    applications: [],
    systemPermissions: [],
    customPermissions: ['Sign']
  });
});
