import type { SharingRule } from '../contract.ts';
import { childFlag, childText, type XmlElement } from '../xml/document.ts';
import { idOfNamed, saveNamed } from './named-records.ts';
import type { PermissionTables } from './permission-rows.ts';

/**
 * Makes the record of a public group say what its deployed file says; members are records, not metadata.
 * https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_group.htm
 */
export function writeGroup(tables: PermissionTables, developerName: string, root: XmlElement): void {
  const name = childText(root, 'name');
  if (!name) throw new Error('Required field is missing: name');
  const DoesIncludeBosses = childFlag(root, 'doesIncludeBosses');
  saveNamed(tables, 'Group', developerName, { Name: name, Type: 'Regular', DoesIncludeBosses });
}

/** Removes a public group with its memberships. */
export function removeGroup({ store }: PermissionTables, developerName: string): void {
  const id = idOfNamed({ store }, 'Group', developerName);
  if (id === undefined) return;
  store.run('DELETE FROM "GroupMember" WHERE "GroupId" = ?', [id]);
  store.run('DELETE FROM "Group" WHERE "Id" = ?', [id]);
}

const TABLES = { group: ['Group', 'Group'], role: ['UserRole', 'Role'] } as const;

/** Throws when a sharing rule names a group or role that the org doesn't have. */
export function checkPrincipals({ store }: PermissionTables, rules: readonly SharingRule[]): void {
  for (const { sharedTo, sharedFrom } of rules) {
    for (const { kind, name } of [...sharedTo, ...(sharedFrom ?? [])]) {
      if (kind === 'allInternalUsers') continue;
      const [table, type] = kind === 'group' ? TABLES.group : TABLES.role;
      const [known] = store.all(`SELECT 1 FROM "${table}" WHERE "DeveloperName" = ?`, [name]);
      if (!known) throw new Error(`In field: ${kind} - no ${type} named ${name} found`);
    }
  }
}
