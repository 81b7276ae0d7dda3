/** A rep looks at what is recorded about them, pauses it, takes it along, and asks for it to be erased. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';

import { killSpawned, spawnCaddie } from '../scripts/lib/spawn-caddie.ts';
import { checkAccessibility } from './lib/axe.ts';
import { browserSkipReason } from './lib/browser.ts';
import { startProduct, type Look, type Product, type Session } from './lib/product.ts';

const PATH = '/lightning/n/Caddie_My_Footprint';
const DAY = 86_400_000;

let product: Product;

/** Stores what a rep's browser would have sent: one piece opened and another completed on each of these days. */
async function use(persona: string, daysAgo: readonly number[]): Promise<void> {
  const now = Date.now();
  const events = daysAgo.flatMap((days, index) =>
    ['opened', 'completed'].map((type) => ({
      id: crypto.randomUUID(),
      at: new Date(now - days * DAY - index * 1000).toISOString(),
      type,
      guidance: 'agree-close-plan-before-pricing',
      version: 1,
      surface: 'panel',
      object: 'Opportunity'
    }))
  );
  const times = events.map(({ at }) => at).toSorted();
  await product
    .as(persona)
    .sobject('Usage_Batch__c')
    .create({
      Batch_Key__c: crypto.randomUUID(),
      Events__c: events.map((event) => JSON.stringify(event)).join('\n'),
      Event_Count__c: events.length,
      First_Event_At__c: times[0],
      Last_Event_At__c: times.at(-1),
      Sent_At__c: new Date(now).toISOString(),
      Format_Version__c: 1,
      Dropped_Count__c: 0
    });
}

async function sync(): Promise<void> {
  const integration = product.org.users.find(({ persona }) => persona === 'integration')!;
  const { code, stderr } = await spawnCaddie(['sync', 'usage', '--json'], {
    CADDIE_INSTANCE_URL: product.org.instanceUrl,
    CADDIE_ACCESS_TOKEN: integration.accessToken
  }).finished;
  assert.equal(code, 0, stderr);
}

async function open(look: Look = {}): Promise<Session> {
  const session = await product.session('rep', look);
  await session.page.goto(product.url + PATH);
  await session.page.locator('c-my-footprint .summary').waitFor();
  return session;
}

describe('my footprint', { skip: browserSkipReason() }, () => {
  before(async () => {
    product = await startProduct();
    await use('rep', [0, 1, 1, 4, 9]);
    await use('rep2', [2]);
    await sync();
  });

  after(async () => {
    killSpawned();
    await product?.close();
  });

  test('says what is recorded and who could query it, by name', async () => {
    const session = await open();
    const card = session.page.locator('c-my-footprint');
    assert.match(await card.locator('.summary').innerText(), /^10 events on 4 days, the last /);
    const readers = await card.locator('c-footprint-readers').innerText();
    assert.match(readers, /Avery Stone/);
    assert.match(readers, /Everyone else, your manager included, sees counts of five people or more\./);
    assert.doesNotMatch(readers, /Marta Lindqvist|Sam Okafor/);
    assert.deepEqual(session.errors, []);
    await session.context.close();
  });

  test('shows my days as a chart, and the same numbers as a table', async () => {
    const { page, context } = await open();
    const days = page.locator('c-footprint-days');
    assert.match(
      (await days.locator('.chart').getAttribute('aria-label')) ?? '',
      /^Events on each of the last \d+ days\. Most: 4 on /
    );
    await days.locator('.toggle').click();
    const rows = await days
      .locator('tr.row')
      .evaluateAll((found) =>
        found.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent.trim()))
      );
    assert.deepEqual(rows, [
      ['1', '1', '1', '2'],
      ['1', '2', '2', '4'],
      ['1', '1', '1', '2'],
      ['1', '1', '1', '2']
    ]);
    await context.close();
  });

  test('hands out days and events as CSV', async () => {
    const { page, context } = await open();
    const texts: string[][] = [];
    for (const link of await page.locator('c-my-footprint a.download').all()) {
      const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
      texts.push((await readFile(await download.path(), 'utf8')).trim().split(/\r?\n/));
    }
    assert.deepEqual(
      texts.map(({ length }) => length).toSorted((one, other) => one - other),
      [5, 11]
    );
    assert.ok(texts.flat().some((line) => line.includes('agree-close-plan-before-pricing')));
    await context.close();
  });

  test('pauses recording for the org, and says since when', async () => {
    const { page, context } = await open();
    const words = page.locator('c-recording-switch .recording');
    const before = await words.innerText();
    await page.locator('c-recording-switch input').press('Space');
    await words.filter({ hasText: /^Recording is paused\. Nothing has been stored since / }).waitFor();
    const { records } = await product
      .as('rep')
      .query<{ Recording_Paused__c: boolean }>('SELECT Recording_Paused__c FROM Guidance_Preference__c');
    assert.deepEqual(
      records.map(({ Recording_Paused__c }) => Recording_Paused__c),
      [true]
    );
    await page.locator('c-recording-switch input').press('Space');
    await words.filter({ hasText: before }).waitFor();
    await context.close();
  });

  for (const [name, look] of [
    ['desktop', {}],
    ['phone', { formFactor: 'Small' }]
  ] as [string, Look][]) {
    test(`is accessible and fits on a ${name}`, async () => {
      const { page, context } = await open(look);
      await page.locator('c-footprint-days .toggle').click();
      assert.deepEqual(await checkAccessibility(page, 'c-my-footprint'), []);
      const { scrollWidth, clientWidth } = await page
        .locator('c-my-footprint > section')
        .evaluate((card) => ({ scrollWidth: card.scrollWidth, clientWidth: card.clientWidth }));
      assert.ok(clientWidth > 200 && scrollWidth <= clientWidth, `${scrollWidth} in ${clientWidth}`);
      await context.close();
    });
  }

  test('is erased when I ask for it twice, with a receipt, and nobody else’s is', async () => {
    const { page, context } = await open();
    const request = page.locator('c-erasure-request');
    await request.locator('.ask').click();
    assert.match(await request.locator('.explain').innerText(), /^Deletes every event and day/);
    await request.locator('.confirm').click();
    await request.locator('.requested').waitFor();
    await context.close();
    await sync();

    const later = await open();
    assert.equal(
      await later.page.locator('c-my-footprint .summary').innerText(),
      'Nothing is recorded about you.'
    );
    assert.match(
      await later.page.locator('c-erasure-request .receipt').innerText(),
      /^Erased .*: 1 batch and 4 days were erased on /
    );
    await later.context.close();
    const { totalSize } = await product.as('rep2').query('SELECT Id FROM Usage_Day__c');
    assert.equal(totalSize, 1);
  });
});
