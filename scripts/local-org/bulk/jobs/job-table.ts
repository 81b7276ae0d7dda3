import type { Org, Store } from '../../contract.ts';
import { normalizeId } from '../../ids.ts';
import type { Job, NewJob } from './job.ts';

export type JobKind = 'ingest' | 'query';

/** The jobs of one kind, kept with the org. */
export interface JobTable<Kind extends Job> {
  create(job: NewJob<Kind>): Kind;
  get(id: string): Kind | undefined;
  /** Writes the job as it is now. */
  save(job: Kind): void;
  /** Newest first; of one user, or of all. */
  list(page: { userId: string | null; offset: number; limit: number }): Kind[];
  /** Jobs that were being worked on when the org was last closed. */
  unfinished(): Kind[];
  /** With all that belongs to it. */
  delete(id: string): void;
  /** Deletes jobs of more than seven days. */
  purge(): void;
}

/** https://developer.salesforce.com/docs/atlas.en-us.salesforce_app_limits_cheatsheet.meta/salesforce_app_limits_cheatsheet/salesforce_app_limits_platform_bulkapi.htm */
const KEPT = 7 * 24 * 60 * 60 * 1000;

const TABLES = [
  `CREATE TABLE IF NOT EXISTS "_bulk_job" ("number" INTEGER PRIMARY KEY AUTOINCREMENT, "id" TEXT UNIQUE, "kind" TEXT NOT NULL,
    "userId" TEXT NOT NULL, "createdDate" TEXT NOT NULL, "state" TEXT NOT NULL, "job" TEXT NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS "_bulk_text" ("job" TEXT NOT NULL, "kind" TEXT NOT NULL, "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL, "text" TEXT NOT NULL, PRIMARY KEY ("job", "kind", "start"))`,
  `CREATE TABLE IF NOT EXISTS "_bulk_record" ("job" TEXT NOT NULL, "place" INTEGER NOT NULL, "line" TEXT NOT NULL,
    PRIMARY KEY ("job", "place")) WITHOUT ROWID`
];

export function prepareJobTables(store: Store): void {
  for (const table of TABLES) store.run(table);
}

/** A job's id from its number: `750000000000001AAA`. */
function idOf(number: number): string {
  const id = normalizeId(`750${String(number).padStart(12, '0')}`);
  if (id === null) throw new Error('A job has no id');
  return id;
}

export function createJobTable<Kind extends Job>(
  { store, now }: Pick<Org, 'store' | 'now'>,
  kind: JobKind
): JobTable<Kind> {
  const read = ({ job }: { job?: unknown }): Kind => JSON.parse(String(job)) as Kind;

  function remove(condition: string, params: readonly (string | number)[]): void {
    const rows = store.all(`SELECT "id" FROM "_bulk_job" WHERE "kind" = ? AND ${condition}`, [
      kind,
      ...params
    ]);
    if (rows.length === 0) return;
    store.transaction(() => {
      for (const { id } of rows) {
        store.run('DELETE FROM "_bulk_text" WHERE "job" = ?', [id]);
        store.run('DELETE FROM "_bulk_record" WHERE "job" = ?', [id]);
        store.run('DELETE FROM "_bulk_job" WHERE "id" = ?', [id]);
      }
    });
  }

  function save(job: Kind): void {
    store.run('UPDATE "_bulk_job" SET "state" = ?, "job" = ? WHERE "id" = ?', [
      job.state,
      JSON.stringify(job),
      job.id
    ]);
  }

  return {
    save,
    create(given) {
      return store.transaction(() => {
        const moment = now().toISOString();
        const [{ number }] = store.all(
          'INSERT INTO "_bulk_job" ("kind", "userId", "createdDate", "state", "job") VALUES (?, ?, ?, ?, ?) RETURNING "number"',
          [kind, given.userId, moment, given.state, '{}']
        );
        const own = { id: idOf(Number(number)), createdDate: moment, systemModstamp: moment };
        const job = { ...given, ...own, processed: 0, activeTime: 0, errorMessage: null } as unknown as Kind;
        store.run('UPDATE "_bulk_job" SET "id" = ? WHERE "number" = ?', [job.id, number]);
        save(job);
        return job;
      });
    },
    get(id) {
      const [row] = store.all('SELECT "job" FROM "_bulk_job" WHERE "id" = ? AND "kind" = ?', [id, kind]);
      return row && read(row);
    },
    list({ userId, offset, limit }) {
      return store
        .all(
          'SELECT "job" FROM "_bulk_job" WHERE "kind" = ?1 AND (?2 IS NULL OR "userId" = ?2) ORDER BY "number" DESC LIMIT ?3 OFFSET ?4',
          [kind, userId, limit, offset]
        )
        .map(read);
    },
    unfinished() {
      return store
        .all(
          `SELECT "job" FROM "_bulk_job" WHERE "kind" = ? AND "state" IN ('UploadComplete', 'InProgress') ORDER BY "number"`,
          [kind]
        )
        .map(read);
    },
    delete: (id) => remove('"id" = ?', [id]),
    purge() {
      const oldest = new Date(now().getTime() - KEPT).toISOString();
      remove('"createdDate" < ?', [oldest]);
    }
  };
}
