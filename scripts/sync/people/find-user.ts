import { Failure } from '../../lib/failure.ts';
import type { OrgClient } from '../org/org-client.ts';
import { queryRows, soqlText } from '../org/rest.ts';

export interface FoundUser {
  Id: string;
  Username: string;
  Name: string;
}

/** The one user with this username, e-mail address, federation id or Id. Throws `UNKNOWN_USER` or `SEVERAL_USERS`. */
export async function findUser(client: OrgClient, text: string): Promise<FoundUser> {
  const literal = soqlText(text);
  const id = /^005[A-Za-z0-9]{12}([A-Za-z0-9]{3})?$/.test(text) ? ` OR Id = ${literal}` : '';
  const users = await queryRows<FoundUser>(
    client,
    `SELECT Id, Username, Name FROM User WHERE Username = ${literal} OR Email = ${literal}` +
      ` OR FederationIdentifier = ${literal}${id}`
  );
  const [user, ...others] = users;
  if (!user) {
    throw new Failure('UNKNOWN_USER', `The org has no user '${text}'.`, [
      'Give a username, an e-mail address, a federation id or the Id of a user.'
    ]);
  }
  if (others.length > 0) {
    throw new Failure('SEVERAL_USERS', `'${text}' names ${users.length} users.`, [
      `Give one of these usernames: ${users.map(({ Username }) => Username).join(', ')}`
    ]);
  }
  return user;
}
