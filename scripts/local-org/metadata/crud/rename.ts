import type { Org, UserContext } from '../../contract.ts';
import { MetadataError } from '../../errors.ts';
import { renameObject } from '../../schema/rename.ts';
import { textOf } from '../package/zip.ts';
import { refused, type CrudResult } from './save.ts';

/**
 * `renameMetadata`, of custom objects that nothing else names: their records, ids and rights go along. Anything else is
 * refused, because every mention would have to change with it.
 * https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_renameMetadata.htm
 */
export function renameComponent(
  org: Org,
  { userId }: UserContext,
  { type, from, to }: { type: string; from: string; to: string }
): CrudResult {
  if (type !== 'CustomObject') {
    return refused(from, 'INVALID_OPERATION', `Renaming a ${type} is not supported by the local org`);
  }
  const [file] = org.metadata.get(type, from);
  if (!file || !org.schema.object(from)?.custom) {
    return refused(from, 'INVALID_CROSS_REFERENCE_KEY', `no ${type} named ${from} found`);
  }
  if (org.schema.object(to))
    return refused(from, 'DUPLICATE_DEVELOPER_NAME', `There is already a ${type} named ${to}`);
  const mention = mentionOf(org, from);
  if (mention) {
    const message = `This custom object is referenced elsewhere in salesforce.com. : ${mention}`;
    return refused(from, 'DEPENDENCY_EXISTS', message);
  }
  try {
    org.store.transaction(() => {
      renameObject(org.store, from, to);
      const renamed = { ...file, fullName: to, fileName: `objects/${to}.object` };
      org.installMetadata({ files: [renamed], removed: [{ type, fullName: from }], userId });
    });
    return { fullName: from, success: true, errors: [] };
  } catch (error) {
    if (!(error instanceof MetadataError)) throw error;
    return refused(
      from,
      'FIELD_INTEGRITY_EXCEPTION',
      error.problems.map(({ problem }) => problem).join('\n')
    );
  }
}

/** Another component that names the object, as `Layout Note__c-Note Layout`. */
function mentionOf(org: Org, name: string): string | undefined {
  const word = new RegExp(`\\b${name}\\b`);
  const file = org.metadata
    .list()
    .find(
      ({ type, fullName, content }) =>
        !(type === 'CustomObject' && fullName === name) && (word.test(fullName) || word.test(textOf(content)))
    );
  return file && `${file.type} ${file.fullName}`;
}
