/** What the store keeps: ids are 18 characters, dates `YYYY-MM-DD`, date-times `YYYY-MM-DDTHH:mm:ss.sssZ`. */
export type FieldValue = string | number | boolean | null;
/** A compound field (`BillingAddress`) as the API answers it. */
export type CompoundValue = Readonly<Record<string, FieldValue>>;
export type RecordValues = Record<string, FieldValue>;

export interface SqlFragment {
  sql: string;
  params: (string | number | null)[];
}

/**
 * One SQLite table an object, named `"<Object>"`, one column a field, named `"<Field>"` (as spelt in the
 * schema; quote always), `Id` the primary key. Text columns are COLLATE NOCASE unless `caseSensitive`; columns of
 * ids and references compare exactly (normalise to 18 characters first); booleans are 0/1. Deleted rows stay with
 * `IsDeleted` = 1 until they are purged. Tables of the org itself begin with an underscore.
 */
export interface Store {
  /** Rows as SQLite gives them (booleans 0/1). */
  all(sql: string, params?: readonly (string | number | null)[]): Record<string, string | number | null>[];
  run(sql: string, params?: readonly (string | number | null)[]): void;
  /** All or nothing; may be nested. */
  transaction<T>(work: () => T): T;
}
