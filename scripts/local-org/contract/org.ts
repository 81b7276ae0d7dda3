import type { Access, UserContext } from './access.ts';
import type { MetadataChange, MetadataFiles } from './metadata.ts';
import type { Queries } from './queries.ts';
import type { Records } from './records.ts';
import type { Schema } from './schema.ts';
import type { Store } from './store.ts';

export interface Sessions {
  /** A new access token (`00D…!…`) of this user; throws when the user is inactive or unknown. */
  issue(userId: string): string;
  revoke(token: string): void;
}

/** An org's whole database as SQLite lays it out in one file; later changes don't reach it. */
export type OrgSnapshot = Uint8Array;

/** The assembled org, handed to every route. `schema` is replaced as a whole by a deploy: always read it afresh. */
export interface Org {
  readonly organizationId: string;
  readonly schema: Schema;
  readonly store: Store;
  readonly access: Access;
  readonly records: Records;
  readonly queries: Queries;
  /** The org's clock, fixed in tests. */
  now(): Date;
  /** Whose token this is; throws 401 INVALID_SESSION_ID. */
  authenticate(token: string | undefined): UserContext;
  /** The context of one user, by Id; throws NOT_FOUND. */
  user(userId: string): UserContext;
  readonly sessions: Sessions;
  readonly metadata: MetadataFiles;
  /**
   * Stores the files, rebuilds the schema, migrates the tables and rewrites permissions and groups, all or nothing. Throws
   * `MetadataError` (errors.ts) when a file can't be understood.
   */
  installMetadata(change: MetadataChange): void;
  /** Requests of the last 24 hours and their limit, for `limits` and the `Sforce-Limit-Info` header. */
  readonly apiUsage: { count(): void; used(): number; limit: number };
  /** Everything that the org is now: `createOrg({ from })` opens as many copies of it as one likes. */
  snapshot(): OrgSnapshot;
  close(): void;
}
