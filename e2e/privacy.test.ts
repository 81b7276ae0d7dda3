/** What is recorded about a rep is seen by that rep, by admins and by the sync, whichever way one asks. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { browserSkipReason } from './lib/browser.ts';
import { idsOf, startProduct, type Product } from './lib/product.ts';

const SOQL = "SELECT Id FROM Usage_Batch__c WHERE Owner.Name = 'Robin Vega'";

const QUERY = `query batches($key: String) {
  uiapi { query { Usage_Batch__c(where: { Batch_Key__c: { eq: $key } }) { edges { node { Id } } } } }
}`;

interface BatchAnswer {
  data?: { uiapi?: { query?: { Usage_Batch__c?: { edges: unknown[] } } } };
  errors?: unknown[];
}

let product: Product;
let deal: string;
let batch: { Id: string; Batch_Key__c: string; Events__c: string };

describe('usage of a rep', { skip: browserSkipReason() }, () => {
  before(async () => {
    product = await startProduct();
    const [id] = await idsOf(
      product.as('rep'),
      "SELECT Id FROM Opportunity WHERE StageName = 'Negotiation/Review' ORDER BY Amount DESC LIMIT 1"
    );
    deal = `/lightning/r/Opportunity/${id}/view`;
  });

  after(async () => {
    await product?.close();
  });

  /** What the others see of a persona's view, through GraphQL. */
  async function byGraphQL(persona: string): Promise<number> {
    const answer = await product
      .as(persona)
      .requestPost<BatchAnswer>('/graphql', { query: QUERY, variables: { key: batch.Batch_Key__c } });
    return answer.data?.uiapi?.query?.Usage_Batch__c?.edges.length ?? 0;
  }

  test('is stored as it happens and sent when the page is hidden', async () => {
    const rep = await product.session('rep');
    await rep.visit(deal);
    await rep.panel.locator('c-guidance-card .open').first().click();
    await rep.panel.locator('c-guidance-reader').waitFor();
    const saved = rep.page.waitForResponse(
      (response) => response.request().method() === 'POST' && response.url().endsWith('/ui-api/records')
    );
    await rep.page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    assert.equal((await saved).status(), 201);
    await rep.context.close();

    const { records } = await product
      .as('rep')
      .query<typeof batch>('SELECT Id, Batch_Key__c, Events__c FROM Usage_Batch__c');
    assert.equal(records.length, 1);
    [batch] = records;
    const types = batch.Events__c.split('\n').map((line) => (JSON.parse(line) as { type: string }).type);
    assert.deepEqual(types, ['shown', 'shown', 'shown', 'opened']);
  });

  for (const [persona, expected] of [
    ['rep', 1],
    ['rep2', 0],
    ['manager', 0],
    ['marketing', 0],
    ['admin', 1],
    ['integration', 1]
  ] as const) {
    test(`${persona} finds ${expected} by query, by Id and by GraphQL`, async () => {
      const connection = product.as(persona);
      assert.equal((await idsOf(connection, SOQL)).length, expected);
      assert.equal(await byGraphQL(persona), expected);
      const one = connection.sobject('Usage_Batch__c').retrieve(batch.Id);
      if (expected === 1) {
        assert.equal((await one)?.Id, batch.Id);
      } else {
        await assert.rejects(one, { errorCode: 'NOT_FOUND' });
      }
    });
  }

  test('the author, who has no business with usage beyond her own, finds nothing either', async () => {
    assert.deepEqual(await idsOf(product.as('author'), SOQL), []);
  });

  test("another rep's browser cannot open it", async () => {
    const other = await product.session('rep2');
    await other.page.goto(`${product.url}/lightning/r/Usage_Batch__c/${batch.Id}/view`);
    await other.page.waitForLoadState('networkidle');
    assert.equal(await other.page.getByText(batch.Batch_Key__c).count(), 0);
    assert.equal((await other.page.content()).includes('"type":"opened"'), false);
  });

  test('a rep who pauses leaves no trace from that moment, in any tab', async () => {
    const rep2 = await product.session('rep2');
    await rep2.visit(deal);
    const tab = await rep2.context.newPage();
    await tab.goto(product.url + deal);
    await tab.locator('c-guidance-panel .for').waitFor();

    await rep2.panel.getByRole('button', { name: 'Settings' }).click();
    await rep2.panel.getByText('Pause recording').click();
    await rep2.panel.getByText(/^Recording is paused\. Nothing has been stored since /).waitFor();
    await tab.locator('c-guidance-card .open').first().click();
    await tab.locator('c-guidance-reader').waitFor();
    const stored = await tab.evaluate(() => JSON.stringify({ ...localStorage }));
    assert.equal(stored.includes('"type":"opened"') || stored.includes('\\"type\\":\\"opened\\"'), false);

    await rep2.visit('/lightning/page/home');
    await rep2.visit(deal);
    const { records } = await product
      .as('rep2')
      .query<{ Events__c: string }>('SELECT Events__c FROM Usage_Batch__c');
    assert.ok(records.every(({ Events__c }) => !Events__c.includes('"opened"')));
  });
});
