import type { SqlFragment } from '../contract.ts';
import { joinSql, quoted, sql, type Compilation } from './compilation.ts';
import { noSuchObject } from './refusals.ts';
import { createScope, type Scope } from './scope.ts';
import type { Source } from './statement.ts';

/** The object of a query, and which of its rows the query may touch. */
export interface CompiledSource {
  scope: Scope;
  /** `FROM "Account" t0` */
  from: SqlFragment;
  /** `WHERE`: these conditions, on rows that this user may see and that aren't deleted. */
  where(conditions: SqlFragment[]): SqlFragment;
}

/** Finds the object of a FROM clause; one that the user can't read is as good as none. */
export function compileSource(compilation: Compilation, source: Source): CompiledSource {
  const object = compilation.schema.object(source.name);
  if (!object || !compilation.access.object(compilation.user, object).read) {
    throw noSuchObject(compilation.soql, source.at, source.name);
  }
  return sourceOf(compilation, createScope(compilation, object, source));
}

export function sourceOf(compilation: Compilation, scope: Scope): CompiledSource {
  const { object, alias } = scope;
  return {
    scope,
    from: sql(`FROM ${quoted(object.name)} ${alias}`),
    where(conditions) {
      const access = compilation.access.rows(compilation.user, object, alias, 'read');
      const alive = compilation.includeDeleted ? [] : [sql(`${alias}."IsDeleted" = 0`)];
      const visible = sql(`(${access.sql})`, access.params);
      const all = joinSql([...conditions, ...alive, visible], ' AND ');
      return sql(`WHERE ${all.sql}`, all.params);
    }
  };
}
