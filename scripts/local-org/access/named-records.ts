import type { RecordValues } from '../contract.ts';
import { tableOf, type PermissionTables } from './permission-rows.ts';

/** The record that stands for a deployed component, if there is one. */
export function idOfNamed(
  { store }: Pick<PermissionTables, 'store'>,
  object: string,
  developerName: string
): string | undefined {
  const [known] = store.all(`SELECT "Id" FROM "${object}" WHERE "DeveloperName" = ?`, [developerName]);
  return known && String(known.Id);
}

/** Makes the record that stands for a deployed component say what its file says. */
export function saveNamed(
  tables: PermissionTables,
  object: string,
  developerName: string,
  values: RecordValues
): void {
  const { schema, rows, userId } = tables;
  const table = tableOf(schema, object);
  const all = { ...values, DeveloperName: developerName };
  const id = idOfNamed(tables, object, developerName);
  if (id === undefined) rows.insert(table, all, userId);
  else rows.update(table, id, all, userId);
}
