import type { FieldSchema, FieldType, MetadataFile, ObjectSchema, Schema, Store } from '../contract.ts';
import { MetadataError } from '../errors.ts';
import { createProblems } from './problems.ts';

/** The org before and after a deploy of these files, its tables still as they were. */
export interface SchemaChange {
  before: Schema;
  after: Schema;
  files: readonly MetadataFile[];
  store: Store;
}

/**
 * Refuses changes of fields for which the stored values have no meaning, in the words of the platform:
 * https://github.com/trailheadapps/ebikes-lwc/issues/457 and https://github.com/trailheadapps/coral-cloud/issues/87.
 * Throws `MetadataError`.
 */
export function checkFieldChanges({ before, after, files, store }: SchemaChange): void {
  const problems = createProblems();
  for (const file of files.filter(({ type }) => type === 'CustomObject')) {
    const [known, wanted] = [before.object(file.fullName), after.object(file.fullName)];
    if (!known || !wanted) continue;
    for (const field of [...wanted.fields.values()].filter(({ custom }) => custom)) {
      const former = known.fields.get(field.name.toLowerCase());
      if (!former) continue;
      const component = { type: 'CustomField', fullName: `${wanted.name}.${field.name}` };
      problems.attempt(file, component, () => checkChange(store, wanted, former, field));
    }
  }
  if (problems.list.length > 0) throw new MetadataError(problems.list);
}

function checkChange(store: Store, object: ObjectSchema, before: FieldSchema, after: FieldSchema): void {
  const [from, to] = [sortOf(before), sortOf(after)];
  if (from !== to) {
    throw new Error(
      to === ''
        ? `Cannot update a field from a ${from} to something else`
        : `Cannot update a field to a ${to} from something else`
    );
  }
  if (after.computed) return;
  if (before.referenceTo.join() !== after.referenceTo.join()) {
    throw new Error("Cannot change the 'referenceTo' of a relationship");
  }
  const losesValues = isLossy(before, after) && hasRow(store, object, `"${before.name}" IS NOT NULL`);
  const lacksMaster =
    after.masterDetail && !before.masterDetail && hasRow(store, object, `"${before.name}" IS NULL`);
  if (losesValues || lacksMaster) throw new Error('Cannot change type due to existing data');
  if (after.unique && !before.unique && hasTwins(store, object, after)) {
    throw new Error('Cannot make the field unique: records have the same value in it');
  }
}

/** What a field can't become or cease to be; empty for those that people fill in. */
function sortOf({ type, computed }: FieldSchema): string {
  if (computed?.kind === 'formula') return 'Formula';
  if (computed?.kind === 'summary') return 'Summary';
  return type === 'reference' ? 'Lookup, MasterDetail, or Hierarchy' : '';
}

const TIMES: readonly FieldType[] = ['date', 'datetime', 'time'];
const NUMBERS: readonly FieldType[] = ['int', 'double', 'currency', 'percent'];
const TEXTS: readonly FieldType[] = ['string', 'textarea', 'email', 'phone', 'url'];

/** https://help.salesforce.com/s/articleView?id=platform.notes_on_changing_custom_field_types.htm */
function isLossy(before: FieldSchema, after: FieldSchema): boolean {
  const [from, to] = [before.type, after.type];
  const isNumbered = [before, after].map(({ autoNumberFormat }) => autoNumberFormat !== null);
  if (isNumbered[0] !== isNumbered[1]) return from !== to;
  if (from === to) return false;
  if ([from, to].some((type) => TIMES.includes(type) || type === 'boolean')) return true;
  if (NUMBERS.includes(to) || from === 'multipicklist') return true;
  if (to === 'multipicklist') return from !== 'picklist';
  if (before.longText) return !TEXTS.includes(to);
  return from === 'string' && to === 'picklist';
}

function hasRow(store: Store, { name }: ObjectSchema, condition: string): boolean {
  return store.all(`SELECT 1 FROM "${name}" WHERE ${condition} LIMIT 1`).length > 0;
}

function hasTwins(store: Store, { name }: ObjectSchema, field: FieldSchema): boolean {
  const value = `"${field.name}" COLLATE ${field.caseSensitive ? 'BINARY' : 'NOCASE'}`;
  const rows = `"IsDeleted" = 0 AND "${field.name}" IS NOT NULL`;
  return (
    store.all(`SELECT 1 FROM "${name}" WHERE ${rows} GROUP BY ${value} HAVING COUNT(*) > 1 LIMIT 1`).length >
    0
  );
}
