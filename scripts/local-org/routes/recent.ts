import type { Org } from '../contract.ts';
import { orgError } from '../errors.ts';
import { recordBody } from '../http/record-body.ts';
import type { Resource } from '../http/resource.ts';
import { MOST_RECENT, recentlyViewed } from '../recent/recent.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_recent_items.htm */
export function recentResources(org: Org): Resource[] {
  return [
    {
      method: 'GET',
      pattern: 'recent',
      handle({ user, apiVersion, query }) {
        const limit = Number(query.get('limit') ?? MOST_RECENT);
        if (!Number.isInteger(limit) || limit < 1 || limit > MOST_RECENT) {
          throw orgError(400, 'INVALID_QUERY_LIMIT', `limit must be between 1 and ${MOST_RECENT}`);
        }
        const recent = recentlyViewed(org, user, limit);
        return {
          status: 200,
          body: recent.map(({ object, values }) => recordBody(object, values, apiVersion))
        };
      }
    }
  ];
}
