/** Marketing, sales and finance on the page Agreement: what they sign, publish and decide, each as themselves. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import type { Locator } from 'playwright-core';

import { checkAccessibility, type AxeFinding } from './lib/axe.ts';
import { browserSkipReason } from './lib/browser.ts';
import { startProduct, type Product, type Session } from './lib/product.ts';

const PAGE = '/lightning/n/Caddie_Agreement';
const PARTS = ['Target list', 'Definitions', 'Service levels', 'Weekly review', 'KPIs'] as const;
const NEW_ACCOUNT = 'Aldermoor Vaccines';
const LIST_LENGTH = 2000;

let product: Product;

/** One persona's view of one part of the agreement. */
async function open(persona: string, part: (typeof PARTS)[number]): Promise<Session> {
  const session = await product.session(persona);
  await session.page.goto(product.url + PAGE);
  await session.page.getByRole('tab', { name: part, exact: true }).click();
  await session.page.waitForLoadState('networkidle');
  return session;
}

async function query<Row>(soql: string): Promise<Row[]> {
  return (await product.as('manager').query<Row & Record<string, unknown>>(soql)).records;
}

const entries = ({ page }: Session, account: string): Locator =>
  page.locator('c-target-entry', { hasText: account });

async function pick(form: Locator, label: string, name: string): Promise<void> {
  const box = form.getByRole('combobox', { name: label });
  await box.click();
  await box.fill(name);
  await form.getByText(name, { exact: true }).filter({ visible: true }).first().click();
}

async function choose(form: Locator, label: string, option: string): Promise<void> {
  await form.getByRole('combobox', { name: label, exact: true }).click();
  await form.getByRole('option', { name: option, exact: true }).click();
}

async function sign(persona: string, account: string, side: string, becomes: string): Promise<void> {
  const session = await open(persona, 'Target list');
  await session.page.getByLabel('Find an account').fill(account);
  const entry = entries(session, account).filter({ hasText: 'Waits for' });
  await entry.getByRole('button', { name: `Sign for ${side}` }).click();
  await entries(session, account).getByText(becomes, { exact: true }).waitFor();
  assert.deepEqual(session.errors, []);
  await session.context.close();
}

/** What the platform's own base components break: the size of a date field's button, and the menu of a narrow tab set. */
function isOurs({ rule, target }: AxeFinding): boolean {
  const isDateButton = rule === 'target-size' && target.startsWith('button[title="Select a date');
  const isTabMenu = rule === 'nested-interactive' && target === '.slds-tabs_default__overflow-button';
  return !isDateButton && !isTabMenu;
}

