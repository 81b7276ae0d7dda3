/** A rep on an opportunity: what the whole product does, in a browser, against the local org. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import type { Connection } from 'jsforce';

import { browserSkipReason } from './lib/browser.ts';
import { addHiddenField } from './lib/hidden-field.ts';
import { idsOf, startProduct, type Product, type Session } from './lib/product.ts';

const CLOSE_PLAN = 'Agree the close plan before pricing';

let product: Product;
let deal: string;
let rep: Session;

const titles = (session: Session): Promise<string[]> =>
  session.panel
    .locator('c-guidance-card h3')
    .evaluateAll((headings) => headings.map((heading) => (heading.firstChild?.textContent ?? '').trim()));

/** A card's menu, by the card's title. */
async function choose(session: Session, title: string, item: string): Promise<void> {
  const card = session.panel.locator('c-guidance-card', { hasText: title });
  await card.getByRole('button', { name: `More actions for ${title}` }).click();
  await card.getByRole('menuitem', { name: item, exact: true }).click();
}

async function proposals(connection: Connection): Promise<string[]> {
  return idsOf(
    connection,
    "SELECT Id FROM Opportunity WHERE StageName = 'Proposal/Price Quote' ORDER BY Amount DESC"
  );
}

describe('an opportunity', { skip: browserSkipReason() }, () => {
  before(async () => {
    product = await startProduct();
    const [first] = await proposals(product.as('rep'));
    deal = `/lightning/r/Opportunity/${first}/view`;
    rep = await product.session('rep');
  });

  after(async () => {
    await product?.close();
  });

  test('shows at most three pieces that fit, and the rest on request', async () => {
    await rep.visit(deal);
    assert.equal(await rep.panel.locator('.for').textContent(), 'For this deal in Proposal/Price Quote');
    const three = await titles(rep);
    assert.equal(three.length, 3);
    assert.equal(three[0], CLOSE_PLAN);
    await rep.panel.getByRole('button', { name: /^\d+ more$/ }).click();
    assert.ok((await titles(rep)).length > 3);
  });

  test('guidance follows a stage edited in another component, at once and with a polite word', async () => {
    await rep.visit(deal);
    const before = await titles(rep);
    await rep.fields.getByRole('button', { name: 'Edit', exact: true }).click();
    await rep.fields.getByRole('group', { name: 'Stage' }).getByRole('combobox').click();
    await rep.fields.getByRole('option', { name: 'Prospecting', exact: true }).click();
    await rep.fields.getByRole('button', { name: 'Save', exact: true }).click();
    await rep.panel.getByText('For this deal in Prospecting').waitFor();
    assert.notDeepEqual(await titles(rep), before);
    assert.equal(
      await rep.panel.locator('[aria-live="polite"]').first().textContent(),
      'Guidance updated for Prospecting'
    );

    const [saved] = await idsOf(
      product.as('admin'),
      `SELECT Id FROM Opportunity WHERE StageName = 'Prospecting' AND Id = '${deal.split('/')[4]}'`
    );
    assert.equal(saved, deal.split('/')[4]);
    await product.as('rep').sobject('Opportunity').update({ Id: saved, StageName: 'Proposal/Price Quote' });
  });

  test('a tip reacts to what is typed, before it is saved', async () => {
    await rep.visit(deal);
    await rep.fields.getByRole('button', { name: 'Edit', exact: true }).click();
    const date = rep.fields.getByRole('group', { name: 'Close Date' });
    await date.getByRole('textbox').or(date.getByRole('combobox')).first().fill('1/15/2020');
    await date.getByRole('textbox').or(date.getByRole('combobox')).first().press('Tab');
    await date.locator('.help', { hasText: 'Once the period of this date is over' }).waitFor();
    await rep.fields.getByRole('button', { name: 'Cancel', exact: true }).click();
  });

  test('a criterion on a field that the rep may not read shows nothing and breaks nothing', async () => {
    await addHiddenField(product.as('admin'), 'Opportunity', 'Margin__c');
    const author = product.as('author');
    const piece = {
      Name: 'Only where the margin is known',
      Kind__c: 'Tip',
      Key__c: 'margin-is-known',
      Summary__c: 'Seen by nobody who cannot see the margin.',
      Object__c: 'Opportunity',
      Criteria__c: JSON.stringify({ items: [{ field: 'Margin__c', operator: 'notEqual', value: 10 }] }),
      Priority__c: 100,
      Status__c: 'Published'
    };
    const { id } = (await author.sobject('Guidance__c').create(piece)) as { id: string };
    await rep.visit(deal);
    assert.equal((await titles(rep))[0], CLOSE_PLAN);
    await rep.panel.getByRole('button', { name: /^\d+ more$/ }).click();
    assert.ok(!(await titles(rep)).includes(piece.Name));

    await author.sobject('Guidance__c').update({ Id: id, Criteria__c: null });
    await rep.visit(deal);
    assert.equal((await titles(rep))[0], piece.Name, 'without the criterion it would be first');
    await author.sobject('Guidance__c').update({ Id: id, Status__c: 'Retired' });
  });

  test('a dismissed piece stays away after a reload, for that rep only', async () => {
    await rep.visit(deal);
    const saved = rep.page.waitForResponse((response) =>
      Boolean(response.request().postData()?.includes('Dismissed__c'))
    );
    await choose(rep, CLOSE_PLAN, 'Dismiss');
    await rep.panel.locator('.undo', { hasText: `Dismissed: ${CLOSE_PLAN}` }).waitFor();
    await saved;
    assert.ok(!(await titles(rep)).includes(CLOSE_PLAN));
    await rep.visit(deal);
    assert.ok(!(await titles(rep)).includes(CLOSE_PLAN));

    const other = await product.session('rep2');
    await other.visit(deal);
    assert.equal((await titles(other))[0], CLOSE_PLAN);
    assert.deepEqual(other.errors, []);

    const { records } = await product
      .as('rep')
      .query<{ Dismissed__c: string }>('SELECT Dismissed__c FROM Guidance_Preference__c');
    assert.equal(records.length, 1);
    assert.equal(JSON.parse(records[0].Dismissed__c)['agree-close-plan-before-pricing'].version, 1);
  });

  test('a dismissal can be taken back', async () => {
    await rep.visit(deal);
    const [first] = await titles(rep);
    await choose(rep, first, 'Dismiss');
    await rep.panel.getByRole('button', { name: 'Undo' }).click();
    await rep.panel.locator('c-guidance-card', { hasText: first }).waitFor();
    assert.equal((await titles(rep))[0], first);
  });

  test('"not helpful" with a sentence lies in the org as the rep\'s review', async () => {
    await rep.visit(deal);
    const [first] = await titles(rep);
    await choose(rep, first, 'Not helpful');
    await rep.panel.getByLabel('Anything to add? (optional)').fill('We price before the plan here.');
    await rep.panel.getByRole('button', { name: 'Send', exact: true }).click();
    await rep.panel
      .getByText('Sent. You and the authors can read it, and Salesforce admins who may view all data.')
      .waitFor();

    const soql =
      "SELECT Guidance__r.Name, Comment__c, Stage__c, Owner.Name FROM Guidance_Review__c WHERE Verdict__c = 'Not Helpful'";
    const { records } = await product.as('author').query<Record<string, unknown>>(soql);
    const mine = records.filter(({ Comment__c }) => Comment__c === 'We price before the plan here.');
    assert.equal(mine.length, 1);
    assert.equal((mine[0].Guidance__r as { Name: string }).Name, first);
    assert.equal(mine[0].Stage__c, 'Proposal/Price Quote');
    assert.equal((mine[0].Owner as { Name: string }).Name, 'Robin Vega');
    const others = await product.as('rep2').query(soql);
    assert.ok(
      others.records.every(
        (record) => (record as { Comment__c: string }).Comment__c !== 'We price before the plan here.'
      )
    );
  });

  test('a job aid opens in place, its steps tick, and the ticks are there after a reload', async () => {
    const other = await product.session('rep2');
    await other.visit(deal);
    await other.panel.getByRole('button', { name: `Open ${CLOSE_PLAN}` }).click();
    const reader = other.panel.locator('c-guidance-reader');
    await reader.getByText('0 of 7 steps done').waitFor();
    await reader.getByText('Name the sponsor.').click();
    await reader.getByText('1 of 7 steps done').waitFor();
    await other.visit(deal);
    await other.panel.getByRole('button', { name: `Open ${CLOSE_PLAN}` }).click();
    await reader.getByText('1 of 7 steps done').waitFor();
    assert.equal(await reader.getByRole('checkbox', { name: 'Name the sponsor.' }).isChecked(), true);
    await reader.getByRole('button', { name: 'Back to the list' }).click();
    assert.equal((await titles(other))[0], CLOSE_PLAN);
    assert.deepEqual(other.errors, []);
  });

  test('the tool tip works by keyboard alone', async () => {
    await rep.visit(deal);
    const mark = rep.fields.getByRole('button', { name: /^About Close Date/ });
    await rep.fields.getByRole('button', { name: 'Edit', exact: true }).focus();
    const tip = rep.page.getByRole('group', { name: 'Use a date that the buyer said' });
    for (let step = 0; step < 12 && !(await tip.isVisible()); step++) {
      await rep.page.keyboard.press('Tab');
    }
    assert.equal(await tip.isVisible(), true, 'Tab reaches the mark, and focus opens the tip');
    await rep.page.keyboard.press('Escape');
    assert.equal(await tip.isVisible(), false);
    assert.equal(
      await mark.evaluate(
        (element) => element === element.ownerDocument.activeElement || element.matches(':focus')
      ),
      true
    );
    await rep.page.keyboard.press('Enter');
    assert.equal(await tip.isVisible(), true);
    await rep.page.keyboard.press('Tab');
    await rep.page.keyboard.press('Enter');
    await rep.panel.locator('c-guidance-reader', { hasText: 'Use a date that the buyer said' }).waitFor();
    await rep.page.keyboard.press('Enter');
    await rep.panel.locator('c-guidance-card').first().waitFor();
  });

  test('no tip is cut off, wherever its field stands', async () => {
    await rep.visit(deal);
    const marks = rep.fields.locator('c-field-tip button.mark');
    for (let index = 0; index < (await marks.count()); index++) {
      await marks.nth(index).click();
      const bubble = rep.fields.locator('c-field-tip .bubble:visible');
      await bubble.waitFor();
      const box = (await bubble.boundingBox())!;
      assert.ok(
        box.x >= 0 && box.y >= 0 && box.x + box.width <= 1440 && box.y + box.height <= 900,
        JSON.stringify(box)
      );
      // A trial click fails when something else lies above.
      await bubble.locator('.text').click({ trial: true });
      await rep.page.keyboard.press('Escape');
    }
  });

  test('nothing complained in the console through all of this', () => {
    assert.deepEqual(rep.errors, []);
  });
});
