import { createAccess } from './access/access.ts';
import { openFormulas } from './computed/open-formulas.ts';
import type { PermissionTables } from './access/permission-rows.ts';
import type { MetadataChange, Org, OrgSnapshot } from './contract.ts';
import { createIdGenerator, customKeyPrefix, type IdGenerator } from './ids.ts';
import { prepareAutoNumbers } from './records/auto-number.ts';
import { createRecords } from './records/records.ts';
import { createRows } from './records/rows.ts';
import { buildSchema } from './schema/build.ts';
import { dropOrphanedGrants, installRecords } from './schema/install.ts';
import { createMetadataStore } from './schema/metadata-files.ts';
import { checkFieldChanges } from './schema/field-changes.ts';
import { migrate } from './schema/migrate.ts';
import { assignUsers } from './seed/people.ts';
import { growOrg, seedOrg } from './seed/seed.ts';
import { ONE_ADMINISTRATOR, type UsersFile } from './seed/users-file.ts';
import { createApiUsage } from './sessions/api-usage.ts';
import { createSessions } from './sessions/tokens.ts';
import { readUserContext } from './sessions/user-context.ts';
import { createQueries } from './soql/index.ts';
import { openStore } from './store/store.ts';

export interface OrgOptions {
  /** Where the org keeps its data; in memory without it. */
  dataDir?: string;
  /** What an org in memory begins as; users of the snapshot are there without `users`. */
  from?: OrgSnapshot;
  /** The org's clock. */
  now?: () => Date;
  /** Who works here; used when the org is new, and for assignments after each deploy. */
  users?: UsersFile;
}

const NO_NEWCOMERS: UsersFile = { organization: { name: '' }, roles: [], users: [] };

/** Ends a check-only deploy after everything has been tried. */
class CheckOnly extends Error {}

function createKeyPrefixes(store: ReturnType<typeof openStore>): (object: string) => string {
  store.run('CREATE TABLE IF NOT EXISTS "_key_prefix" ("object" TEXT PRIMARY KEY, "place" INTEGER NOT NULL)');
  return (object) => {
    const [known] = store.all('SELECT "place" FROM "_key_prefix" WHERE "object" = ?', [object]);
    if (known) return customKeyPrefix(Number(known.place));
    const [{ place }] = store.all('SELECT count(*) AS "place" FROM "_key_prefix"');
    store.run('INSERT INTO "_key_prefix" VALUES (?, ?)', [object, place]);
    return customKeyPrefix(Number(place));
  };
}

/** The ids that everything else refers to: the same in every new org, so that seeds are reproducible. */
function reserveIds(ids: IdGenerator): { organizationId: string; administratorId: string } {
  return {
    organizationId: ids.next('00D', 'Organization'),
    administratorId: ids.next('005', 'User')
  };
}

/** Opens an org: a new one is seeded, one with a data folder or of a snapshot goes on where it was. */
export function createOrg({
  dataDir,
  from,
  now = () => new Date(),
  users = from ? NO_NEWCOMERS : ONE_ADMINISTRATOR
}: OrgOptions = {}): Org {
  const store = openStore(dataDir, from);
  const ids = createIdGenerator(store);
  const keyPrefix = createKeyPrefixes(store);
  const metadata = createMetadataStore(store, ids);
  const rows = createRows({ store, ids, now });
  prepareAutoNumbers(store);

  let schema = buildSchema(metadata.list(), keyPrefix);
  const access = createAccess(store, () => schema, new Set(users.organization.closedToHierarchy));
  openFormulas(store, { schema: () => schema, access, now });
  store.onRollback(() => access.forget());

  function tables(userId: string): PermissionTables {
    return { schema, store, rows, userId };
  }

  function firstAdministrator(): string {
    const [row] = store.all('SELECT min("Id") AS "id" FROM "User"');
    return String(row.id);
  }

  const organizationId = store.transaction(() => {
    migrate(store, schema);
    const [known] = store.all('SELECT "Id" FROM "Organization"');
    if (known) {
      growOrg(tables(firstAdministrator()), users);
      return String(known.Id);
    }
    const reserved = reserveIds(ids);
    seedOrg(tables(reserved.administratorId), reserved.organizationId, users);
    return reserved.organizationId;
  });

  const context = (userId: string) => readUserContext(store, access, userId);
  const sessions = createSessions({ store, organizationId, now, context });

  function install(change: MetadataChange): void {
    const before = schema;
    metadata.apply(change, now().toISOString());
    schema = buildSchema(metadata.list(), keyPrefix);
    checkFieldChanges({ before, after: schema, files: change.files, store });
    migrate(store, schema);
    installRecords(tables(change.userId), change.files, change.removed ?? []);
    dropOrphanedGrants(tables(change.userId));
    assignUsers(tables(change.userId), users);
    if (change.checkOnly) throw new CheckOnly();
  }

  const org: Org = {
    organizationId,
    store,
    access,
    records: createRecords({ store, rows, access, schema: () => schema, now }),
    get queries() {
      return queries;
    },
    get schema() {
      return schema;
    },
    now,
    authenticate: sessions.authenticate,
    user: context,
    sessions,
    metadata,
    apiUsage: createApiUsage(store, now),
    installMetadata(change) {
      const before = schema;
      try {
        store.transaction(() => install(change));
      } catch (error) {
        schema = before;
        if (!(error instanceof CheckOnly)) throw error;
      } finally {
        access.forget();
      }
    },
    snapshot: () => store.snapshot(),
    close: () => store.close()
  };
  const queries = createQueries(org);
  return org;
}
