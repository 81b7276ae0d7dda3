import type { Connection } from 'jsforce';
import { openSession } from './session.ts';
import type { SessionOptions } from './session.ts';

/** The floor that the project supports; what is sent and understood does not change with the org's release. */
export const API_VERSION = '66.0';

/** Connects to the org that the options or the environment name; see `openSession`. */
export async function connect(options: SessionOptions): Promise<Connection> {
  const { instanceUrl, accessToken, renew } = await openSession(options);
  const { Connection } = await import('jsforce');
  return new Connection({
    instanceUrl,
    accessToken,
    version: API_VERSION,
    refreshFn: (_connection, done) => {
      renew().then(
        (token) => done(null, token),
        (error: Error) => done(error)
      );
    }
  });
}