describe('the agreement', { skip: browserSkipReason() }, () => {
  before(async () => {
    product = await startProduct();
    await product.as('admin').sobject('Account').create({ Name: NEW_ACCOUNT, NumberOfEmployees: 400 });
  });

  after(async () => {
    await product?.close();
  });

  test('every part is accessible, on desktop and phone, and opens without an error', async () => {
    for (const look of [{}, { formFactor: 'Small' }] as const) {
      const session = await product.session('manager', look);
      await session.page.goto(product.url + PAGE);
      await session.page.locator('c-target-entry').first().waitFor();
      for (const part of PARTS) {
        const tab = session.page.getByRole('tab', { name: part, exact: true });
        if (await tab.isVisible()) {
          await tab.click();
        } else {
          await session.page.getByRole('button', { name: 'More' }).click();
          await session.page.getByRole('menuitem', { name: part }).click();
        }
        await session.page.waitForLoadState('networkidle');
        const findings = await checkAccessibility(session.page, 'c-agreement');
        assert.deepEqual(findings.filter(isOurs), [], part);
      }
      assert.deepEqual(session.errors, []);
      await session.context.close();
    }
  });

  test('a rep proposes an account and has no signature to give', async () => {
    const rep = await open('rep', 'Target list');
    await rep.page.getByRole('button', { name: 'Propose an account' }).click();
    const form = rep.page.locator('c-target-proposal');
    await pick(form, 'Account', NEW_ACCOUNT);
    await form.getByText('Not in the list yet.').waitFor();
    await choose(form, 'Tier', 'Tier 1');
    await pick(form, 'Owner in sales', 'Robin Vega');
    await form.getByLabel('Why this tier?').fill('Four sites, and the director asked for us.');
    await form.getByRole('button', { name: 'Propose', exact: true }).click();
    await entries(rep, NEW_ACCOUNT).getByText('Waits for sales and marketing').waitFor();
    assert.equal(await rep.page.getByRole('button', { name: /^Sign/ }).count(), 0);
    assert.deepEqual(rep.errors, []);
    await rep.context.close();
  });

  test('both sides sign, and the account enters the next version of the list', async () => {
    await sign('marketing', NEW_ACCOUNT, 'marketing', 'Waits for sales');
    await sign('manager', NEW_ACCOUNT, 'sales', 'Agreed, list version 3');
    assert.deepEqual(
      (
        await query<Record<string, unknown>>(
          `SELECT Status__c, Version__c, List_Version__c, Signed_By_Sales__r.Name, Signed_By_Marketing__r.Name
           FROM Target_Account__c WHERE Account__r.Name = '${NEW_ACCOUNT}'`
        )
      ).map(({ Status__c, Version__c, List_Version__c }) => [Status__c, Version__c, List_Version__c]),
      [['Accepted', 1, 3]]
    );
  });

  test('a change is a new version; what stood before stays readable', async () => {
    const marketing = await open('marketing', 'Target list');
    await marketing.page.getByLabel('Find an account').fill(NEW_ACCOUNT);
    await entries(marketing, NEW_ACCOUNT).getByRole('button', { name: 'Propose a change' }).click();
    const form = marketing.page.locator('c-target-proposal');
    await form.getByText('Version 1 says tier 1. Yours becomes version 2').waitFor();
    await choose(form, 'Tier', 'Tier 2');
    await form.getByLabel('Why this tier?').fill('Two of the four sites close.');
    await form.getByRole('button', { name: 'Propose', exact: true }).click();
    await entries(marketing, NEW_ACCOUNT).getByText('Tier 2 proposed, tier 1 agreed').waitFor();
    await marketing.context.close();

    await sign('marketing', NEW_ACCOUNT, 'marketing', 'Waits for sales');
    await sign('manager', NEW_ACCOUNT, 'sales', 'Agreed, list version 4');
    const rep = await open('rep', 'Target list');
    await rep.page.getByLabel('Find an account').fill(NEW_ACCOUNT);
    const entry = entries(rep, NEW_ACCOUNT);
    await entry.getByRole('button', { name: 'Earlier versions' }).click();
    const versions = entry.locator('.version');
    await versions.first().waitFor();
    assert.equal(await entry.count(), 1);
    assert.match((await versions.nth(0).textContent()) ?? '', /^Version 2: Tier 2, was tier 1/);
    assert.match((await versions.nth(1).textContent()) ?? '', /Version 1: Tier 1Replaced by a later version/);
    await rep.context.close();
  });

  test('a rep disputes with a reason, which both sides read', async () => {
    const rep = await open('rep', 'Target list');
    await rep.page.getByLabel('Find an account').fill(NEW_ACCOUNT);
    const entry = entries(rep, NEW_ACCOUNT);
    await entry.getByRole('button', { name: 'Dispute' }).click();
    await entry.getByLabel('Why do you disagree?').fill('They asked us to wait until spring.');
    await entry.getByRole('button', { name: 'Dispute' }).last().click();
    await entry.getByText('Disputed by Robin Vega: They asked us to wait until spring.').waitFor();
    await rep.context.close();
    const marketing = await open('marketing', 'Weekly review');
    await marketing.page
      .locator('[data-name="disputes"]')
      .getByText('tier 2 is disputed by Robin Vega: They asked us to wait until spring.')
      .waitFor();
    await marketing.context.close();
  });

  test('a definition is published after a preview; earlier verdicts keep their version', async () => {
    const verdicts =
      "SELECT Id, Rule_Version__c, Verdict__c FROM Qualification__c WHERE Kind__c = 'SQA' ORDER BY Id";
    const before = await query<object>(verdicts);
    const marketing = await open('marketing', 'Definitions');
    const rule = marketing.page.locator('section[data-kind="SQA"]');
    await rule.getByRole('button', { name: 'Change this definition' }).click();
    assert.equal(await rule.getByRole('button', { name: /^Publish/ }).count(), 0);
    const values = rule.getByLabel('Value', { exact: true });
    await values.nth(0).fill('many');
    await rule.getByText('Touches in 13 weeks is a number, and "many" is none.').waitFor();
    await values.nth(0).fill('1');
    await values.nth(1).fill('1');
    await values.nth(2).fill('50');
    await rule.getByText('Touches in 13 weeks is 1 or more and People reached', { exact: false }).waitFor();
    await rule.getByRole('button', { name: 'See who would qualify' }).click();
    await rule.getByText(/^\d+ of the \d+ accounts you can see would qualify/).waitFor();
    await rule.getByLabel('Why does it change?').fill('Smaller rollouts pay as well.');
    await rule.getByRole('button', { name: 'Publish version 2' }).click();
    await rule
      .getByText(/^Version 2, published .* by Jonas Weber\. Smaller rollouts pay as well\.$/)
      .waitFor();
    assert.deepEqual(marketing.errors, []);
    await marketing.context.close();
    assert.deepEqual(
      (
        await query<{ Rule_Key__c: string; Status__c: string }>(
          "SELECT Rule_Key__c, Status__c FROM Qualification_Rule__c WHERE Kind__c = 'SQA' ORDER BY Version__c"
        )
      ).map(({ Rule_Key__c, Status__c }) => [Rule_Key__c, Status__c]),
      [
        ['SQA-1', 'Retired'],
        ['SQA-2', 'Published']
      ]
    );
    assert.deepEqual(await query<object>(verdicts), before);
  });

  test('a service level is in force once three people have signed it', async () => {
    const marketing = await open('marketing', 'Service levels');
    await marketing.page.getByRole('button', { name: 'New service level' }).click();
    const form = marketing.page.locator('c-service-level-form');
    await form.getByLabel('Name').fill('Say who comes to an event');
    await form.getByLabel('What is done, in words that both sides would use').fill('Send the names.');
    await pick(form, 'Who answers for it', 'Jonas Weber');
    await pick(form, 'Executive who is told', 'Marta Lindqvist');
    await form.getByLabel('Monday').fill('nine');
    await form.getByText('Monday: ["nine"] is not an opening and a closing').waitFor();
    await form.getByLabel('Monday').fill('09:00-12:00, 13:00-17:00');
    await form.getByRole('button', { name: 'Save as draft' }).click();
    const name = 'Say who comes to an event';
    await marketing.page
      .locator('c-service-level', { hasText: name })
      .getByText('Version 1, draft')
      .waitFor();
    await marketing.context.close();

    for (const [persona, party] of [
      ['marketing', 'Marketing'],
      ['manager', 'Sales'],
      ['finance', 'Finance']
    ] as const) {
      const session = await open(persona, 'Service levels');
      const level = session.page.locator('c-service-level', { hasText: name });
      const buttons = level.getByRole('button', { name: /^Sign/ });
      assert.deepEqual(await buttons.allTextContents(), [`Sign for ${party.toLowerCase()}`]);
      await buttons.click();
      await level.getByText(new RegExp(`^${party}: signed by`)).waitFor();
      assert.deepEqual(session.errors, []);
      await session.context.close();
    }
    const [level] = await query<{ Status__c: string }>(
      `SELECT Status__c FROM Service_Level__c WHERE Name = '${name}'`
    );
    assert.equal(level.Status__c, 'Active');
  });

  test('finance reads and signs; what she may not do is not there', async () => {
    const finance = await open('finance', 'Target list');
    await finance.page.locator('c-target-entry').first().waitFor();
    const buttons = await finance.page.locator('c-target-accounts').getByRole('button').allTextContents();
    assert.deepEqual(
      buttons.filter((label) => /Propose|Sign|Dispute/.test(label)),
      []
    );
    await finance.page.getByRole('tab', { name: 'Weekly review' }).click();
    await finance.page.locator('c-agenda-view').first().waitFor();
    assert.equal(await finance.page.getByRole('button', { name: 'Record the review' }).count(), 0);
    await finance.context.close();
  });

  test('a review is recorded, frozen, and the next one planned', async () => {
    const manager = await open('manager', 'Weekly review');
    const agenda = manager.page.locator('.sheet c-agenda-view');
    const shown = await agenda.locator('.line .text').allTextContents();
    await manager.page.getByLabel('What was decided, by whom, until when').fill('Robin calls on Monday.');
    await manager.page.getByRole('button', { name: 'Record the review' }).click();
    const held = manager.page.locator('.held');
    await held.getByText('Robin calls on Monday.').waitFor();
    assert.deepEqual(await held.locator('c-agenda-view .line .text').allTextContents(), shown);
    await manager.page.getByText(/^Planned for/).waitFor();
    assert.deepEqual(manager.errors, []);
    await manager.context.close();

    const reviews = await query<{ Id: string; Decisions__c: string | null }>(
      "SELECT Id, Decisions__c FROM Alignment_Review__c WHERE Status__c = 'Held'"
    );
    const review = reviews.find(({ Decisions__c }) => Decisions__c === 'Robin calls on Monday.');
    await assert.rejects(
      product.as('manager').sobject('Alignment_Review__c').update({ Id: review!.Id, Agenda__c: '{}' }),
      /Its agenda shows what was known then and stays/
    );
  });

  test('on paper an agenda has nothing to press, and no addresses behind its links', async () => {
    const manager = await open('manager', 'Weekly review');
    const sheet = manager.page.locator('.sheet');
    await sheet.locator('c-agenda-view').waitFor();
    await manager.page.emulateMedia({ media: 'print' });
    assert.equal(await sheet.locator('button:visible, textarea:visible, input:visible').count(), 0);
    const links = await sheet
      .locator('.line a')
      .evaluateAll((all) => all.map((link) => getComputedStyle(link, '::after').content));
    assert.ok(links.length > 0);
    assert.deepEqual([...new Set(links)], ['none']);
    await manager.context.close();
  });

  test('a list of thousands comes one page at a time', async () => {
    const names = Array.from(
      { length: LIST_LENGTH },
      (_none, index) => `Zest ${String(index).padStart(4, '0')}`
    );
    const accounts = await product
      .as('admin')
      .sobject('Account')
      .create(
        names.map((Name) => ({ Name })),
        { allowRecursive: true }
      );
    await product
      .as('marketing')
      .sobject('Target_Account__c')
      .create(
        accounts.map(({ id }) => ({
          Account__c: id,
          Target_Key__c: `${id}-1`,
          Version__c: 1,
          Tier__c: '3',
          Status__c: 'Proposed'
        })),
        { allowRecursive: true }
      );
    const manager = await open('manager', 'Target list');
    await choose(manager.page.locator('c-target-accounts'), 'Tier', 'Tier 3');
    await manager.page.getByText(/^1 to 25 of 2,0\d\d$/).waitFor();
    assert.equal(await manager.page.locator('c-target-entry').count(), 25);
    await manager.page.getByLabel('Find an account').fill('Zest 19');
    await manager.page.getByText('1 to 25 of 100', { exact: true }).waitFor();
    await manager.page.getByRole('button', { name: 'Next', exact: true }).click();
    await manager.page.getByText('26 to 50 of 100', { exact: true }).waitFor();
    await entries(manager, 'Zest 1925').waitFor();
    await manager.page.getByRole('button', { name: 'Previous', exact: true }).click();
    await entries(manager, 'Zest 1900').waitFor();
    await manager.page.getByRole('button', { name: 'Sign these 25 for sales' }).click();
    await manager.page.getByText('Signed 25 accounts.').waitFor({ state: 'attached' });
    await entries(manager, 'Zest 1900').getByText('Waits for marketing').waitFor();
    assert.deepEqual(manager.errors, []);
    await manager.context.close();
  });
});
