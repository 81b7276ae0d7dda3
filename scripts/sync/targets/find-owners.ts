import type { OrgClient } from '../org/org-client.ts';
import { queryRows, soqlText } from '../org/rest.ts';

/** The Id of an owner, or why there is none. */
export type FoundOwner = { id: string; reason?: undefined } | { reason: string; id?: undefined };

/** Of names in one query; longer ones get too long for an address. */
const NAMES_A_QUERY = 50;

/** Active users by username or e-mail address, in any case. A username beats an address that several users share. */
export async function findOwners(
  client: OrgClient,
  names: Iterable<string>
): Promise<(name: string) => FoundOwner> {
  const wanted = [...new Set([...names].map((name) => name.toLowerCase()))];
  const users: { Id: string; Username: string; Email: string | null }[] = [];
  for (let start = 0; start < wanted.length; start += NAMES_A_QUERY) {
    const list = wanted
      .slice(start, start + NAMES_A_QUERY)
      .map(soqlText)
      .join(', ');
    const soql = `SELECT Id, Username, Email FROM User WHERE IsActive = true AND (Username IN (${list}) OR Email IN (${list}))`;
    users.push(...(await queryRows<(typeof users)[number]>(client, soql)));
  }
  return (name) => {
    const key = name.toLowerCase();
    const byUsername = users.filter(({ Username }) => Username.toLowerCase() === key);
    const found =
      byUsername.length > 0 ? byUsername : users.filter(({ Email }) => Email?.toLowerCase() === key);
    const ids = new Set(found.map(({ Id }) => Id));
    const [id] = ids;
    if (id === undefined) return { reason: `no active user is called ${name}` };
    return ids.size === 1 ? { id } : { reason: `${ids.size} active users have the address ${name}` };
  };
}

/** The Id of the user that the session is of: proposals are made in one's own name. */
export async function currentUserId(client: OrgClient): Promise<string> {
  const { identity } = await client.ask<{ identity: string }>({ method: 'GET', path: '' });
  return identity.slice(identity.lastIndexOf('/') + 1);
}
