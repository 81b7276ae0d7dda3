import type { Org } from '../contract.ts';
import type { OrgApp } from '../http/env.ts';
import { NEWEST_VERSION, OLDEST_VERSION } from '../http/paths.ts';
import { identityUrl } from '../sessions/identity.ts';

const SEASONS = ['Spring', 'Summer', 'Winter'];

/** Release names run Spring, Summer, Winter; Spring '26 is API 66.0 and Winter belongs to the next year. */
function releaseLabel(version: number): string {
  const releases = version - 66;
  const season = ((releases % 3) + 3) % 3;
  const year = 26 + Math.floor(releases / 3) + (season === 2 ? 1 : 0);
  return `${SEASONS[season]} '${year}`;
}

const RESOURCES = ['sobjects', 'query', 'queryAll', 'composite', 'limits', 'graphql', 'ui-api', 'metadata'];

/** `GET /services/data` (no session needed) and `GET /services/data/vNN.0`. */
export function versionRoutes(app: OrgApp, org: Org): void {
  app.get('/services/data', (context) => {
    const versions = [];
    for (let version = OLDEST_VERSION; version <= NEWEST_VERSION; version += 1) {
      const name = `${version}.0`;
      versions.push({ label: releaseLabel(version), url: `/services/data/v${name}`, version: name });
    }
    return context.json(versions);
  });

  app.get('/services/data/:version', (context) => {
    const root = `/services/data/v${context.get('apiVersion')}`;
    const identity = identityUrl(org, context.get('user'), new URL(context.req.url).origin);
    return context.json({
      identity,
      ...Object.fromEntries(RESOURCES.map((name) => [name, `${root}/${name}`]))
    });
  });
}
