import { notSupported } from '../errors.ts';
import type { OrgApp } from './env.ts';
import { dataPath } from './paths.ts';

/** Resources that a real org has and this one hasn't yet: better refused by name than "not found". */
const UNSUPPORTED: Readonly<Record<string, string>> = {
  actions: 'Invocable actions',
  analytics: 'Reports and dashboards',
  apexrest: 'Apex REST',
  connect: 'Connect REST',
  parameterizedSearch: 'Search',
  search: 'Search',
  wave: 'CRM Analytics'
};

export function unsupportedRoutes(app: OrgApp): void {
  for (const [path, name] of Object.entries(UNSUPPORTED)) {
    const refuse = () => {
      throw notSupported(name);
    };
    app.all(dataPath(path), refuse);
    app.all(dataPath(`${path}/*`), refuse);
  }
}
