import type { Org, StoredMetadataFile } from '../../contract.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_retrieveresult.htm */
export type FileProperties = {
  createdById: string;
  createdByName: string;
  createdDate: string;
  fileName: string;
  fullName: string;
  id: string;
  lastModifiedById: string;
  lastModifiedByName: string;
  lastModifiedDate: string;
  manageableState: 'unmanaged';
  type: string;
};

/** Who deployed a file and when, by name. */
export function filePropertiesOf(org: Org): (file: StoredMetadataFile) => FileProperties {
  const names = new Map(
    org.store.all('SELECT "Id", "Name" FROM "User"').map((row) => [String(row['Id']), String(row['Name'])])
  );
  return (file) => ({
    createdById: file.createdById,
    createdByName: names.get(file.createdById) ?? '',
    createdDate: file.createdDate,
    fileName: file.fileName,
    fullName: file.fullName,
    id: file.id,
    lastModifiedById: file.lastModifiedById,
    lastModifiedByName: names.get(file.lastModifiedById) ?? '',
    lastModifiedDate: file.lastModifiedDate,
    manageableState: 'unmanaged',
    type: file.type
  });
}
