import type {
  MetadataChange,
  MetadataFile,
  MetadataFiles,
  MetadataReference,
  Store,
  StoredMetadataFile
} from '../contract.ts';
import type { IdGenerator } from '../ids.ts';
import { containerOf, isContainer, mergeFiles, withoutChild } from './merge-file.ts';

/** The deployed files and the two ways a deploy changes them. */
export interface MetadataStore extends MetadataFiles {
  apply(change: MetadataChange, now: string): void;
}

const KEY_PREFIXES: Readonly<Record<string, string>> = {
  CustomObject: '01I',
  CustomTab: '01r',
  CustomApplication: '02u',
  FlexiPage: '0M0',
  Layout: '00h',
  LightningComponentBundle: '0Rb',
  PermissionSet: '0PS',
  StaticResource: '081',
  CustomLabels: '101'
};
const OTHER_PREFIX = '0xx';

const TABLE = `CREATE TABLE IF NOT EXISTS "_metadata" (
  "fileName" TEXT PRIMARY KEY, "type" TEXT, "fullName" TEXT, "content" TEXT, "Id" TEXT,
  "createdById" TEXT, "createdDate" TEXT, "lastModifiedById" TEXT, "lastModifiedDate" TEXT)`;

const COLUMNS =
  '"fileName", "type", "fullName", "content", "Id", "createdById", "createdDate", "lastModifiedById", "lastModifiedDate"';

function toFile(row: Record<string, string | number | null>): StoredMetadataFile {
  const text = (name: string) => String(row[name]);
  return {
    type: text('type'),
    fullName: text('fullName'),
    fileName: text('fileName'),
    content: Buffer.from(text('content'), 'base64'),
    id: text('Id'),
    createdById: text('createdById'),
    createdDate: text('createdDate'),
    lastModifiedById: text('lastModifiedById'),
    lastModifiedDate: text('lastModifiedDate')
  };
}

export function createMetadataStore(store: Store, ids: IdGenerator): MetadataStore {
  store.run(TABLE);

  function get(type: string, fullName: string): StoredMetadataFile[] {
    return store
      .all(`SELECT ${COLUMNS} FROM "_metadata" WHERE "type" = ? AND "fullName" = ? ORDER BY "fileName"`, [
        type,
        fullName
      ])
      .map(toFile);
  }

  function write(file: MetadataFile, known: StoredMetadataFile | undefined, userId: string, now: string) {
    const id = known?.id ?? ids.next(KEY_PREFIXES[file.type] ?? OTHER_PREFIX, '_metadata');
    store.run(`INSERT OR REPLACE INTO "_metadata" (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`, [
      file.fileName,
      file.type,
      file.fullName,
      Buffer.from(file.content).toString('base64'),
      id,
      known?.createdById ?? userId,
      known?.createdDate ?? now,
      userId,
      now
    ]);
  }

  function put(files: readonly MetadataFile[], userId: string, now: string): void {
    const written = new Set<string>();
    for (const file of files) {
      const deployed = get(file.type, file.fullName);
      const [known] = deployed;
      if (isContainer(file.type)) {
        const content = known ? mergeFiles(known.content, file.content) : file.content;
        write({ ...file, fileName: known?.fileName ?? file.fileName, content }, known, userId, now);
        continue;
      }
      // A bundle is replaced as a whole, so files that the new version lacks go.
      const component = `${file.type} ${file.fullName}`;
      if (!written.has(component)) {
        store.run('DELETE FROM "_metadata" WHERE "type" = ? AND "fullName" = ?', [file.type, file.fullName]);
        written.add(component);
      }
      write(file, known, userId, now);
    }
  }

  function remove({ type, fullName }: MetadataReference, userId: string, now: string): void {
    const container = containerOf({ type, fullName });
    if (!container) {
      store.run('DELETE FROM "_metadata" WHERE "type" = ? AND "fullName" = ?', [type, fullName]);
      return;
    }
    const [known] = get(container.type, container.fullName);
    const content = known && withoutChild(known.content, container.element, fullName);
    if (content) write({ ...known, content }, known, userId, now);
  }

  return {
    get,
    list(type) {
      const [condition, params] = type === undefined ? ['1', []] : ['"type" = ?', [type]];
      return store
        .all(
          `SELECT ${COLUMNS} FROM "_metadata" WHERE ${condition} ORDER BY "type", "fullName", "fileName"`,
          params
        )
        .map(toFile);
    },
    lastChange() {
      const [{ last }] = store.all('SELECT max("lastModifiedDate") AS "last" FROM "_metadata"');
      return last === null ? null : String(last);
    },
    apply({ files, removed = [], userId }, now) {
      put(files, userId, now);
      removed.forEach((reference) => remove(reference, userId, now));
    }
  };
}
