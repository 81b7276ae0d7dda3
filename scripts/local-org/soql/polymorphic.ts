import { text } from '../catalogue/fields.ts';
import type { FieldSchema, ObjectSchema } from '../contract.ts';
import { isText } from './capabilities.ts';
import { quoted } from './compilation.ts';

/** One table that a path has reached. */
export interface Target {
  object: ObjectSchema;
  alias: string;
}

/**
 * A reference that may point at several objects leads to the pseudo-object Name, which has these fields only.
 * https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_name.htm
 */
const NAME_FIELDS: ReadonlySet<string> = new Set([
  'id',
  'alias',
  'email',
  'firstname',
  'isactive',
  'lastname',
  'lastreferenceddate',
  'lastvieweddate',
  'middlename',
  'name',
  'phone',
  'profileid',
  'suffix',
  'title',
  'userroleid',
  'username'
]);

/** `Owner.Name`, `What.Type`: whichever of the targets is there answers. Null when Name has no such field. */
export function nameColumn(
  name: string,
  parent: { targets: Target[]; idSql: string },
  targets: (Target & { field: FieldSchema })[]
): { sql: string; field: FieldSchema } | null {
  const wanted = name.toLowerCase();
  if (wanted === 'type') return { sql: typeSql(parent.targets), field: TYPE };
  if (!NAME_FIELDS.has(wanted) || targets.length === 0) return null;
  const [{ field }] = targets;
  if (field.type === 'id') return { sql: parent.idSql, field };
  const choices = targets.map((target) => `${target.alias}.${quoted(target.field.name)}`);
  const choice = choices.length > 1 ? `coalesce(${choices.join(', ')})` : choices[0];
  return { sql: isText(field.type) ? `${choice} COLLATE NOCASE` : choice, field };
}

/** Of the relationships that a target may have, Name knows those of users. */
export function leadsOnFromName(relationship: string): boolean {
  return /^(?:profile|userrole)$/i.test(relationship);
}

const TYPE = text('Type', 'Type', 40, { calculated: true });

/** The name of the object whose row is there. */
export function typeSql(targets: Target[]): string {
  const cases = targets.map(({ object, alias }) => `WHEN ${alias}."Id" IS NOT NULL THEN '${object.name}'`);
  return `CASE ${cases.join(' ')} END COLLATE NOCASE`;
}
