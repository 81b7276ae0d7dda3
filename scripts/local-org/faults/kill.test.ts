import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { createOrg } from '../org.ts';
import { TEST_USERS } from '../testing.ts';
import { serveFolder, type ServedFolder } from './testing/serve-folder.ts';
import { nextWrite, type Projects, type Write } from './testing/writes.ts';

const SEED = 20261118;

/** When to kill: so long after it begins to open the folder, or after the next request once so many are acknowledged. */
type Moment = { opening: number } | { acknowledged: number; delay: number };

const upTo = (max: number) => fc.noBias(fc.integer({ min: 0, max }));
const MOMENTS: readonly Moment[] = fc.sample(
  fc.oneof(
    { weight: 1, arbitrary: fc.record({ opening: upTo(60) }) },
    { weight: 3, arbitrary: fc.record({ acknowledged: upTo(40), delay: upTo(9) }) }
  ),
  { seed: SEED, numRuns: 12 }
);

/** Sends one write after the other until the connection fails; answers what was acknowledged and what was not. */
async function writeUntilKilled(
  { child, ready }: ServedFolder,
  { acknowledged, delay }: Extract<Moment, { delay: number }>,
  firstNumber: number,
  projects: Projects
): Promise<{ known: Projects; pending: Write; number: number }> {
  const { url, token } = await ready();
  let known = projects;
  for (let number = firstNumber; ; number += 1) {
    const write = nextWrite(number, known);
    if (number === firstNumber + acknowledged) setTimeout(() => child.kill('SIGKILL'), delay);
    const { path, method, json, after } = write;
    const answer = await fetch(`${url}/services/data/v66.0/${path}`, {
      method,
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      ...(json !== undefined && { body: JSON.stringify(json) })
    })
      .then(async (response) => ({ ok: response.ok, text: await response.text() }))
      .catch(() => null);
    if (answer === null) return { known, pending: write, number: number + 1 };
    assert.ok(answer.ok && !/"success":false|"httpStatusCode":4/.test(answer.text), answer.text);
    known = after;
  }
}

/** What the folder holds once the org is opened again, after its file has been found whole. */
function projectsIn(dataDir: string): Projects {
  const org = createOrg({ dataDir, users: TEST_USERS });
  try {
    assert.deepEqual({ ...org.store.all('PRAGMA integrity_check')[0] }, { integrity_check: 'ok' });
    if (!org.schema.object('Project__c')) return new Map();
    const rows = org.store.all(
      'SELECT "Code__c", "Notes__c", "Number__c" FROM "Project__c" WHERE "IsDeleted" = 0'
    );
    assert.equal(new Set(rows.map(({ Number__c }) => Number__c)).size, rows.length, 'numbers are given once');
    return new Map(rows.map(({ Code__c, Notes__c }) => [String(Code__c), String(Notes__c)]));
  } finally {
    org.close();
  }
}

const sorted = (projects: Projects) => [...projects].sort(([one], [other]) => (one < other ? -1 : 1));

test('whatever moment the process is killed, what was acknowledged is there and nothing is half there', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'local-org-kill-'));
  let projects: Projects = new Map();
  let number = 0;
  try {
    for (const moment of MOMENTS) {
      const served = await serveFolder(dataDir);
      const exited = once(served.child, 'exit');
      let expected = [projects];
      if ('opening' in moment) {
        setTimeout(() => served.child.kill('SIGKILL'), moment.opening);
      } else {
        const { known, pending, ...next } = await writeUntilKilled(served, moment, number, projects);
        expected = [known, pending.after];
        number = next.number;
      }
      assert.deepEqual(await exited, [null, 'SIGKILL']);
      projects = projectsIn(dataDir);
      const found = sorted(projects);
      const fitting = expected.find((one) => JSON.stringify(sorted(one)) === JSON.stringify(found));
      assert.ok(fitting, `after ${number} requests, killed at ${JSON.stringify(moment)}`);
    }
    assert.ok(projects.size > 50, 'there was something to lose');
  } finally {
    rmSync(dataDir, { recursive: true });
  }
});
