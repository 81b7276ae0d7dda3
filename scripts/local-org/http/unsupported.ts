import { notSupported } from '../errors.ts';
import type { OrgApp } from './env.ts';
import { dataPath } from './paths.ts';

/** Resources that a real org has and this one hasn't: better refused by name than "not found". */
const UNSUPPORTED: Readonly<Record<string, string>> = {
  actions: 'Invocable actions',
  analytics: 'Reports and dashboards',
  chatter: 'Chatter',
  connect: 'Connect REST',
  parameterizedSearch: 'Search',
  process: 'Processes and approvals',
  quickActions: 'Quick actions over REST',
  search: 'Search',
  wave: 'CRM Analytics'
};

/** Whole APIs beside the data resources. */
const UNSUPPORTED_APIS: Readonly<Record<string, string>> = {
  '/cometd': 'Streaming API',
  '/services/apexrest': 'Apex REST',
  '/services/async': 'Bulk API 1.0'
};

export function unsupportedRoutes(app: OrgApp): void {
  const resources = Object.entries(UNSUPPORTED).map(([path, name]) => [dataPath(path), name]);
  for (const [path, name] of [...resources, ...Object.entries(UNSUPPORTED_APIS)]) {
    const refuse = () => {
      throw notSupported(name);
    };
    app.all(path, refuse);
    app.all(`${path}/*`, refuse);
  }
}
