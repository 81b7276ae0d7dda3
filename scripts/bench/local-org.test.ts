import assert from 'node:assert/strict';
import { test } from 'node:test';
import { orgFullOfDeals } from './local-org-deals.ts';
import { measurePage } from './local-org-page.ts';
import { measureQuestions } from './local-org-questions.ts';

test('every question is answered as SQLite answers it, and every request of a page is', async () => {
  const org = orgFullOfDeals(4_000);
  // They throw when an answer differs or is refused.
  const answers = await measureQuestions(org, 0);
  assert.ok(answers.every(({ rows }) => rows > 0));
  const everyDeal = answers.find(({ name }) => name === 'all, batch by batch');
  assert.equal(everyDeal?.rows, 4_006);
  assert.equal((await measurePage(org, 0)).length, 7);
  org.close();
});
