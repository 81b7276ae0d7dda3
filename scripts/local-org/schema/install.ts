import { parsePermissionSet } from '../access/permission-set-file.ts';
import { removePermissionSet, writePermissionSet, type PermissionTables } from '../access/permission-rows.ts';
import { removeCustomPermission, writeCustomPermission } from '../access/custom-permissions.ts';
import type { MetadataFile, MetadataReference } from '../contract.ts';
import { MetadataError } from '../errors.ts';
import { checkPrincipals, removeGroup, writeGroup } from '../access/groups.ts';
import { securedFields } from '../access/secured-fields.ts';
import { createProblems } from './problems.ts';
import { parseSharingRules } from './rules.ts';
import { parseXml } from '../xml/document.ts';

/** Writes the records behind the permission sets and groups of a deploy. Throws `MetadataError`. */
export function installRecords(
  tables: PermissionTables,
  files: readonly MetadataFile[],
  removed: readonly MetadataReference[]
): void {
  const problems = createProblems();
  for (const file of files.filter(({ type }) => type === 'CustomPermission')) {
    problems.attempt(file, file, () => writeCustomPermission(tables, file.fullName, parseXml(file.content)));
  }
  for (const file of files.filter(({ type }) => type === 'PermissionSet')) {
    problems.attempt(file, file, () =>
      writePermissionSet(tables, file.fullName, parsePermissionSet(parseXml(file.content), tables.schema))
    );
  }
  for (const file of files.filter(({ type }) => type === 'Group')) {
    problems.attempt(file, file, () => writeGroup(tables, file.fullName, parseXml(file.content)));
  }
  for (const file of files.filter(({ type }) => type === 'SharingRules')) {
    problems.attempt(file, file, () => checkPrincipals(tables, parseSharingRules(parseXml(file.content))));
  }
  if (problems.list.length > 0) throw new MetadataError(problems.list);
  for (const { type, fullName } of removed) {
    if (type === 'PermissionSet') removePermissionSet(tables, fullName);
    if (type === 'Group') removeGroup(tables, fullName);
    if (type === 'CustomPermission') removeCustomPermission(tables, fullName);
  }
}

/** Takes away grants on objects and fields that are gone. */
export function dropOrphanedGrants({ schema, store }: PermissionTables): void {
  for (const row of store.all('SELECT DISTINCT "SobjectType" FROM "ObjectPermissions"')) {
    if (schema.object(String(row.SobjectType))) continue;
    store.run('DELETE FROM "ObjectPermissions" WHERE "SobjectType" = ?', [row.SobjectType]);
  }
  for (const row of store.all('SELECT DISTINCT "SobjectType", "Field" FROM "FieldPermissions"')) {
    const [, name = ''] = String(row.Field).split('.');
    const object = schema.object(String(row.SobjectType));
    if (object && securedFields(object, name).length > 0) continue;
    store.run('DELETE FROM "FieldPermissions" WHERE "Field" = ?', [row.Field]);
  }
}
