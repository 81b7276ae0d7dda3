import { storedFields } from '../computed/columns.ts';
import type { FieldSchema, ObjectSchema, Schema, Store } from '../contract.ts';

const AFFINITIES: Partial<Record<FieldSchema['type'], string>> = {
  boolean: 'INTEGER',
  int: 'INTEGER',
  double: 'REAL',
  currency: 'REAL',
  percent: 'REAL'
};

/** The SQLite type of a field's column. Ids compare exactly, other text without case unless the field minds. */
function columnType(field: FieldSchema): string {
  const affinity = AFFINITIES[field.type];
  if (affinity) return affinity;
  const isExact = field.type === 'id' || field.type === 'reference' || field.caseSensitive;
  return isExact ? 'TEXT' : 'TEXT COLLATE NOCASE';
}

function columnDefinition(field: FieldSchema): string {
  return `"${field.name}" ${columnType(field)}${field.type === 'id' ? ' PRIMARY KEY NOT NULL' : ''}`;
}

interface TableRow {
  name: string;
  sql: string;
}

function existingTables(store: Store): Map<string, TableRow> {
  const rows = store.all(
    `SELECT "name", "sql" FROM sqlite_schema WHERE "type" = 'table' AND "name" NOT LIKE '\\_%' ESCAPE '\\' AND "name" NOT LIKE 'sqlite%'`
  );
  return new Map(rows.map((row) => [String(row.name), { name: String(row.name), sql: String(row.sql) }]));
}

function createTable(store: Store, object: ObjectSchema): void {
  const columns = storedFields(object).map(columnDefinition).join(', ');
  store.run(`CREATE TABLE "${object.name}" (${columns})`);
}

/** Columns as `PRAGMA` knows them don't tell the collation, so their definitions are read from `_column`. */
function knownColumns(store: Store, table: string): Map<string, string> {
  const rows = store.all('SELECT "name", "type" FROM "_column" WHERE "table" = ?', [table]);
  return new Map(rows.map((row) => [String(row.name), String(row.type)]));
}

function addColumn(store: Store, object: ObjectSchema, field: FieldSchema): void {
  store.run(`ALTER TABLE "${object.name}" ADD COLUMN ${columnDefinition(field)}`);
  // Existing records get a new checkbox's default and no other: null would be no value that a checkbox can have.
  if (field.type === 'boolean') {
    store.run(`UPDATE "${object.name}" SET "${field.name}" = ?`, [field.defaultValue === true ? 1 : 0]);
  }
}

function changeColumn(store: Store, object: ObjectSchema, field: FieldSchema): void {
  const old = `_old_${field.name}`;
  store.run(`ALTER TABLE "${object.name}" RENAME COLUMN "${field.name}" TO "${old}"`);
  addColumn(store, object, field);
  store.run(`UPDATE "${object.name}" SET "${field.name}" = "${old}"`);
  store.run(`ALTER TABLE "${object.name}" DROP COLUMN "${old}"`);
}

function dropIndexes(store: Store, table: string): void {
  const indexes = store.all(
    `SELECT "name" FROM sqlite_schema WHERE "type" = 'index' AND "tbl_name" = ? AND "sql" IS NOT NULL`,
    [table]
  );
  for (const { name } of indexes) store.run(`DROP INDEX "${String(name)}"`);
}

/** Unique values are unique among records that aren't deleted; references are indexed for joins and cascades. */
function createIndexes(store: Store, object: ObjectSchema): void {
  for (const field of storedFields(object)) {
    const target = `"${object.name}" ("${field.name}")`;
    if (field.unique) {
      store.run(
        `CREATE UNIQUE INDEX "${object.name}.${field.name}" ON ${target} WHERE "IsDeleted" = 0 AND "${field.name}" IS NOT NULL`
      );
    } else if ((field.type === 'reference' && !field.name.endsWith('ById')) || field.idLookup) {
      if (field.type !== 'id') store.run(`CREATE INDEX "${object.name}.${field.name}" ON ${target}`);
    }
  }
}

function rememberColumns(store: Store, object: ObjectSchema): void {
  store.run('DELETE FROM "_column" WHERE "table" = ?', [object.name]);
  for (const field of storedFields(object)) {
    store.run('INSERT INTO "_column" VALUES (?, ?, ?)', [
      object.name,
      field.name,
      `${columnType(field)}${field.unique ? ' UNIQUE' : ''}`
    ]);
  }
}

function migrateTable(store: Store, object: ObjectSchema): void {
  const known = knownColumns(store, object.name);
  const fields = storedFields(object);
  const wanted = new Map(fields.map((field) => [field.name, field]));
  const changes = fields.filter((field) => {
    const type = known.get(field.name);
    return type !== `${columnType(field)}${field.unique ? ' UNIQUE' : ''}`;
  });
  const gone = [...known.keys()].filter((name) => !wanted.has(name));
  if (changes.length === 0 && gone.length === 0) return;

  dropIndexes(store, object.name);
  for (const name of gone) store.run(`ALTER TABLE "${object.name}" DROP COLUMN "${name}"`);
  for (const field of changes) {
    const type = known.get(field.name)?.replace(' UNIQUE', '');
    if (type === undefined) addColumn(store, object, field);
    else if (type !== columnType(field)) changeColumn(store, object, field);
  }
  createIndexes(store, object);
  rememberColumns(store, object);
}

/**
 * Makes the tables fit the schema: creates what is new, drops what is gone, keeps the data of all else. What the
 * tables look like is read from the database itself, so a folder of an older catalogue is brought up to date too.
 */
export function migrate(store: Store, schema: Schema): void {
  store.run(
    'CREATE TABLE IF NOT EXISTS "_column" ("table" TEXT, "name" TEXT, "type" TEXT, PRIMARY KEY ("table", "name"))'
  );
  const tables = existingTables(store);
  for (const object of schema.objects()) {
    if (tables.has(object.name)) {
      migrateTable(store, object);
    } else {
      createTable(store, object);
      createIndexes(store, object);
      rememberColumns(store, object);
    }
    tables.delete(object.name);
  }
  for (const { name } of tables.values()) {
    store.run(`DROP TABLE "${name}"`);
    store.run('DELETE FROM "_column" WHERE "table" = ?', [name]);
  }
}
