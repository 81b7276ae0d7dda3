import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { withSyncOrg } from '../testing/sync-org.ts';
import { startHttpsServer } from './testing/https-server.ts';
import { folder, makeAccounts, storedSignals, syncSignals } from './testing/surge-desk.ts';

const SECRET = 'Bearer not-for-logs';

test('an address is read like a file; its log-in and its query stand in no file', () =>
  withSyncOrg(async (org) => {
    makeAccounts(org, { 'Brackwater Foods': 'brackwater-foods.example' });
    const server = await startHttpsServer();
    process.env['CADDIE_SOURCE_MARKETO'] = SECRET;
    try {
      server.answers['marketing.example/rest/v1/activities.json?nextPageToken=hidden'] = (
        _request,
        response
      ) => {
        response.end(readFileSync('scripts/sync/signals/examples/marketo.json'));
      };
      const out = join(folder, 'out');
      const { result, human } = await syncSignals(org, {
        source: 'https://marketing.example/rest/v1/activities.json?nextPageToken=hidden',
        mapping: 'scripts/sync/signals/examples/marketo.yaml',
        out,
        dispatcher: server.dispatcher
      });
      assert.deepEqual(server.seen, [
        `marketing.example/rest/v1/activities.json?nextPageToken=hidden ${SECRET}`
      ]);
      assert.deepEqual(storedSignals(org), [
        ['Marketo:101', 'Brackwater Foods', 'Visit Webpage: Prices', 'Weak', 'Domain']
      ]);
      assert.deepEqual(readdirSync(out), ['marketo.unmatched.ndjson']);
      const [host = ''] = readdirSync(org.stateDir);
      const log = readFileSync(join(org.stateDir, host, 'sync.log'), 'utf8');
      for (const text of [log, human, JSON.stringify(result)]) {
        assert.equal(text.includes('not-for-logs') || text.includes('hidden'), false, text);
      }
      assert.match(log, /Read the source/);
    } finally {
      delete process.env['CADDIE_SOURCE_MARKETO'];
      await server.close();
    }
  }));
