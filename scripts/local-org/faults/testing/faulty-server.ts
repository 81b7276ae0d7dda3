import { startServer } from '../../server.ts';
import { testOrg, type TestOrg } from '../../testing.ts';
import { createFaults, type Faults } from '../faults.ts';

export interface FaultyServer {
  test: TestOrg;
  faults: Faults;
  url: string;
  /** A request over HTTP as a persona; `json` becomes the body. */
  send(persona: string, method: string, path: string, json?: unknown): Promise<Response>;
  /** The names of all accounts, in order. */
  accounts(): unknown[];
}

export const ACCOUNTS = '/services/data/v66.0/sobjects/Account';
export const COLLECTIONS = '/services/data/v66.0/composite/sobjects';

/** Runs a test against an org that listens on a port, and ends both. */
export async function withFaultyServer(work: (server: FaultyServer) => Promise<void>): Promise<void> {
  const test = testOrg();
  const faults = createFaults();
  const server = await startServer(test.org, { port: 0, faults });
  try {
    await work({
      test,
      faults,
      url: server.url,
      send: (persona, method, path, json) =>
        fetch(server.url + path, {
          method,
          headers: { Authorization: `Bearer ${test.token(persona)}`, 'Content-Type': 'application/json' },
          ...(json !== undefined && { body: JSON.stringify(json) })
        }),
      accounts: () =>
        test.org.store
          .all('SELECT "Name" FROM "Account" WHERE "IsDeleted" = 0 ORDER BY "Id"')
          .map(({ Name }) => Name)
    });
  } finally {
    await server.close();
    test.close();
  }
}
