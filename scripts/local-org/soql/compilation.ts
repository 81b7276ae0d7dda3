import type { Access, Schema, SqlFragment, UserContext } from '../contract.ts';

/** What all parts of one statement's compilation know. */
export interface Compilation {
  soql: string;
  schema: Schema;
  access: Access;
  user: UserContext;
  now: Date;
  /** Deleted rows are part of the result (`queryAll`). */
  includeDeleted: boolean;
  /** A table alias not used in this statement yet. */
  nextAlias(): string;
}

export type Param = SqlFragment['params'][number];

/** SQL text with the parameters of its question marks, in their order. */
export function sql(text: string, params: readonly Param[] = []): SqlFragment {
  return { sql: text, params: [...params] };
}

/** Fragments one after the other, with a separator between them. */
export function joinSql(fragments: readonly SqlFragment[], separator: string): SqlFragment {
  return {
    sql: fragments.map((fragment) => fragment.sql).join(separator),
    params: fragments.flatMap((fragment) => fragment.params)
  };
}

/** A name of the schema as an SQL identifier. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
