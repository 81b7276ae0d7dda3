import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { killSpawned, spawnCaddie } from '../../lib/spawn-caddie.ts';
import type { Finished } from '../../lib/spawn-caddie.ts';
import { withSyncOrg } from '../../sync/testing/sync-org.ts';
import type { SyncOrg } from '../../sync/testing/sync-org.ts';

after(killSpawned);

/** The command line as a person runs it. */
function caddie({ url, org, userId, stateDir }: SyncOrg, ...args: string[]): Promise<Finished> {
  const options = ['--api-reserve', '0', '--state-dir', stateDir, '--instance-url', url];
  return spawnCaddie(['sync', ...args, ...options], {
    CADDIE_ACCESS_TOKEN: org.sessions.issue(userId('integration'))
  }).finished;
}

test('each command says in one line of JSON what it did', async () => {
  await withSyncOrg(async (sync) => {
    for (const command of ['timing', 'committee', 'clocks']) {
      const { code, stdout } = await caddie(sync, command, '--json');
      assert.equal(code, 0, command);
      const { run, equation, api } = JSON.parse(stdout) as {
        run: string;
        equation: object;
        api: { calls: number };
      };
      assert.deepEqual(
        sync.rows(
          `SELECT "Run_Key__c", "Status__c", "Api_Call_Count__c" FROM "Sync_Run__c" WHERE "Command__c" = '${command}'`
        ),
        [[run, 'Succeeded', api.calls]]
      );
      assert.deepEqual(Object.keys(equation), ['text', 'holds']);
    }
  });
});

test('a dry run at another moment is told on stdout, and wrong usage ends with 2', async () => {
  await withSyncOrg(async (sync) => {
    const rehearsed = await caddie(sync, 'clocks', '--dry-run', '--now', '2026-11-30T09:00:00+01:00');
    assert.equal(rehearsed.code, 0, rehearsed.stderr);
    assert.match(rehearsed.stdout, /^0 target accounts at 2026-11-30T08:00:00.000Z\.\n/);
    const wrong = await caddie(sync, 'clocks', '--now', 'tomorrow');
    assert.equal(wrong.code, 2);
    assert.match(wrong.stderr, /It is a moment with its zone, such as 2026-11-30T09:00:00Z\./);
  });
});
