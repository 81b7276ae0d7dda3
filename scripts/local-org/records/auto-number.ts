import type { ObjectSchema, RecordValues, Store } from '../contract.ts';
import { factsOf } from './object-facts.ts';

const TABLE = '"_auto_number"';

export function prepareAutoNumbers(store: Store): void {
  store.run(`CREATE TABLE IF NOT EXISTS ${TABLE} ("name" TEXT PRIMARY KEY, "value" INTEGER NOT NULL)`);
}

function next(store: Store, name: string): number {
  const [row] = store.all(
    `INSERT INTO ${TABLE} VALUES (?, 1) ON CONFLICT ("name") DO UPDATE SET "value" = "value" + 1 RETURNING "value"`,
    [name]
  );
  return Number(row.value);
}

/** Numbers every auto-number field of a new record: `T-{00000}` becomes `T-00001`, `T-00002` … */
export function assignAutoNumbers(store: Store, object: ObjectSchema, values: RecordValues): void {
  for (const field of factsOf(object).autoNumbers) {
    const number = String(next(store, `${object.name}.${field.name}`));
    values[field.name] = String(field.autoNumberFormat).replace(/\{(0+)\}/, (_match, zeros: string) =>
      number.padStart(zeros.length, '0')
    );
  }
}
