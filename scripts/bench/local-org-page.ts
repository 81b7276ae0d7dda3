/** What a record page asks of the org, over HTTP. */
import { startServer } from '../local-org/server.ts';
import type { TestOrg } from '../local-org/testing.ts';
import { time } from './stopwatch.ts';

export interface PageRequest {
  name: string;
  /** Microseconds until the whole answer is there. */
  median: number;
}

const DEAL_WITH_ACCOUNT = `query deal($id: ID) { uiapi { query { Opportunity(where: { Id: { eq: $id } }, first: 1) { edges { node {
  Id Name { value } StageName { value displayValue } Amount { value displayValue } CloseDate { value }
  Account { Name { value } Industry { value } }
} } } } } }`;

/** The requests of one visit to a deal, one after the other; first the floor: an answer that needs no session. */
export async function measurePage(org: TestOrg, budget: number): Promise<PageRequest[]> {
  const [row] = org.org.store.all('SELECT min("Id") AS "id" FROM "Opportunity" WHERE "OwnerId" = ?', [
    org.userId('rep')
  ]);
  const id = String(row?.['id']);
  const server = await startServer(org.org, { port: 0 });
  const headers = { Authorization: `Bearer ${org.token('rep')}`, 'Content-Type': 'application/json' };
  const fields = 'Opportunity.Name,Opportunity.StageName,Opportunity.Account.Name';
  const asks: [name: string, path: string, json?: unknown][] = [
    ['versions (no session, no database)', ''],
    ['object-info', '/v66.0/ui-api/object-info/Opportunity'],
    ['layout', '/v66.0/ui-api/layout/Opportunity'],
    ['picklist-values', '/v66.0/ui-api/object-info/Opportunity/picklist-values/012000000000000AAA/StageName'],
    ['record, all fields of the layout', `/v66.0/ui-api/records/${id}?layoutTypes=Full&modes=View`],
    ['record, three fields', `/v66.0/ui-api/records/${id}?optionalFields=${fields}`],
    ['graphql', '/v66.0/graphql', { query: DEAL_WITH_ACCOUNT, variables: { id } }]
  ];
  try {
    const measured: PageRequest[] = [];
    for (const [name, path, json] of asks) {
      const request = {
        method: json === undefined ? 'GET' : 'POST',
        headers,
        ...(json !== undefined && { body: JSON.stringify(json) })
      };
      const ask = async (): Promise<void> => {
        const answer = await fetch(`${server.url}/services/data${path}`, request);
        const text = await answer.text();
        if (!answer.ok || text.includes('"errors":[{')) throw new Error(`${name}: ${text}`);
      };
      await ask();
      measured.push({ name, median: (await time(ask, budget)).median });
    }
    return measured;
  } finally {
    await server.close();
  }
}
