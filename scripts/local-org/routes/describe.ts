import type { Org } from '../contract.ts';
import { recordBody } from '../http/record-body.ts';
import type { Resource } from '../http/resource.ts';
import { MOST_RECENT, recentlyViewed } from '../recent/recent.ts';
import { describeObject, describeSummary } from './describe-body.ts';
import { objectInPath } from './objects.ts';

const MAX_BATCH = 200;

/** When what `describe` tells could last have changed: by a deploy, or by who has which permission set. */
function lastChange(org: Org): Date {
  const [row] = org.store.all(
    `SELECT max("moment") AS "last" FROM (
      SELECT max("SystemModstamp") AS "moment" FROM "PermissionSetAssignment"
      UNION ALL SELECT max("SystemModstamp") FROM "FieldPermissions"
      UNION ALL SELECT max("SystemModstamp") FROM "Organization")`
  );
  const moments = [String(row.last), org.metadata.lastChange() ?? ''];
  return new Date(moments.sort()[1]);
}

/** Global and single describe; the single one honours `If-Modified-Since`, to the second as HTTP dates go. */
export function describeResources(org: Org): Resource[] {
  return [
    {
      method: 'GET',
      pattern: 'sobjects',
      handle({ user, apiVersion }) {
        const readable = org.schema.objects().filter((object) => org.access.object(user, object).read);
        const sobjects = readable.map((object) => describeSummary(org, user, object, apiVersion));
        return { status: 200, body: { encoding: 'UTF-8', maxBatchSize: MAX_BATCH, sobjects } };
      }
    },
    {
      method: 'GET',
      pattern: 'sobjects/:object',
      handle({ user, apiVersion, parameters }) {
        const object = objectInPath(org, user, parameters.object);
        const objectDescribe = describeSummary(org, user, object, apiVersion);
        const recentItems = recentlyViewed(org, user, MOST_RECENT, object).map((record) =>
          recordBody(record.object, record.values, apiVersion)
        );
        return { status: 200, body: { objectDescribe, recentItems } };
      }
    },
    {
      method: 'GET',
      pattern: 'sobjects/:object/describe',
      handle({ user, apiVersion, parameters, header }) {
        const object = objectInPath(org, user, parameters.object);
        const changed = lastChange(org);
        changed.setUTCMilliseconds(0);
        const headers = { 'Last-Modified': changed.toUTCString() };
        if (Date.parse(header('If-Modified-Since') ?? '') >= changed.getTime())
          return { status: 304, headers };
        return { status: 200, body: describeObject(org, user, object, apiVersion), headers };
      }
    }
  ];
}
