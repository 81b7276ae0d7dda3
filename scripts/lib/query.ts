import type { Connection } from 'jsforce';

/** More than any of our queries finds; jsforce stops at 10,000 unless told otherwise. */
const MOST_ROWS = 1_000_000;

/** Every row of a query, over as many pages as it takes. */
export async function queryAll<Row>(connection: Connection, soql: string): Promise<Row[]> {
  const { records } = await connection.query(soql, { autoFetch: true, maxFetch: MOST_ROWS });
  return records as Row[];
}
