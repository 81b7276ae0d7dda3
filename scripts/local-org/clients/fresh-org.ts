import type { Org } from '../contract.ts';
import { createOrg } from '../org.ts';
import { startServer } from '../server.ts';

/** A new org in memory that listens on a free port, and its administrator's log-in. */
export interface FreshOrg {
  org: Org;
  url: string;
  userId: string;
  username: string;
  accessToken: string;
  close(): Promise<void>;
}

export async function openFreshOrg(): Promise<FreshOrg> {
  const org = createOrg();
  const server = await startServer(org, { port: 0 });
  const [row] = org.store.all('SELECT "Id", "Username" FROM "User" ORDER BY "Id" LIMIT 1');
  const userId = String(row?.['Id']);
  return {
    org,
    url: server.url,
    userId,
    username: String(row?.['Username']),
    accessToken: org.sessions.issue(userId),
    async close() {
      await server.close();
      org.close();
    }
  };
}
