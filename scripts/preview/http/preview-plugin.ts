import type { IncomingMessage, ServerResponse } from 'node:http';

import type { Plugin, ViteDevServer } from 'vite';

import { readChoices } from './cookies.ts';
import { pageDocument, problemDocument } from './document.ts';
import { isOwnPage } from './origin.ts';
import { bundlesRoute, componentsRoute, isPage, resourcesRoute, stylesRoute, type Route } from './routes.ts';
import { pageSettings } from './settings.ts';
import { sendText } from './static.ts';
import { stylesUrl } from './styles.ts';
import { OrgUnreachable, type OrgClient, type PreviewAccount } from '../org/org-client.ts';
import { concernsPreview, Project } from '../site/project.ts';
import type { PlatformBundles } from '../vite-plugin/platform-bundles.ts';

const HOME = '/lightning/page/home';
/** A save or a checkout touches several files; the page is loaded again once they are all there. */
const SETTLED_MS = 60;

export interface PreviewOptions {
  sourceDir: string;
  accounts: readonly PreviewAccount[];
  org: OrgClient;
  bundles: PlatformBundles;
}

function pageRoute(project: Project, { accounts, org, bundles }: PreviewOptions): Route {
  return async (path, request, response) => {
    if (path === '/') {
      response.writeHead(302, { Location: HOME }).end();
      return true;
    }
    if (!isPage(path)) {
      return false;
    }
    const choices = readChoices(request.headers.cookie);
    const settings = await pageSettings(accounts, choices, project, org);
    sendText(
      response,
      '.html',
      pageDocument(settings, bundles, stylesUrl(choices.slds, choices.dir)),
      'revalidate'
    );
    return true;
  };
}

function answerProblem(error: unknown, path: string, response: ServerResponse, server: ViteDevServer): void {
  const message = error instanceof Error ? error.message : String(error);
  server.config.logger.error(`${path}: ${message}`);
  response.statusCode = error instanceof OrgUnreachable ? 502 : 500;
  sendText(response, '.html', problemDocument('The preview cannot show this page', message), 'revalidate');
}

/** Reloads the page when a source that it shows has changed. */
function watch(server: ViteDevServer, project: Project): void {
  let reload: NodeJS.Timeout | undefined;
  const changed = (file: string): void => {
    if (concernsPreview(project.sourceDir, file)) {
      project.forget();
      clearTimeout(reload);
      reload = setTimeout(() => server.ws.send({ type: 'full-reload' }), SETTLED_MS);
    }
  };
  server.watcher.on('add', changed).on('change', changed).on('unlink', changed);
}

/** Makes a Vite server the preview: pages at Lightning's URLs, bundles, components, styles and resources. */
export function previewPlugin(options: PreviewOptions): Plugin {
  return {
    name: 'caddie:preview',
    configureServer(server) {
      const project = new Project(options.sourceDir, options.bundles.offered, server.config.logger);
      const routes = [
        bundlesRoute(options.bundles),
        componentsRoute(project),
        stylesRoute(),
        resourcesRoute(project),
        pageRoute(project, options)
      ];
      watch(server, project);
      // Ready before the first page asks; a problem is reported when it does.
      project.components().catch(() => undefined);
      server.middlewares.use((request: IncomingMessage, response: ServerResponse, next: () => void) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost');
        if (pathname.startsWith('/services/') && !isOwnPage(request)) {
          response.writeHead(403).end('Only pages of the preview may ask the org through it.');
          return;
        }
        void answer(routes, pathname, request, response)
          .then((answered) => (answered ? undefined : next()))
          .catch((error: unknown) => answerProblem(error, pathname, response, server));
      });
    }
  };
}

async function answer(
  routes: readonly Route[],
  path: string,
  request: IncomingMessage,
  response: ServerResponse
): Promise<boolean> {
  const decoded = decodeURIComponent(path);
  for (const route of routes) {
    if (await route(decoded, request, response)) {
      return true;
    }
  }
  return false;
}
