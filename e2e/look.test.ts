/** Every page, as people look at it: desktop and phone, both design systems, right to left, zoomed, without a mouse. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { checkAccessibility } from './lib/axe.ts';
import { browserSkipReason } from './lib/browser.ts';
import { idsOf, startProduct, type Look, type Product, type Session } from './lib/product.ts';

const LOOKS: [string, Look][] = [
  ['desktop, SLDS 1', {}],
  ['desktop, SLDS 2', { slds: 2 }],
  ['phone, SLDS 1', { formFactor: 'Small' }],
  ['phone, SLDS 2', { formFactor: 'Small', slds: 2 }],
  ['right to left', { dir: 'rtl' }],
  // 1280 px at 200 % are 640 CSS pixels.
  ['200 % zoom', { width: 640, height: 450 }]
];

let product: Product;
let deal: string;

/** Caddie's own components break no rule of WCAG 2.2 AA; the stand-ins around them are not the product. */
async function assertAccessible(session: Session, selectors: string[]): Promise<void> {
  for (const selector of selectors) {
    assert.deepEqual(await checkAccessibility(session.page, selector), [], selector);
  }
}

/** Nothing of a component stands beyond its own card, and the card stands within the window. */
async function assertNothingSticksOut(session: Session, component: string): Promise<void> {
  const card = session.page.locator(`${component} > section`).first();
  const size = await card.evaluate((element) => {
    const { left, right } = element.getBoundingClientRect();
    const view = element.ownerDocument.documentElement.clientWidth;
    return { content: element.scrollWidth, width: element.clientWidth, left, right, view };
  });
  assert.ok(size.width > 200 && size.content <= size.width, `${component}: ${JSON.stringify(size)}`);
  assert.ok(size.left >= 0 && size.right <= size.view, `${component}: ${JSON.stringify(size)}`);
}

describe('pages', { skip: browserSkipReason() }, () => {
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

  for (const [name, look] of LOOKS) {
    test(`an opportunity, ${name}: list, settings and job aid are accessible and fit`, async () => {
      const session = await product.session('rep', look);
      await session.visit(deal);
      await assertAccessible(session, ['c-guidance-panel', 'c-guided-fields']);
      await assertNothingSticksOut(session, 'c-guidance-panel');
      await assertNothingSticksOut(session, 'c-guided-fields');

      await session.panel.getByRole('button', { name: 'Settings' }).click();
      await session.panel.locator('c-guidance-settings').waitFor();
      await assertAccessible(session, ['c-guidance-panel']);
      await session.panel.getByRole('button', { name: 'Settings' }).click();

      await session.panel.locator('c-guidance-card .open').first().click();
      await session.panel.getByText('Did this help?').waitFor();
      await assertAccessible(session, ['c-guidance-panel']);
      await assertNothingSticksOut(session, 'c-guidance-panel');

      await session.fields.getByRole('button', { name: /^About Close Date/ }).click();
      await session.fields.locator('.bubble:visible').waitFor();
      await assertAccessible(session, ['c-guided-fields']);
      assert.deepEqual(session.errors, []);
      await session.context.close();
    });
  }

  test('the phone shows guidance before the details, over the whole width', async () => {
    const session = await product.session('rep', { formFactor: 'Small' });
    await session.visit(deal);
    assert.equal(await session.page.locator('c-guidance-panel').count(), 1);
    const panel = (await session.panel.boundingBox())!;
    const fields = (await session.fields.boundingBox())!;
    assert.ok(panel.y < fields.y);
    assert.ok(panel.width > 350, `${panel.width}`);
    await session.context.close();
  });

  for (const [object, soql] of [
    ['Account', 'SELECT Id FROM Account ORDER BY Name LIMIT 1'],
    ['Contact', 'SELECT Id FROM Contact ORDER BY Name LIMIT 1'],
    ['Lead', 'SELECT Id FROM Lead ORDER BY Name LIMIT 1']
  ]) {
    test(`${object} pages have guidance of their own`, async () => {
      const session = await product.session('rep');
      const [id] = await idsOf(product.as('admin'), soql);
      await session.visit(`/lightning/r/${object}/${id}/view`);
      assert.match(
        (await session.panel.locator('.for').textContent()) ?? '',
        new RegExp(`^For this ${object.toLowerCase()}`)
      );
      await assertAccessible(session, ['c-guidance-panel', 'c-guided-fields']);
      assert.deepEqual(session.errors, []);
      await session.context.close();
    });
  }

  for (const slds of [1, 2] as const) {
    test(`the home page with my guidance, SLDS ${slds}`, async () => {
      const session = await product.session('rep', { slds });
      await session.visit('/lightning/page/home');
      const mine = session.page.locator('c-my-guidance').first();
      assert.equal(await mine.locator('.fresh li').count(), 5);
      await assertAccessible(session, ['c-my-guidance']);
      await mine.locator('.open').first().click();
      await mine.getByText('Did this help?').waitFor();
      await mine.getByRole('button', { name: 'Back to the list' }).click();
      assert.deepEqual(session.errors, []);
      await session.context.close();
    });
  }

  for (const persona of ['rep2', 'manager', 'author', 'marketing', 'admin']) {
    test(`${persona} sees an opportunity without an error`, async () => {
      const session = await product.session(persona);
      await session.page.goto(product.url + deal);
      await session.panel.locator('.for, .denied').first().waitFor();
      assert.deepEqual(session.errors, []);
      await session.context.close();
    });
  }
});
