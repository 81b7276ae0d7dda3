import { existsSync } from 'node:fs';
import { Connection } from 'jsforce';
import { API_VERSION } from '../../lib/connection.ts';
import { silentProgress } from '../../lib/progress.ts';
import { loadOrg } from '../../org-load/load.ts';
import type { SyncOrg } from './sync-org.ts';

/** The public data set lies beside the checkout where the project is built; a newcomer does not have it. */
export const CRM_DATA = '../shared/data/crm-sales-opportunities';

/** For `test`: skips where the data set is missing. */
export const WITH_CRM_DATA = { skip: !existsSync(CRM_DATA) && `${CRM_DATA} is not there` };

/** Loads the data set, its dates moved to the org's week, and answers the connection of who loaded it. */
export async function loadCrmData({ org, url, userId }: SyncOrg): Promise<Connection> {
  const connection = new Connection({
    instanceUrl: url,
    accessToken: org.sessions.issue(userId('admin')),
    version: API_VERSION
  });
  const today = org.now().toISOString().slice(0, 10);
  await loadOrg({
    connection,
    folder: CRM_DATA,
    usernameDomain: 'crm.example',
    asOf: today,
    today,
    progress: silentProgress
  });
  return connection;
}
