import type { FieldSchema, ObjectSchema, QueryRow, RecordValues } from '../contract.ts';
import type { RecordReader } from '../ui-api/reader.ts';
import { soqlString } from './soql-text.ts';

/** WHERE and ORDER BY of a list of children, without the parents. */
export interface ChildClauses {
  condition: string | null;
  order: string;
}

/** Reads what the records of one page have in common in one go. Lives as long as the request. */
export interface Loaders {
  record(object: ObjectSchema, id: string): Promise<RecordValues | undefined>;
  /** The Ids of a parent's children, in order. */
  children(
    object: ObjectSchema,
    reference: FieldSchema,
    clauses: ChildClauses,
    parentId: string
  ): Promise<string[]>;
}

/** Keeps the length of a statement below SOQL's 100,000 characters. */
const PARENTS_AT_ONCE = 1000;

/** Collects the keys asked for in one turn of the event loop and loads them together. */
function batched<V>(load: (keys: string[]) => Map<string, V>): (key: string) => Promise<V | undefined> {
  let pending: { keys: Set<string>; values: Promise<Map<string, V>> } | null = null;
  return async (key) => {
    if (!pending) {
      const keys = new Set<string>();
      const values = Promise.resolve().then(() => {
        pending = null;
        return load([...keys]);
      });
      pending = { keys, values };
    }
    pending.keys.add(key);
    return (await pending.values).get(key);
  };
}

export function createLoaders(reader: RecordReader, query: (soql: string) => QueryRow[]): Loaders {
  const records = new Map<string, (id: string) => Promise<RecordValues | undefined>>();
  const lists = new Map<string, (parentId: string) => Promise<string[] | undefined>>();

  function childIds(
    object: ObjectSchema,
    reference: FieldSchema,
    { condition, order }: ChildClauses,
    parentIds: string[]
  ): Map<string, string[]> {
    const byParent = new Map<string, string[]>();
    for (let start = 0; start < parentIds.length; start += PARENTS_AT_ONCE) {
      const among = parentIds
        .slice(start, start + PARENTS_AT_ONCE)
        .map(soqlString)
        .join(', ');
      const where = `${reference.name} IN (${among})${condition ? ` AND ${condition}` : ''}`;
      for (const row of query(`SELECT Id, ${reference.name} FROM ${object.name} WHERE ${where}${order}`)) {
        const parent = String(row[reference.name]);
        byParent.set(parent, [...(byParent.get(parent) ?? []), String(row.Id)]);
      }
    }
    return byParent;
  }

  return {
    record(object, id) {
      let load = records.get(object.name);
      if (!load) records.set(object.name, (load = batched((ids) => reader.rowsById(object, ids))));
      return load(id);
    },
    async children(object, reference, clauses, parentId) {
      const key = JSON.stringify([object.name, reference.name, clauses]);
      let load = lists.get(key);
      if (!load) {
        load = batched((parentIds) => childIds(object, reference, clauses, parentIds));
        lists.set(key, load);
      }
      return (await load(parentId)) ?? [];
    }
  };
}
