import { count } from '../../lib/count.ts';
import { queryRows } from '../org/rest.ts';
import { LEAST_PEOPLE, tooFew } from './enough.ts';
import type { PlatformSource } from './platform-usage.ts';

/** Not in sandboxes. https://developer.salesforce.com/docs/platform/api-rest/guide/resources-lightning-usagebypagemetrics.html */
export const pageMetrics: PlatformSource = {
  object: 'LightningUsageByPageMetrics',
  async read(client) {
    const rows = await queryRows<{ PageName: string; UserId: string; TotalCount: number }>(
      client,
      'SELECT PageName, UserId, TotalCount FROM LightningUsageByPageMetrics WHERE MetricsDate = LAST_N_DAYS:7'
    );
    const lines = [...Map.groupBy(rows, ({ PageName }) => PageName)]
      .map(([page, ofPage]) => ({
        page,
        people: new Set(ofPage.map(({ UserId }) => UserId)).size,
        views: ofPage.reduce((sum, { TotalCount }) => sum + TotalCount, 0)
      }))
      .filter(({ people }) => people >= LEAST_PEOPLE)
      .sort((one, other) => other.views - one.views)
      .slice(0, 10)
      .map(
        ({ page, people, views }) =>
          `${page}: ${count(views, 'view')} by ${people} people in the last 7 days.`
      );
    return lines.length > 0 ? lines : tooFew();
  }
};
