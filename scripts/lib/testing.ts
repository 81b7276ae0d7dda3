import { Connection } from 'jsforce';
import { API_VERSION } from './connection.ts';
import { serveLocalOrg } from './local-org.ts';
import type { ServedOrg } from './local-org.ts';

export interface TestOrg extends ServedOrg {
  /** A connection as one persona. */
  as(persona: string): Connection;
  userId(persona: string): string;
}

/** A local org in memory on a free port, with the project's own users and sources, for tests. */
export async function serveTestOrg(): Promise<TestOrg> {
  const org = await serveLocalOrg({
    port: 0,
    sourceDir: 'force-app',
    users: 'config/local-org-users.json'
  });
  const user = (persona: string) => org.users.find((one) => one.persona === persona)!;
  return {
    ...org,
    as: (persona) =>
      new Connection({
        instanceUrl: org.instanceUrl,
        accessToken: user(persona).accessToken,
        version: API_VERSION
      }),
    userId: (persona) => user(persona).id
  };
}
