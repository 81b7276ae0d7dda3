import type { Store } from '../contract.ts';

/** Where else than in its own table an object's name is kept, and in which column. */
const NAMED_IN: readonly (readonly [table: string, column: string])[] = [
  ['_column', 'table'],
  ['_key_prefix', 'object'],
  ['_recently_viewed', 'object'],
  ['ObjectPermissions', 'SobjectType'],
  ['FieldPermissions', 'SobjectType']
];

/** Where a field is kept as `Object.Field`. */
const FIELDS_NAMED_IN: readonly (readonly [table: string, column: string])[] = [
  ['_auto_number', 'name'],
  ['FieldPermissions', 'Field']
];

/** Gives an object's table, and all that is kept under its name, another name; ids and rows stay as they are. */
export function renameObject(store: Store, from: string, to: string): void {
  store.run(`ALTER TABLE "${from}" RENAME TO "${to}"`);
  renameIndexes(store, from, to);
  for (const [table, column] of NAMED_IN) {
    store.run(`UPDATE "${table}" SET "${column}" = ? WHERE "${column}" = ?`, [to, from]);
  }
  for (const [table, column] of FIELDS_NAMED_IN) {
    store.run(
      `UPDATE "${table}" SET "${column}" = ? || substr("${column}", ?) WHERE substr("${column}", 1, ?) = ?`,
      [to, from.length + 1, from.length + 1, `${from}.`]
    );
  }
}

/** Indexes bear the object's name too, which another object may take. */
function renameIndexes(store: Store, from: string, to: string): void {
  const indexes = store.all(
    `SELECT "name", "sql" FROM sqlite_schema WHERE "type" = 'index' AND "tbl_name" = ? AND "sql" IS NOT NULL`,
    [to]
  );
  for (const { name, sql } of indexes) {
    store.run(`DROP INDEX "${String(name)}"`);
    store.run(String(sql).replace(`"${from}.`, `"${to}.`));
  }
}
