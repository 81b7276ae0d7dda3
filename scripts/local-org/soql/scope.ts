import { fieldSql } from '../computed/field-sql.ts';
import type { FieldSchema, ObjectSchema, SqlFragment } from '../contract.ts';
import { joinSql, quoted, sql, type Compilation } from './compilation.ts';
import { leadsOnFromName, nameColumn, typeSql, type Target } from './polymorphic.ts';
import { malformed, noSuchColumn, noSuchParent, refuseAt } from './refusals.ts';
import type { FieldPath, Source } from './statement.ts';

/** https://developer.salesforce.com/docs/platform/salesforce-soql-sosl/guide/sforce-api-calls-soql-relationships-query-limits.md */
const DEEPEST_PARENT = 5;
const MOST_PARENTS = 55;

/** A parent record that a path leads to; the same path gives the same parent. */
export interface Parent {
  relationshipName: string;
  /** The reference that leads to it. */
  foreignKey: string;
  /** Several for a reference that may point at several objects. */
  targets: Target[];
  polymorphic: boolean;
  /** Null where the row has no such parent, or the user can't see it. */
  idSql: string;
  /** The parent's object, where it may be one of several. */
  typeSql: string | null;
}

/** A field as a path found it. */
export interface Column {
  sql: string;
  field: FieldSchema;
  /** From the query's object up to the parent that has the field. */
  parents: Parent[];
  at: number;
}

/** Finds the fields that a query names, as far as its user may read them, and collects the joins they need. */
export interface Scope {
  readonly object: ObjectSchema;
  readonly alias: string;
  /** Whether a prefix means this query's object; no prefix does. */
  isNamed(prefix: string | null): boolean;
  column(path: FieldPath): Column;
  /** The parents that a path of relationships goes through, to its end. */
  parents(path: FieldPath): Parent[];
  /** A field that a path finds from a parent on; its `parents` are those beyond that one. */
  columnOf(parent: Parent, path: FieldPath): Column;
  /** A field of the object itself, which is known to be there. */
  own(field: FieldSchema, at?: number): Column;
  /** LEFT JOINs of all parents named so far. */
  joins(): SqlFragment;
}

