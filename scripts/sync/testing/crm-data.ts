import { existsSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
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

/** What SQL alone finds in files: the figures that the sync must come to, without any of its code. */
export async function countInFiles(sql: string): Promise<unknown[][]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    const reader = await connection.runAndReadAll(sql);
    return reader
      .getRowsJS()
      .map((row) => row.map((value) => (typeof value === 'bigint' ? Number(value) : value)));
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
