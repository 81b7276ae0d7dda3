import { modulesOf, parseFlexiPage } from '../flexipage/parse.ts';
import { metadataFiles } from '../metadata/xml.ts';
import { indexModules, lwcFolders, type LwcModule } from '../vite-plugin/module-index.ts';
import { readApp } from './app.ts';
import { componentProperties } from './component-info.ts';
import type { SiteModel } from './model.ts';

/** URL below which the compiled components of the project are served, as `<name>.js`. */
export const COMPONENTS_URL = '/@caddie/components/';

/** The component bundles of a source folder, as the namespace `c`. */
export function projectModules(sourceDir: string): Map<string, LwcModule> {
  return indexModules(lwcFolders(sourceDir).map((folder) => ({ namespace: 'c', folder })));
}

/** A page that no app assigns is the page of its object (or the home page) where no other is. */
function withUnassigned(app: ReturnType<typeof readApp>, pages: SiteModel['pages']): void {
  for (const { name, type, object } of Object.values(pages)) {
    if (type === 'RecordPage' && object) {
      app.recordPages[object] ??= { Large: name, Small: name };
    } else if (type === 'HomePage') {
      app.home.Large ??= name;
    }
  }
}

/** Reads the app, its pages and the declared properties of the components on them. */
export function readSite(sourceDir: string): SiteModel {
  const pages = Object.fromEntries(
    metadataFiles(sourceDir, '.flexipage-meta.xml').map((file) => {
      const page = parseFlexiPage(file);
      return [page.name, page];
    })
  );
  const app = readApp(sourceDir);
  withUnassigned(app, pages);
  const modules = projectModules(sourceDir);
  const shown = new Set([
    ...Object.values(pages).flatMap((page) => page.regions.flatMap((region) => modulesOf(region.components))),
    ...Object.values(app.tabs).flatMap(({ component }) => component ?? [])
  ]);
  const components: SiteModel['components'] = {};
  for (const specifier of shown) {
    const module = modules.get(specifier);
    if (module) {
      components[specifier] = {
        url: `${COMPONENTS_URL}${module.name}.js`,
        properties: componentProperties(module.folder, module.name)
      };
    }
  }
  return { ...app, pages, components };
}