export function createScope(compilation: Compilation, object: ObjectSchema, source: Source): Scope {
  const alias = compilation.nextAlias();
  const prefixes = [object.name, source.alias ?? object.name].map((name) => name.toLowerCase());
  const parents = new Map<string, Parent>();
  const joins: SqlFragment[] = [];

  const readable = (owner: ObjectSchema, name: string): FieldSchema | undefined => {
    const field = owner.fields.get(name.toLowerCase());
    return field && compilation.access.field(compilation.user, owner, field).read ? field : undefined;
  };

  /** The next parent of a path; `from` is the one before it. */
  function follow(from: Parent | null, name: string, key: string, at: number): Parent {
    const known = parents.get(key);
    if (known) return known;
    const steps = (from?.targets ?? [{ object, alias }]).flatMap((target) => {
      const reference = referenceOf(target.object, name);
      return reference && readable(target.object, reference.name) ? [{ target, reference }] : [];
    });
    const [step] = steps;
    if (!step || (from?.polymorphic && !leadsOnFromName(name))) {
      throw noSuchParent(compilation.soql, at, name);
    }
    const parent = joinParent(step.target, step.reference, name, at);
    parents.set(key, parent);
    if (parents.size > MOST_PARENTS) {
      throw malformed('No more than 55 child-to-parent relationships can be specified in a query.');
    }
    return parent;
  }

  function joinParent(child: Target, reference: FieldSchema, name: string, at: number): Parent {
    const targets = reference.referenceTo.flatMap((objectName) => {
      const parentObject = compilation.schema.object(objectName);
      if (!parentObject || !compilation.access.object(compilation.user, parentObject).read) return [];
      return [{ object: parentObject, alias: compilation.nextAlias() }];
    });
    if (targets.length === 0) throw noSuchParent(compilation.soql, at, name);
    for (const target of targets) joins.push(joinOf(compilation, child.alias, reference, target));
    const ids = targets.map((target) => `${target.alias}."Id"`);
    return {
      relationshipName: reference.relationshipName ?? name,
      foreignKey: reference.name,
      targets,
      polymorphic: reference.referenceTo.length > 1,
      typeSql: targets.length > 1 ? typeSql(targets) : null,
      idSql: ids.length > 1 ? `coalesce(${ids.join(', ')})` : ids[0]
    };
  }

  /** The parents along a path of relationships. */
  function walk(
    from: Parent | null,
    prefix: string,
    relationships: readonly string[],
    at: number,
    whole = relationships
  ): Parent[] {
    if (relationships.length > DEEPEST_PARENT) {
      const message = `Relationship path '${whole.join('.')}' goes over more than five levels`;
      throw refuseAt('MALFORMED_QUERY', compilation.soql, at, message);
    }
    const chain: Parent[] = [];
    relationships.forEach((relationship, depth) => {
      const key =
        prefix +
        relationships
          .slice(0, depth + 1)
          .join('.')
          .toLowerCase();
      chain.push(follow(chain[depth - 1] ?? from, relationship, key, at));
    });
    return chain;
  }

  function withoutPrefix(names: string[]): string[] {
    const isPrefixed =
      names.length > 1 && prefixes.includes(names[0].toLowerCase()) && !referenceOf(object, names[0]);
    return isPrefixed ? names.slice(1) : names;
  }

  function columnOf(parent: Parent, name: string, at: number): Pick<Column, 'sql' | 'field'> {
    const targets = parent.targets.flatMap((target) => {
      const field = readable(target.object, name);
      return field ? [{ ...target, field }] : [];
    });
    if (parent.polymorphic) {
      const column = nameColumn(name, parent, targets);
      if (!column) throw noSuchColumn(compilation.soql, at, name, 'Name');
      return column;
    }
    const [target] = targets;
    if (!target) throw noSuchColumn(compilation.soql, at, name, parent.targets[0].object.name);
    return { sql: sqlOf(target, target.field), field: target.field };
  }

  const sqlOf = (target: Target, field: FieldSchema): string =>
    fieldSql(target.object, field, target.alias, compilation);

  const own = (field: FieldSchema, at = 0): Column => ({
    sql: sqlOf({ object, alias }, field),
    field,
    parents: [],
    at
  });

  return {
    object,
    alias,
    isNamed: (prefix) => prefix === null || prefixes.includes(prefix.toLowerCase()),
    own,
    parents: ({ names, at }) => walk(null, '', withoutPrefix(names), at),
    columnOf(parent, { names, at }) {
      // Told apart from what the same names would mean to the query's own object.
      const chain = walk(parent, `${parent.idSql}:`, names.slice(0, -1), at, names);
      return { ...columnOf(chain.at(-1) ?? parent, names[names.length - 1], at), parents: chain, at };
    },
    column({ names, at }) {
      const path = withoutPrefix(names);
      const name = path[path.length - 1];
      const chain = walk(null, '', path.slice(0, -1), at, path);
      const parent = chain.at(-1);
      if (parent) return { ...columnOf(parent, name, at), parents: chain, at };
      const field = readable(object, name);
      if (!field) throw noSuchColumn(compilation.soql, at, name, object.name);
      return own(field, at);
    },
    joins: () => joinSql(joins, ' ')
  };
}

function referenceOf(object: ObjectSchema, relationship: string): FieldSchema | undefined {
  const wanted = relationship.toLowerCase();
  for (const field of object.fields.values()) {
    if (field.relationshipName?.toLowerCase() === wanted) return field;
  }
  return undefined;
}

/**
 * A parent that the user may not see is no parent: relationship queries "don't bypass record-level security"
 * (https://salesforce.stackexchange.com/questions/241248).
 */
function joinOf(
  compilation: Compilation,
  childAlias: string,
  reference: FieldSchema,
  { object, alias }: Target
): SqlFragment {
  const rows = compilation.access.rows(compilation.user, object, alias, 'read');
  return joinSql(
    [
      sql(`LEFT JOIN ${quoted(object.name)} ${alias}`),
      sql(`ON ${alias}."Id" = ${childAlias}.${quoted(reference.name)} AND (${rows.sql})`, rows.params)
    ],
    ' '
  );
}
