import type { OrgClient } from './org-client.ts';

interface QueryPage<Row> {
  records: Row[];
  done: boolean;
  nextRecordsUrl?: string;
}

/** Every row of a query, page by page. For files of many rows use a bulk query. */
export async function queryRows<Row>(client: OrgClient, soql: string): Promise<Row[]> {
  const rows: Row[] = [];
  let path: string | undefined = `query?q=${encodeURIComponent(soql)}`;
  while (path !== undefined) {
    const page: QueryPage<Row> = await client.ask<QueryPage<Row>>({ method: 'GET', path });
    rows.push(...page.records);
    path = page.done ? undefined : page.nextRecordsUrl;
  }
  return rows;
}

export type FieldValues = Record<string, string | number | boolean | null>;

/** Creates or changes one record by an external id. Asked twice it is done once, so it is tried again safely. */
export async function upsertRecord(
  client: OrgClient,
  object: string,
  field: string,
  key: string,
  values: FieldValues
): Promise<void> {
  const path = `sobjects/${object}/${field}/${encodeURIComponent(key)}`;
  await client.ask({ method: 'PATCH', path, json: values });
}

/** A text as a literal in SOQL. https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_quotedstringescapes.htm */
export function soqlText(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n').replaceAll('\r', '\\r')}'`;
}
