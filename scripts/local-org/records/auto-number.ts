import type { ObjectSchema, RecordValues, Store, UserContext } from '../contract.ts';
import { DateValue } from '../formula/values.ts';
import type { Engine } from './engine.ts';
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

/**
 * Numbers every auto-number field of a new record: `T-{00000}` becomes `T-00001`, `T-00002` … and `{DD}{MM}{YY}-{0}`
 * begins with the user's day. Counting goes on from one day to the next.
 */
export function assignAutoNumbers(
  { store, now }: Engine,
  { timeZone }: UserContext,
  object: ObjectSchema,
  values: RecordValues
): void {
  for (const field of factsOf(object).autoNumbers) {
    const number = String(next(store, `${object.name}.${field.name}`));
    const [year = '', month = '', day = ''] = String(DateValue.today(now(), timeZone)).split('-');
    const parts: Record<string, string> = { YYYY: year, YY: year.slice(2), MM: month, DD: day };
    values[field.name] = String(field.autoNumberFormat).replace(
      /\{(0+|[YMD]+)\}/g,
      (_match, part: string) => parts[part] ?? number.padStart(part.length, '0')
    );
  }
}
