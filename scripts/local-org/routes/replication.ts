import type { ObjectSchema, Org } from '../contract.ts';
import { notFound, orgError } from '../errors.ts';
import type { Resource, ResourceRequest } from '../http/resource.ts';
import { objectInPath } from './objects.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** How far back replication reaches, and how long deleted records can be told. */
const LONGEST_AGO = 30 * DAY;

interface Span {
  start: string;
  end: string;
}

/**
 * Which records changed or went in a span of time, told to the minute.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_getupdated.htm
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_getdeleted.htm
 */
export function replicationResources(org: Org): Resource[] {
  /** Rows of the span that the user may read; deleted ones are judged as if they were there. */
  function changed({ user }: ResourceRequest, { name }: ObjectSchema, isDeleted: boolean, span: Span) {
    const object = objectInPath(org, user, name);
    const access = org.access.rows(user, object, 't', 'read');
    return org.store.all(
      `SELECT t."Id" AS "id", t."SystemModstamp" AS "moment" FROM "${object.name}" t
       WHERE t."IsDeleted" = ? AND t."SystemModstamp" >= ? AND t."SystemModstamp" < ? AND (${access.sql})
       ORDER BY t."SystemModstamp", t."Id"`,
      [Number(isDeleted), span.start, span.end, ...access.params]
    );
  }

  function replicated({ user, parameters }: ResourceRequest): ObjectSchema {
    const object = objectInPath(org, user, parameters.object);
    // Set-up records leave no trace when they are deleted.
    if (object.setup) throw notFound();
    return object;
  }

  return [
    {
      method: 'GET',
      pattern: 'sobjects/:object/updated',
      handle(request) {
        const object = replicated(request);
        const span = spanOf(request, org.now());
        const ids = changed(request, object, false, span).map(({ id }) => String(id));
        return { status: 200, body: { ids, latestDateCovered: restTime(span.end) } };
      }
    },
    {
      method: 'GET',
      pattern: 'sobjects/:object/deleted',
      handle(request) {
        const object = replicated(request);
        const span = spanOf(request, org.now());
        const deletedRecords = changed(request, object, true, span).map(({ id, moment }) => ({
          deletedDate: restTime(String(moment)),
          id: String(id)
        }));
        const earliest = new Date(org.now().getTime() - LONGEST_AGO).toISOString();
        return {
          status: 200,
          body: {
            deletedRecords,
            earliestDateAvailable: restTime(earliest),
            latestDateCovered: restTime(span.end)
          }
        };
      }
    }
  ];
}

/** Seconds don't count: 12:30:15 is taken as 12:30:00, at either end. */
function spanOf({ query }: ResourceRequest, now: Date): Span {
  const start = timeOf(query, 'start');
  const end = timeOf(query, 'end');
  if (end <= start) throw outOfRange('The end of the span must lie at least a minute after its start');
  if (start < now.getTime() - LONGEST_AGO - MINUTE)
    throw outOfRange('The span must begin in the last 30 days');
  return { start: new Date(start).toISOString(), end: new Date(end).toISOString() };
}

function timeOf(query: URLSearchParams, name: string): number {
  // A plus sign that wasn't encoded arrives as a blank.
  const text = (query.get(name) ?? '').replace(/ (\d\d:?\d\d)$/, '+$1');
  const time = Date.parse(text);
  if (Number.isNaN(time))
    throw orgError(400, 'INVALID_REPLICATION_DATE', `${name} is no date and time: '${text}'`);
  return Math.floor(time / MINUTE) * MINUTE;
}

function outOfRange(message: string) {
  return orgError(400, 'INVALID_REPLICATION_DATE', message);
}

function restTime(iso: string): string {
  return iso.replace(/Z$/, '+0000');
}
