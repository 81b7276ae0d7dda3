/**
 * Takes the pictures of README and guides: `npm run screenshots`, or `npm run screenshots -- agreement` for those whose
 * name begins so. Look at them before you commit them.
 */
import { mkdirSync } from 'node:fs';
import type { Locator } from 'playwright-core';

import { idsOf, startProduct, type Look, type Session } from './lib/product.ts';

const FOLDER = 'docs/images';
const [wanted = ''] = process.argv.slice(2);

/** What the preview shows around the product, and a picture of the product does not need. */
const HIDE_PREVIEW_BAR = 'section[aria-label="Preview"] { display: none !important; }';

mkdirSync(FOLDER, { recursive: true });
const product = await startProduct();
const [id] = await idsOf(
  product.as('rep'),
  "SELECT Id FROM Opportunity WHERE StageName = 'Proposal/Price Quote' ORDER BY Amount DESC LIMIT 1"
);
const deal = `/lightning/r/Opportunity/${id}/view`;
const [accountId] = await idsOf(product.as('rep'), "SELECT Id FROM Account WHERE Name = 'Kestrelby Freight'");
const account = `/lightning/r/Account/${accountId}/view`;

/** The whole window, or what `prepare` answers. */
async function picture(
  name: string,
  path: string,
  look: Look,
  prepare?: (session: Session) => Promise<Locator | void>
): Promise<void> {
  await take(name, 'rep', look, async (session) => {
    await session.visit(path);
    await session.page.waitForLoadState('networkidle');
    return prepare?.(session);
  });
}

/** A part of the page Agreement, as somebody sees it. */
async function agreementPicture(
  name: string,
  persona: string,
  part: string,
  look: Look,
  prepare?: (session: Session) => Promise<Locator | void>
): Promise<void> {
  await take(name, persona, look, async (session) => {
    await session.page.goto(`${product.url}/lightning/n/Caddie_Agreement`);
    await session.page.getByRole('tab', { name: part, exact: true }).click();
    await session.page.waitForLoadState('networkidle');
    await prepare?.(session);
  });
}

async function take(
  name: string,
  persona: string,
  look: Look,
  show: (session: Session) => Promise<Locator | void>
): Promise<void> {
  if (!name.startsWith(wanted)) {
    return;
  }
  const session = await product.session(persona, look);
  const target = (await show(session)) ?? session.page;
  await session.page.addStyleTag({ content: HIDE_PREVIEW_BAR });
  await target.screenshot({ path: `${FOLDER}/${name}.png` });
  await session.context.close();
}

const openFirst = async ({ panel }: Session): Promise<void> => {
  await panel.locator('c-guidance-card .open').first().click();
  await panel.getByText('Did this help?').waitFor();
};

/** Account intelligence with these parts unfolded, once it has an answer. */
const intelligence =
  (...parts: string[]) =>
  async ({ page }: Session): Promise<Locator> => {
    const panel = page.locator('c-account-intelligence').first();
    await panel.locator('.sections').waitFor();
    const lines = panel.locator('c-intelligence-section > h3 .toggle');
    const open = panel.locator('c-intelligence-section > h3 .toggle[aria-expanded="true"]');
    await open.first().click();
    for (const part of parts) {
      await lines.filter({ hasText: part }).click();
    }
    // Away from the last line, so that no focus ring is in the picture.
    await page.mouse.click(1, 1);
    await panel.scrollIntoViewIfNeeded();
    return panel;
  };

const visible = (locator: Locator): Promise<void> => locator.first().waitFor();

try {
  await picture('opportunity-desktop', deal, {});
  await picture('opportunity-desktop-slds2', deal, { slds: 2 });
  await picture('opportunity-phone', deal, { formFactor: 'Small' });
  await picture('opportunity-phone-slds2', deal, { formFactor: 'Small', slds: 2 });
  await picture('job-aid-desktop', deal, { height: 1200 }, openFirst);
  await picture('job-aid-phone', deal, { formFactor: 'Small' }, async (session) => {
    await openFirst(session);
    await session.panel.scrollIntoViewIfNeeded();
  });
  await picture('field-tip', deal, { width: 1100, height: 760 }, async ({ fields }) => {
    await fields.getByRole('button', { name: /^About Close Date/ }).click();
    await visible(fields.locator('.bubble:visible'));
  });
  await picture('editing', deal, { height: 860 }, async ({ fields }) => {
    await fields.getByRole('button', { name: 'Edit', exact: true }).click();
    const date = fields.getByRole('group', { name: 'Close Date' }).getByRole('textbox').first();
    await date.fill('1/15/2020');
    await date.press('Tab');
    await visible(fields.locator('.help.slds-form-element__help'));
  });
  await picture('home', '/lightning/page/home', {});
  await picture('account-desktop', account, { height: 1300 });
  await picture('account-intelligence', account, { height: 2400 }, async (session) => {
    const panel = await intelligence('Buying committee', 'Engagement', 'Commitments')(session);
    await panel.locator('.missing button').first().click();
    await session.page.mouse.click(1, 1);
    return panel;
  });
  await picture(
    'account-intelligence-phone',
    account,
    { formFactor: 'Small', height: 2400 },
    async (session) => intelligence('Signals', 'Timing', 'What we know')(session)
  );
  await agreementPicture('agreement-targets', 'manager', 'Target list', { height: 1000 });
  await agreementPicture('agreement-targets-phone', 'manager', 'Target list', { formFactor: 'Small' });
  await agreementPicture(
    'agreement-definitions',
    'marketing',
    'Definitions',
    { height: 1080 },
    async ({ page }) => {
      await page.getByRole('button', { name: 'Continue the draft of version 3' }).click();
      await page.getByRole('button', { name: 'See who would qualify' }).click();
      await visible(page.locator('c-rule-preview .counted'));
    }
  );
  await agreementPicture('agreement-levels', 'finance', 'Service levels', { height: 1000 });
  await agreementPicture('agreement-review', 'manager', 'Weekly review', { height: 1000 });
  await agreementPicture('agreement-kpis', 'manager', 'KPIs', { height: 1150 });
} finally {
  await product.close();
}
