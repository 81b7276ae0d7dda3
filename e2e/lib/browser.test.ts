import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import type { Browser } from 'playwright-core';

import { checkAccessibility } from './axe.ts';
import { browserOptions, browserSkipReason, launchBrowser } from './browser.ts';

describe('the choice of a browser', () => {
  it('takes CHROME_PATH first', () => {
    assert.deepEqual(browserOptions({ CHROME_PATH: process.execPath }), { executablePath: process.execPath });
  });

  it('refuses a CHROME_PATH that names no file', () => {
    assert.throws(() => browserOptions({ CHROME_PATH: '/no/such/chrome' }), {
      message: 'CHROME_PATH is /no/such/chrome, and there is no such file. Correct or unset it.'
    });
  });

  it('is skipped only when CADDIE_SKIP_BROWSER is 1', () => {
    assert.equal(browserSkipReason({ CADDIE_SKIP_BROWSER: '1' }), 'CADDIE_SKIP_BROWSER=1');
    assert.equal(browserSkipReason({ CADDIE_SKIP_BROWSER: '0' }), false);
    assert.equal(browserSkipReason({}), false);
  });
});

describe('the browser', { skip: browserSkipReason() }, () => {
  let browser: Browser;

  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser?.close());

  it('draws text with a font, not with empty boxes', async () => {
    const page = await browser.newPage();
    await page.setContent('<span id="narrow">iiiiiiii</span><br><span id="wide">WWWWWWWW</span>');
    const narrow = await page.locator('#narrow').boundingBox();
    const wide = await page.locator('#wide').boundingBox();
    assert.ok(narrow && wide && narrow.width > 0 && wide.width > narrow.width * 2);
    await page.close();
  });

  it('measures contrast, and only in the part asked for', async () => {
    const page = await browser.newPage();
    await page.setContent(`<!doctype html><html lang="en"><title>Page</title><body><main>
      <p id="faint" style="color:#ccc;background:#fff">Hardly readable</p>
      <p id="plain" style="color:#000;background:#fff">Readable</p></main></body></html>`);
    const rules = (await checkAccessibility(page)).map(({ rule, target }) => ({ rule, target }));
    assert.deepEqual(rules, [{ rule: 'color-contrast', target: '#faint' }]);
    assert.deepEqual(await checkAccessibility(page, '#plain'), []);
    await page.close();
  });
});
