import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { createServer, type Logger, type ProxyOptions } from 'vite';

import { readChoices } from './http/cookies.ts';
import { chosenAccount } from './http/settings.ts';
import { orgClient, type PreviewAccount } from './org/org-client.ts';
import { platformBundles } from './vite-plugin/platform-bundles.ts';
import { previewPlugin } from './http/preview-plugin.ts';

export type { PreviewAccount } from './org/org-client.ts';

const HOST = '127.0.0.1';

export interface StartOptions {
  /** 0 for any free one. */
  port: number;
  /** Where the org is, such as `http://127.0.0.1:7400`. */
  orgUrl: string;
  /** Whom one can look as; at least one. Their tokens stay in this process. */
  users: readonly PreviewAccount[];
  /** The folder of the project's metadata, `force-app`. */
  sourceDir: string;
  /** Loads pages again when a source changes; true without it. */
  watch?: boolean;
  /** Called with each step that takes a while. */
  onProgress?: (step: string) => void;
  /** Where problems are reported; the console without one. */
  logger?: Logger;
}

export interface RunningPreview {
  /** Without a slash at the end. */
  url: string;
  close(): Promise<void>;
}

/** Requests to the org go out with the token of the user that is looked as, and without the page's cookies. */
function orgProxy(orgUrl: string, users: readonly PreviewAccount[]): ProxyOptions {
  return {
    target: orgUrl,
    changeOrigin: true,
    configure(proxy) {
      proxy.on('proxyReq', (outgoing, incoming) => {
        const { accessToken } = chosenAccount(users, readChoices(incoming.headers.cookie).persona);
        outgoing.setHeader('Authorization', `Bearer ${accessToken}`);
        outgoing.removeHeader('Cookie');
      });
    }
  };
}

/**
 * Serves the project's pages on this machine only.
 * @throws Error when the port is taken or there is no user to look as
 */
export async function startPreview(options: StartOptions): Promise<RunningPreview> {
  if (options.users.length === 0) {
    throw new Error('The preview needs at least one user of the org to look as.');
  }
  const bundles = await platformBundles(options.onProgress);
  const http = createHttpServer();
  const vite = await createServer({
    configFile: false,
    // Vite watches its root, which is all that can change while the preview runs.
    root: options.sourceDir,
    appType: 'custom',
    logLevel: 'warn',
    ...(options.logger ? { customLogger: options.logger } : {}),
    optimizeDeps: { noDiscovery: true },
    server: {
      // With a server of its own, Vite would end the process at SIGTERM, whatever else runs in it.
      middlewareMode: true,
      hmr: { server: http },
      cors: false,
      ...(options.watch === false ? { watch: null } : {}),
      proxy: { '/services/': orgProxy(options.orgUrl, options.users) }
    },
    plugins: [
      previewPlugin({
        sourceDir: options.sourceDir,
        accounts: options.users,
        org: orgClient(options.orgUrl),
        bundles
      })
    ]
  });
  http.on('request', vite.middlewares);
  http.listen(options.port, HOST);
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo;
  return {
    url: `http://${HOST}:${port}`,
    async close() {
      await vite.close();
      http.closeAllConnections();
      http.close();
      await once(http, 'close');
    }
  };
}
