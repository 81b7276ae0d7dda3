import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OrgClient } from '../org/org-client.ts';
import { Refusal } from '../org/refusal.ts';
import { platformUsage } from './platform-usage.ts';

/** The local org has none of these objects, so their rows are given here. */
function answering(answer: (soql: string) => object[]): OrgClient {
  const ask = async (request: { path: string }): Promise<unknown> => ({
    done: true,
    records: answer(decodeURIComponent(request.path.slice('query?q='.length)))
  });
  return { ask } as unknown as OrgClient;
}

test('what is counted is told of five people or more', async () => {
  const client = answering((soql) => {
    if (soql.includes('LoginHistory')) return [{ people: 12, logins: 1 }];
    if (soql.includes('PromptAction')) return [{ people: 5, displayed: 40, taken: 9, dismissed: 20 }];
    return ['a', 'b', 'c', 'd', 'e']
      .map((UserId) => ({ PageName: 'Opportunity', UserId, TotalCount: 2 }))
      .concat({ PageName: 'Rare', UserId: 'a', TotalCount: 99 });
  });
  assert.deepEqual(await platformUsage(client, ['logins', 'pages', 'prompts']), [
    'LoginHistory: 12 people logged in during the last 7 days, 1 login.',
    'LightningUsageByPageMetrics: Opportunity: 10 views by 5 people in the last 7 days.',
    'PromptAction: native prompts were shown 40 times to 5 people: 9 acted upon, 20 dismissed.'
  ]);
});

test('fewer than five people are not told', async () => {
  const client = answering((soql) =>
    soql.includes('Metrics') ? [{ PageName: 'Rare', UserId: 'a', TotalCount: 99 }] : [{ people: 4 }]
  );
  assert.deepEqual(await platformUsage(client, ['logins', 'pages', 'prompts']), [
    'LoginHistory: fewer than 5 people; not told.',
    'LightningUsageByPageMetrics: fewer than 5 people; not told.',
    'PromptAction: fewer than 5 people; not told.'
  ]);
});

test('an object that the org does not have is left out with a word; any other refusal is one', async () => {
  const refusing = (code: string): OrgClient =>
    answering(() => {
      throw new Refusal(400, code, 'refused', []);
    });
  assert.deepEqual(await platformUsage(refusing('INVALID_TYPE'), ['pages']), [
    'LightningUsageByPageMetrics: not in this org, or not open to this user; left out.'
  ]);
  await assert.rejects(platformUsage(refusing('QUERY_TIMEOUT'), ['logins']), { code: 'QUERY_TIMEOUT' });
});
