import { childFlag, childText, type XmlElement } from '../xml/document.ts';
import { idOfNamed, saveNamed } from './named-records.ts';
import { tableOf, type PermissionTables } from './permission-rows.ts';

/**
 * Makes the record of a custom permission say what its deployed file says.
 * https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_custompermission.htm
 */
export function writeCustomPermission(
  tables: PermissionTables,
  developerName: string,
  root: XmlElement
): void {
  const label = childText(root, 'label');
  if (!label) throw new Error('Required field is missing: label');
  if (childText(root, 'requiredPermission')) {
    throw new Error('A custom permission that requires another is not supported by the local org');
  }
  saveNamed(tables, 'CustomPermission', developerName, {
    MasterLabel: label,
    Description: childText(root, 'description') || null,
    IsLicensed: childFlag(root, 'isLicensed')
  });
}

/** Removes a custom permission from everyone who had it. */
export function removeCustomPermission({ store }: PermissionTables, developerName: string): void {
  const id = idOfNamed({ store }, 'CustomPermission', developerName);
  if (id === undefined) return;
  store.run('DELETE FROM "SetupEntityAccess" WHERE "SetupEntityId" = ?', [id]);
  store.run('DELETE FROM "CustomPermission" WHERE "Id" = ?', [id]);
}

/** Lets a permission set grant these custom permissions and no others. */
export function grantCustomPermissions(
  { schema, store, rows, userId }: PermissionTables,
  parentId: string,
  names: readonly string[]
): void {
  store.run('DELETE FROM "SetupEntityAccess" WHERE "ParentId" = ?', [parentId]);
  for (const name of names) {
    const id = idOfNamed({ store }, 'CustomPermission', name);
    if (id === undefined) throw new Error(`In field: name - no CustomPermission named ${name} found`);
    rows.insert(
      tableOf(schema, 'SetupEntityAccess'),
      { ParentId: parentId, SetupEntityId: id, SetupEntityType: 'CustomPermission' },
      userId
    );
  }
}
