import type { Org } from '../contract.ts';
import { orgError } from '../errors.ts';
import type { Resource } from '../http/resource.ts';
import { listOf } from './objects.ts';

/** A Developer Edition holds 5 MB of data; most records weigh 2 KB whatever is in them. */
const DATA_STORAGE_MB = 5;
const RECORD_KB = 2;
/** Beside it 20 MB of files, of which the org keeps none. */
const FILE_STORAGE_MB = 20;

function countRows(org: Org, object: string): number {
  const [{ count }] = org.store.all(`SELECT count(*) AS "count" FROM "${object}" WHERE "IsDeleted" = 0`);
  return Number(count);
}

/** The limits that the org keeps count of, and record counts. https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_limits.htm */
export function limitResources(org: Org): Resource[] {
  return [
    {
      method: 'GET',
      pattern: 'limits',
      handle() {
        const { limit, used } = org.apiUsage;
        const stored = org.schema.objects().filter(({ setup }) => !setup);
        const records = stored.reduce((sum, { name }) => sum + countRows(org, name), 0);
        const usedMb = Math.floor((records * RECORD_KB) / 1024);
        return {
          status: 200,
          body: {
            DailyApiRequests: { Max: limit, Remaining: Math.max(0, limit - used()) },
            DataStorageMB: { Max: DATA_STORAGE_MB, Remaining: Math.max(0, DATA_STORAGE_MB - usedMb) },
            FileStorageMB: { Max: FILE_STORAGE_MB, Remaining: FILE_STORAGE_MB }
          }
        };
      }
    },
    {
      method: 'GET',
      pattern: 'limits/recordCount',
      handle({ user, query }) {
        if (!user.systemPermissions.has('ViewSetup')) {
          throw orgError(403, 'INSUFFICIENT_ACCESS', 'insufficient access rights on object id');
        }
        const wanted = listOf(query.get('sObjects'))?.map((name) => name.toLowerCase());
        const objects = org.schema
          .objects()
          .filter(({ name }) => !wanted || wanted.includes(name.toLowerCase()));
        const sObjects = objects.map(({ name }) => ({ count: countRows(org, name), name }));
        return { status: 200, body: { sObjects } };
      }
    }
  ];
}
