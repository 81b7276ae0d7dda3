import { serve } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import { createApp } from '../http/app.ts';
import type { Org } from '../contract.ts';

/** The org on a free port of this machine. */
export interface Server {
  url: string;
  close(): Promise<void>;
}

export function startServer(org: Org): Promise<Server> {
  return new Promise((resolve) => {
    const server = serve(
      { fetch: createApp(org).fetch, hostname: '127.0.0.1', port: 0 },
      ({ port }: AddressInfo) => {
        resolve({
          url: `http://localhost:${port}`,
          close: () => new Promise((closed) => server.close(() => closed()))
        });
      }
    );
  });
}
