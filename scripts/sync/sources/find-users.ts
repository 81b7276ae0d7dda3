import type { OrgClient } from '../org/org-client.ts';
import { queryRows, soqlText } from '../org/rest.ts';
import { chunked } from './chunked.ts';
import { USER_FIELDS, type Mapping } from './mapping.ts';

/** A person whose use may be recorded, or why not. */
export type FoundUser = { id: string; pausedAt: string | null; reason?: undefined } | { reason: string };

/** Of names in one query; longer ones get too long for an address. */
const NAMES_A_QUERY = 100;

/** The name as it is looked up: a federation id is exact, the others are the same in any case. */
export function nameKey(by: Mapping['user']['by'], name: string): string {
  return by === 'federationId' ? name : name.toLowerCase();
}

/** People by their `nameKey`, which come as e-mail, federation id or username. Only one active user will do. */
export async function* findUsers(
  client: OrgClient,
  by: Mapping['user']['by'],
  names: Iterable<string>
): AsyncGenerator<[name: string, user: FoundUser]> {
  const pauses = await pausesOf(client);
  for (const some of chunked(names, NAMES_A_QUERY)) {
    const ids = await idsOf(client, by, some);
    for (const name of some) yield [name, foundUser(ids.get(name) ?? [], by, name, pauses)];
  }
}

async function idsOf(
  client: OrgClient,
  by: Mapping['user']['by'],
  names: readonly string[]
): Promise<Map<string, string[]>> {
  const field = USER_FIELDS[by];
  const list = names.map(soqlText).join(', ');
  const soql = `SELECT Id, ${field} FROM User WHERE IsActive = true AND ${field} IN (${list})`;
  const ids = new Map<string, string[]>();
  for (const user of await queryRows<Record<string, string>>(client, soql)) {
    const name = nameKey(by, String(user[field]));
    ids.set(name, [...(ids.get(name) ?? []), String(user['Id'])]);
  }
  return ids;
}

function foundUser(
  ids: readonly string[],
  by: string,
  name: string,
  pauses: ReadonlyMap<string, string>
): FoundUser {
  const [id, other] = ids;
  if (id === undefined) return { reason: `no active user has the ${by} ${name}` };
  if (other !== undefined) return { reason: `${ids.length} active users have the ${by} ${name}` };
  return { id, pausedAt: pauses.get(id) ?? null };
}

/** Since when recording is paused, by user. A pause holds for other tools' records as well. */
async function pausesOf(client: OrgClient): Promise<Map<string, string>> {
  const rows = await queryRows<{ OwnerId: string; Recording_Paused_At__c: string | null }>(
    client,
    'SELECT OwnerId, Recording_Paused_At__c FROM Guidance_Preference__c WHERE Recording_Paused__c = true'
  );
  // Without a time the pause is as old as anything.
  return new Map(rows.map((row) => [row.OwnerId, row.Recording_Paused_At__c ?? '1970-01-01T00:00:00Z']));
}
