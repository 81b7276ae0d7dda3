import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { test } from 'node:test';
import { startServer } from '../../server.ts';
import { bulkOrg, INGEST } from '../testing.ts';

test('of an upload that is cut off nothing is kept, and the whole of it can be sent again', async () => {
  const t = bulkOrg();
  const server = await startServer(t.org, { port: 0 });
  const { id } = await t.create('rep', { object: 'Project__c', operation: 'insert' });
  const csv = `Name\n${'Half a million characters\n'.repeat(20_000)}`;

  const { port } = new URL(server.url);
  const socket = connect(Number(port), 'localhost');
  socket.write(
    `PUT ${INGEST}/${id}/batches HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${t.token('rep')}\r\nContent-Type: text/csv\r\nContent-Length: ${csv.length}\r\n\r\n${csv.slice(0, 300_000)}`
  );
  await untilRows(1);
  // The client begins anew before the org can know that the first attempt has ended.
  const again = t.upload('rep', id, csv);
  socket.resetAndDestroy();
  await once(socket, 'close');
  assert.equal((await again).status, 201);
  await untilRows(2);

  await t.setState('rep', id, 'UploadComplete');
  const job = await t.get('rep', id);
  assert.deepEqual(
    [job.state, job.numberRecordsProcessed, job.numberRecordsFailed],
    ['JobComplete', 20_000, 0]
  );
  await server.close();
  t.close();

  /** Waits until the data that is kept has come to so many pieces. */
  async function untilRows(count: number): Promise<void> {
    for (let asked = 0; asked < 10_000; asked += 1) {
      const [{ pieces }] = t.rows(
        `SELECT count(*) AS "pieces" FROM "_bulk_text" WHERE "kind" LIKE 'upload%'`
      );
      if (pieces === count) return;
      await new Promise((resolve) => setImmediate(resolve));
    }
    throw new Error(`There are never ${count} pieces`);
  }
});
