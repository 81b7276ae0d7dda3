import { serve, type HttpBindings } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import type { Org } from './contract.ts';
import { createFaults, type Faults } from './faults/faults.ts';
import { faultyFetch, type Fetch } from './faults/faulty-fetch.ts';
import { faultyOrg } from './faults/faulty-org.ts';
import { createApp } from './http/app.ts';
import { FAULT_PATH, faultRoutes } from './routes/fault.ts';

export interface ServerOptions {
  /** 0 takes a free one. */
  port: number;
  /** What goes wrong on purpose. Without it and without `faultSecret` nothing can. */
  faults?: Faults;
  /** Lets whoever knows it make faults at `/__fault`. At least 16 characters. */
  faultSecret?: string;
}

export interface RunningServer {
  /** `http://localhost:7400`, without a slash at the end. */
  url: string;
  /** Ends open connections too, so that it never waits for an idle client. */
  close(): Promise<void>;
}

/** Serves the org on this machine only. Rejects when the port is taken. */
export async function startServer(org: Org, options: ServerOptions): Promise<RunningServer> {
  const answer = answersOf(org, options);
  const settings: Parameters<typeof serve>[0] = {
    // Without a certificate the server speaks HTTP/1 only.
    fetch: (request, bindings) => answer(request, bindings as HttpBindings),
    port: options.port,
    hostname: 'localhost'
  };
  return new Promise((resolve, reject) => {
    const server = serve(settings, (address: AddressInfo) => {
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

function answersOf(org: Org, { faultSecret, faults }: ServerOptions): Fetch {
  const known = faults ?? (faultSecret === undefined ? undefined : createFaults());
  if (!known) return createApp(org).fetch;
  const faulty = faultyOrg(org, known);
  const app = createApp(faulty.org);
  if (faultSecret !== undefined) faultRoutes(app, known, faultSecret);
  return faultyFetch(app.fetch, known, faulty.serve, FAULT_PATH);
}
