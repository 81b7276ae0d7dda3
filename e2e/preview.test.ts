/** The frame that the preview puts around Caddie: pages at Lightning's addresses, whose eyes, which device. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { browserSkipReason } from './lib/browser.ts';
import { idsOf, startProduct, type Product, type Session } from './lib/product.ts';

let product: Product;
let deal: string;

async function open(session: Session, path: string): Promise<void> {
  await session.page.goto(product.url + path, { waitUntil: 'networkidle' });
}

describe('the preview', { skip: browserSkipReason() }, () => {
  before(async () => {
    product = await startProduct();
    const [id] = await idsOf(
      product.as('rep'),
      "SELECT Id FROM Opportunity WHERE StageName = 'Qualification' ORDER BY Name LIMIT 1"
    );
    deal = `/lightning/r/Opportunity/${id}/view`;
  });

  after(async () => {
    await product?.close();
  });

  test('goes from list to record and back without loading the document again, and without an error', async () => {
    const session = await product.session('rep');
    const { page } = session;
    await open(session, '/lightning/page/home');
    await page.evaluate(() => Object.assign(window, { isSameDocument: true }));
    await page.getByRole('link', { name: 'Opportunities' }).click();
    await page.getByRole('table', { name: 'Opportunities' }).locator('tbody a').first().click();
    await page.locator('force-highlights-panel h1').getByText('Opportunity').waitFor();
    assert.match(new URL(page.url()).pathname, /^\/lightning\/r\/Opportunity\/006\w{15}\/view$/);
    await page.goBack();
    await page.getByRole('table', { name: 'Opportunities' }).waitFor();
    assert.equal(await page.evaluate(() => 'isSameDocument' in window), true);
    assert.deepEqual(session.errors, []);
    await session.context.close();
  });

  test('shows the path, saves a stage, and tells so in a toast', async () => {
    const session = await product.session('rep');
    const { page } = session;
    await open(session, deal);
    const path = page.locator('runtime_sales_pathassistant-path-assistant');
    assert.equal(await path.locator('.slds-is-current').innerText(), 'Qualification');
    await path.getByRole('button', { name: 'Mark Stage as Complete' }).click();
    await page.getByText('Stage changed successfully.').waitFor();
    assert.equal(await path.locator('.slds-is-current').innerText(), 'Needs Analysis');
    assert.equal(
      await page.locator('force-detail-panel').getByText('Needs Analysis').innerText(),
      'Needs Analysis'
    );
    assert.deepEqual(session.errors, []);
    await session.context.close();
  });

  test('edits the layout in place, and shows what the org refuses beside its field', async () => {
    const session = await product.session('rep');
    const { page } = session;
    await open(session, deal);
    const details = page.locator('force-detail-panel');
    await details.getByRole('button', { name: 'Edit Next Step' }).click();
    await details.getByLabel('Next Step').fill('Call on Monday');
    const probability = details.getByLabel('Probability (%)');
    // A number sheds its format when it gets the focus.
    await probability.focus();
    await probability.fill('4000');
    await details.getByRole('button', { name: 'Save' }).click();
    await details.getByText('value outside of valid range on numeric field: 4000').waitFor();
    await probability.focus();
    await probability.fill('40');
    await details.getByRole('button', { name: 'Save' }).click();
    await details.getByText('Call on Monday').waitFor();
    assert.equal(await details.getByText('40%').innerText(), '40%');
    await page.locator('c-guided-fields').getByText('Call on Monday').waitFor();
    await session.context.close();
  });

  test('lets one look as someone else, with their tabs', async () => {
    const session = await product.session('rep');
    const { page } = session;
    await open(session, deal);
    const tabs = page.getByRole('navigation', { name: 'App' });
    await tabs.getByRole('link', { name: 'Guidance Reviews' }).waitFor();
    await page.getByLabel('View as').selectOption('admin');
    await page.locator('shell-global-header').getByTitle('Avery Stone').waitFor();
    await tabs.getByRole('link', { name: 'Guidance', exact: true }).waitFor();
    assert.equal(await tabs.getByRole('link', { name: 'Guidance Reviews' }).count(), 0);
    await session.context.close();
  });

  test('shows the phone in a frame of its width, and keeps the address', async () => {
    const session = await product.session('rep');
    const { page } = session;
    await open(session, deal);
    await page.getByLabel('Device').selectOption('Small');
    const phone = page.frameLocator('iframe[title="Phone"]');
    await phone.locator('c-guidance-panel').waitFor();
    assert.equal(await phone.locator('html').evaluate(() => window.innerWidth), 390);
    assert.equal(await phone.locator('shell-preview-bar').count(), 0);
    await phone.locator('force-highlights-panel').getByRole('link').first().click();
    await page.waitForURL(/\/lightning\/r\/Account\//);
    assert.deepEqual(session.errors, []);
    await session.context.close();
  });

  test('opens and closes the utility bar', async () => {
    const session = await product.session('rep');
    const { page } = session;
    await open(session, deal);
    const item = page.locator('.slds-utility-bar__action');
    await item.click();
    const panel = page.getByRole('dialog', { name: 'Caddie' });
    await panel.locator('c-my-guidance h3').first().waitFor();
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'hidden' });
    assert.equal(await item.getAttribute('aria-expanded'), 'false');
    assert.deepEqual(session.errors, []);
    await session.context.close();
  });

  test('asks for little: a record page in at most 30 requests', async () => {
    const session = await product.session('rep');
    const urls: string[] = [];
    session.page.on('request', (request) => urls.push(request.url()));
    await open(session, deal);
    assert.ok(urls.length <= 30, urls.join('\n'));
    await session.context.close();
  });
});
