import { childFlag, childText, type XmlElement } from '../xml/document.ts';
import { tableOf, type PermissionTables } from './permission-rows.ts';

/**
 * Makes the record of a custom permission say what its deployed file says.
 * https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_custompermission.htm
 */
export function writeCustomPermission(
  { schema, store, rows, userId }: PermissionTables,
  developerName: string,
  root: XmlElement
): void {
  const label = childText(root, 'label');
  if (!label) throw new Error('Required field is missing: label');
  if (childText(root, 'requiredPermission')) {
    throw new Error('A custom permission that requires another is not supported by the local org');
  }
  const table = tableOf(schema, 'CustomPermission');
  const values = {
    DeveloperName: developerName,
    MasterLabel: label,
    Description: childText(root, 'description') || null,
    IsLicensed: childFlag(root, 'isLicensed')
  };
  const [known] = store.all('SELECT "Id" FROM "CustomPermission" WHERE "DeveloperName" = ?', [developerName]);
  if (known) rows.update(table, String(known.Id), values, userId);
  else rows.insert(table, values, userId);
}

/** Removes a custom permission from everyone who had it. */
export function removeCustomPermission({ store }: PermissionTables, developerName: string): void {
  const [known] = store.all('SELECT "Id" FROM "CustomPermission" WHERE "DeveloperName" = ?', [developerName]);
  if (!known) return;
  store.run('DELETE FROM "SetupEntityAccess" WHERE "SetupEntityId" = ?', [known.Id]);
  store.run('DELETE FROM "CustomPermission" WHERE "Id" = ?', [known.Id]);
}

/** Lets a permission set grant these custom permissions and no others. */
export function grantCustomPermissions(
  { schema, store, rows, userId }: PermissionTables,
  parentId: string,
  names: readonly string[]
): void {
  store.run('DELETE FROM "SetupEntityAccess" WHERE "ParentId" = ?', [parentId]);
  for (const name of names) {
    const [known] = store.all('SELECT "Id" FROM "CustomPermission" WHERE "DeveloperName" = ?', [name]);
    if (!known) throw new Error(`In field: name - no CustomPermission named ${name} found`);
    rows.insert(
      tableOf(schema, 'SetupEntityAccess'),
      { ParentId: parentId, SetupEntityId: known.Id, SetupEntityType: 'CustomPermission' },
      userId
    );
  }
}
