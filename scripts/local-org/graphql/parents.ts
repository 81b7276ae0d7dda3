import type { FieldSchema } from '../contract.ts';
import type { GraphqlContext, RecordSource } from './context.ts';
import { GraphqlRefusal } from './errors.ts';

/** The record that a reference points at; null when there is none or this user can't see it. */
export async function parentOf(
  { object, row, saved }: RecordSource,
  reference: FieldSchema,
  { reader, loaders }: GraphqlContext
): Promise<RecordSource | null> {
  if (saved) {
    throw new GraphqlRefusal(
      'DataFetchingException',
      `Field '${reference.relationshipName}' in type '${object.name}' is not currently available in mutation results`
    );
  }
  const id = row[reference.name];
  if (typeof id !== 'string') return null;
  const parent = reader.objectOfId(id);
  const parentRow = parent && (await loaders.record(parent, id));
  return parent && parentRow ? { object: parent, row: parentRow, saved } : null;
}
