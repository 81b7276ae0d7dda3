import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { chromium, type Browser, type LaunchOptions } from 'playwright-core';

import { bundledChromium } from './bundled-chromium.ts';

const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'];
const START_TIMEOUT_MS = 30_000;
const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const HOW_TO_GET_ONE = [
  'No browser was found for the browser tests. Any one of these helps:',
  '  - set CHROME_PATH to the program file of a Chromium or Chrome',
  '  - on Linux x64, run `npm ci` without --omit=optional: it brings @sparticuz/chromium',
  '  - install Chromium or Google Chrome',
  'To go on without the browser tests, set CADDIE_SKIP_BROWSER=1.'
].join('\n');

/** Why browser tests are left out, for the `skip` option of a test; false when they run. */
export function browserSkipReason(env: NodeJS.ProcessEnv = process.env): string | false {
  return env.CADDIE_SKIP_BROWSER === '1' ? 'CADDIE_SKIP_BROWSER=1' : false;
}

function installedBrowser(path = process.env.PATH ?? ''): string | undefined {
  const candidates = path.split(delimiter).flatMap((folder) => COMMANDS.map((name) => join(folder, name)));
  return [chromium.executablePath(), ...candidates].find((file) => file !== '' && existsSync(file));
}

/**
 * How to start a browser here: CHROME_PATH, the Chromium that npm installed, an installed Chromium or Chrome,
 * and at last Playwright's own search for Chrome.
 * @throws Error when CHROME_PATH names no file.
 */
export function browserOptions(env: NodeJS.ProcessEnv = process.env): LaunchOptions {
  if (env.CHROME_PATH) {
    if (!existsSync(env.CHROME_PATH)) {
      throw new Error(`CHROME_PATH is ${env.CHROME_PATH}, and there is no such file. Correct or unset it.`);
    }
    return { executablePath: env.CHROME_PATH };
  }
  const bundled = bundledChromium();
  if (bundled) {
    const inherited = Object.entries(env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined
    );
    return {
      executablePath: bundled.executablePath,
      env: { ...Object.fromEntries(inherited), ...bundled.env }
    };
  }
  const installed = installedBrowser(env.PATH);
  return installed ? { executablePath: installed } : { channel: 'chrome' };
}

/**
 * Starts a headless browser. The caller closes it.
 * @throws Error that says how to get a browser, with the reason of the failure as its cause.
 */
export async function launchBrowser(): Promise<Browser> {
  const options = browserOptions();
  try {
    return await chromium.launch({ ...options, headless: true, args: ARGS, timeout: START_TIMEOUT_MS });
  } catch (cause) {
    if (options.executablePath) {
      throw new Error(`${options.executablePath} did not start. Set CHROME_PATH to another Chromium.`, {
        cause
      });
    }
    throw new Error(HOW_TO_GET_ONE, { cause });
  }
}
