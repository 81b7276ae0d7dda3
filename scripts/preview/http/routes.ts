import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { basename, extname, join } from 'node:path';

import { metadataFiles } from '../metadata/xml.ts';
import type { Project } from '../site/project.ts';
import { COMPONENTS_URL } from '../site/site.ts';
import { BUNDLES_URL, iconLibraryBundle, type PlatformBundles } from '../vite-plugin/platform-bundles.ts';
import { flipCss } from './flip-css.ts';
import { sendFile, sendText } from './static.ts';
import { DESIGN_SYSTEMS, MIRRORED, STYLES_URL } from './styles.ts';

const RESOURCES_URL = '/resource/';
const ICON_LIBRARY = /^base-\w+\/(iconSvgTemplates\w+)\.js$/;

/** Answers a request and says so, or leaves it to others. */
export type Route = (path: string, request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

function startsWith(
  prefix: string,
  answer: (rest: string, response: ServerResponse) => Promise<boolean>
): Route {
  return async (path, _request, response) =>
    path.startsWith(prefix) ? answer(path.slice(prefix.length), response) : false;
}

/** The engine, the base components and the shell; an icon library is compiled when it is first asked for. */
export function bundlesRoute(bundles: PlatformBundles): Route {
  return startsWith(BUNDLES_URL, async (rest, response) => {
    const library = ICON_LIBRARY.exec(rest);
    if (library) {
      const file = await iconLibraryBundle(library[1], bundles.offered);
      return sendFile(response, join(file, '..'), basename(file), 'immutable');
    }
    return sendFile(response, bundles.folder, rest, 'immutable');
  });
}

/** The project's compiled components and their source maps. */
export function componentsRoute(project: Project): Route {
  return startsWith(COMPONENTS_URL, async (rest, response) => {
    const { files } = await project.components();
    const isMap = rest.endsWith('.map');
    const chunk = files.get(isMap ? rest.slice(0, -'.map'.length) : rest);
    const text = isMap ? chunk?.map : chunk && `${chunk.code}//# sourceMappingURL=${chunk.fileName}.map\n`;
    if (typeof text !== 'string') {
      return false;
    }
    sendText(response, isMap ? '.map' : '.js', text, 'revalidate');
    return true;
  });
}

/** The design systems' style sheets, with the images that they name. */
export function stylesRoute(): Route {
  return startsWith(STYLES_URL, async (rest, response) => {
    const [choice, ...path] = rest.split('/');
    const { folder } = DESIGN_SYSTEMS[choice === '2' ? 2 : 1];
    if (choice === MIRRORED && rest.endsWith('.css')) {
      sendText(response, '.css', flipCss(readFileSync(join(folder, ...path), 'utf8')), 'immutable');
      return true;
    }
    return sendFile(response, folder, path.join('/'), 'immutable');
  });
}

/** Static resources: `/resource/Charts` is the file that the metadata of `Charts` stands beside. */
export function resourcesRoute(project: Project): Route {
  return startsWith(RESOURCES_URL, async (rest, response) => {
    const [name, ...inside] = rest.split('/');
    for (const metadata of metadataFiles(project.sourceDir, `${name}.resource-meta.xml`)) {
      const folder = join(metadata, '..');
      const files =
        inside.length > 0
          ? [join(name, ...inside)]
          : [`${name}.js`, `${name}.css`, `${name}.json`, `${name}.resource`];
      if (files.some((file) => sendFile(response, folder, file, 'revalidate'))) {
        return true;
      }
    }
    return false;
  });
}

/** Whether a path is a page: Lightning's own, or the start. */
export function isPage(path: string): boolean {
  return path.startsWith('/lightning/') && extname(path) === '';
}
