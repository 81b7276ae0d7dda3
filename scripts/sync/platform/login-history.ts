import { count } from '../../lib/count.ts';
import { queryRows } from '../org/rest.ts';
import { enough } from './enough.ts';
import type { PlatformSource } from './platform-usage.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_loginhistory.htm */
export const loginHistory: PlatformSource = {
  object: 'LoginHistory',
  async read(client) {
    const [row] = await queryRows<{ people: number; logins: number }>(
      client,
      'SELECT COUNT_DISTINCT(UserId) people, COUNT(Id) logins FROM LoginHistory WHERE LoginTime = LAST_N_DAYS:7'
    );
    return enough(row?.people, () => [
      `${count(row?.people ?? 0, 'person', 'people')} logged in during the last 7 days, ${count(row?.logins ?? 0, 'login')}.`
    ]);
  }
};
