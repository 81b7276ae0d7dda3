import { parseArgs } from 'node:util';

import { launchBrowser } from './browser.ts';

const USAGE = `Usage: node e2e/lib/screenshot.ts <url> <out.png> [--width 1440] [--height 900] [--full]
       [--cookie name=value]… [--wait "css selector"] [--scale 1]`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    width: { type: 'string', default: '1440' },
    height: { type: 'string', default: '900' },
    scale: { type: 'string', default: '1' },
    full: { type: 'boolean', default: false },
    cookie: { type: 'string', multiple: true, default: [] },
    wait: { type: 'string' }
  }
});
const [url, path] = positionals;
if (!url || !path) {
  console.error(USAGE);
  process.exit(2);
}

const browser = await launchBrowser();
try {
  const context = await browser.newContext({
    viewport: { width: Number(values.width), height: Number(values.height) },
    deviceScaleFactor: Number(values.scale)
  });
  for (const cookie of values.cookie) {
    const [name, value] = cookie.split('=');
    await context.addCookies([{ name, value, url }]);
  }
  const page = await context.newPage();
  page.on('console', (message) => console.log(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => console.log(`pageerror: ${error.stack ?? error.message}`));
  await page.goto(url, { waitUntil: 'networkidle', timeout: 60_000 });
  if (values.wait) {
    await page.locator(values.wait).first().waitFor({ timeout: 20_000 });
  }
  await page.screenshot({ path, fullPage: values.full });
} finally {
  await browser.close();
}
