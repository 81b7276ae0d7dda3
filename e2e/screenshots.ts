/** Takes the pictures of README and guides: `npm run screenshots`. Look at them before you commit them. */
import { mkdirSync } from 'node:fs';
import type { Locator } from 'playwright-core';

import { idsOf, startProduct, type Look, type Session } from './lib/product.ts';

const FOLDER = 'docs/images';

/** What the preview shows around the product, and a picture of the product does not need. */
const HIDE_PREVIEW_BAR = 'section[aria-label="Preview"] { display: none !important; }';

mkdirSync(FOLDER, { recursive: true });
const product = await startProduct();
const [id] = await idsOf(
  product.as('rep'),
  "SELECT Id FROM Opportunity WHERE StageName = 'Proposal/Price Quote' ORDER BY Amount DESC LIMIT 1"
);
const deal = `/lightning/r/Opportunity/${id}/view`;

async function picture(
  name: string,
  path: string,
  look: Look,
  prepare?: (session: Session) => Promise<void>
): Promise<void> {
  const session = await product.session('rep', look);
  await session.visit(path);
  await session.page.addStyleTag({ content: HIDE_PREVIEW_BAR });
  await session.page.waitForLoadState('networkidle');
  await prepare?.(session);
  await session.page.screenshot({ path: `${FOLDER}/${name}.png` });
  await session.context.close();
}

const openFirst = async ({ panel }: Session): Promise<void> => {
  await panel.locator('c-guidance-card .open').first().click();
  await panel.getByText('Did this help?').waitFor();
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
} finally {
  await product.close();
}
