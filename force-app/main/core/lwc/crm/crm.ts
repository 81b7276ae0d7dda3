/**
 * The only door to the org. Components read through the wire adapters and write through `saveNew` and `saveChange`;
 * nothing else in the project calls the platform's data modules.
 */
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import type { GraphQLResult } from 'lightning/graphql';
import { CrmError, fromFetchError } from './errors';

export { graphql } from 'lightning/graphql';
export { getObjectInfo } from 'lightning/uiObjectInfoApi';
export { getRecord } from 'lightning/uiRecordApi';
export type { GraphQLResult } from 'lightning/graphql';
export type { ObjectInfo } from 'lightning/uiObjectInfoApi';
export type { RecordResult } from 'lightning/uiRecordApi';
export { CrmError, fromGraphQLErrors } from './errors';
export { flattenRecord, toOptionalFields } from './recordFields';

/** A value as a record keeps it; `null` empties the field. */
export type Fields = Record<string, string | number | boolean | null>;

/**
 * Creates a record and answers its Id.
 * @throws CrmError, whose `kind` says whether a retry can help
 */
export async function saveNew(apiName: string, fields: Fields): Promise<string> {
  try {
    const { id } = await createRecord({ apiName, fields });
    return id;
  } catch (error) {
    throw fromFetchError(error);
  }
}

/**
 * Changes the given fields of a record.
 * @throws CrmError, whose `kind` says whether a retry can help
 */
export async function saveChange(recordId: string, fields: Fields): Promise<void> {
  try {
    await updateRecord({ fields: { Id: recordId, ...fields } });
  } catch (error) {
    throw fromFetchError(error);
  }
}

/** True when a save was refused because the record exists already (a unique field has this value). */
export function isDuplicate(error: unknown): error is CrmError {
  return error instanceof CrmError && error.kind === 'duplicate';
}

/** The data of an answer without errors; a refused query may carry an empty object beside its errors. */
export function dataOf<Data>({ data, errors }: GraphQLResult): Data | undefined {
  return errors?.length ? undefined : ((data ?? undefined) as Data | undefined);
}
