import { serve } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import type { Org } from './contract.ts';
import { createApp } from './http/app.ts';

export interface RunningServer {
  /** `http://localhost:7400`, without a slash at the end. */
  url: string;
  /** Ends open connections too, so that it never waits for an idle client. */
  close(): Promise<void>;
}

/** Serves the org on this machine only. Rejects when the port is taken; port 0 takes a free one. */
export async function startServer(org: Org, { port }: { port: number }): Promise<RunningServer> {
  const app = createApp(org);
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname: 'localhost' }, (address: AddressInfo) => {
      resolve({
        url: `http://localhost:${address.port}`,
        close: () =>
          new Promise((closed, failed) => {
            server.close((error) => (error ? failed(error) : closed()));
            if ('closeAllConnections' in server) server.closeAllConnections();
          })
      });
    });
    server.once('error', reject);
  });
}
