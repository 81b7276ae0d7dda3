import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import type { Connection } from 'jsforce';
import jsforce from 'jsforce';

import { API_VERSION } from '../../scripts/lib/connection.ts';
import { serveLocalOrg, type ServedOrg } from '../../scripts/lib/local-org.ts';
import { silentProgress } from '../../scripts/lib/progress.ts';
import { startPreview } from '../../scripts/preview/server.ts';
import { fillOrg } from '../../scripts/start/fill-org.ts';
import { launchBrowser } from './browser.ts';

/** The day for which the sample data is made fresh. */
const TODAY = new Date().toISOString().slice(0, 10);

export interface Look {
  formFactor?: 'Large' | 'Small';
  slds?: 1 | 2;
  dir?: 'ltr' | 'rtl';
  width?: number;
  height?: number;
}

/** One person's browser, with what it complained about. */
export interface Session {
  page: Page;
  context: BrowserContext;
  /** Errors of the console and of scripts, as they came. */
  errors: string[];
  /** Goes to a path and waits until guidance has an answer. */
  visit(path: string): Promise<void>;
  panel: Locator;
  fields: Locator;
}

export interface Product {
  url: string;
  org: ServedOrg;
  browser: Browser;
  /** REST as a persona. */
  as(persona: string): Connection;
  /** A browser of their own for a persona. */
  session(persona: string, look?: Look): Promise<Session>;
  close(): Promise<void>;
}

/**
 * Everything that `npm start` starts, in memory and on free ports, and a browser to look at it. With a secret, the org
 * can be made to fail.
 */
export async function startProduct(options: { faultSecret?: string } = {}): Promise<Product> {
  const org = await serveLocalOrg({
    port: 0,
    sourceDir: 'force-app',
    users: 'config/local-org-users.json',
    ...options
  });
  const as = (persona: string): Connection =>
    new jsforce.Connection({
      instanceUrl: org.instanceUrl,
      accessToken: org.users.find((user) => user.persona === persona)!.accessToken,
      version: API_VERSION
    });
  const problems = await fillOrg({
    connectAs: as,
    userIds: new Map(org.users.map(({ persona, id }) => [persona, id])),
    isNew: true,
    today: TODAY,
    progress: silentProgress
  });
  if (problems.length > 0) {
    throw new Error(`Content does not fit: ${JSON.stringify(problems[0])}`);
  }
  const preview = await startPreview({
    port: 0,
    orgUrl: org.instanceUrl,
    users: org.users.filter(({ usesPages }) => usesPages),
    sourceDir: 'force-app',
    watch: false
  });
  const browser = await launchBrowser();
  return {
    url: preview.url,
    org,
    browser,
    as,
    session: (persona, look) => openSession(browser, preview.url, persona, look),
    async close() {
      await browser.close();
      await preview.close();
      await org.close();
    }
  };
}

async function openSession(
  browser: Browser,
  url: string,
  persona: string,
  look: Look = {}
): Promise<Session> {
  const isPhone = look.formFactor === 'Small';
  const context = await browser.newContext({
    viewport: { width: look.width ?? (isPhone ? 390 : 1440), height: look.height ?? (isPhone ? 844 : 900) },
    hasTouch: isPhone,
    reducedMotion: 'reduce'
  });
  const cookies = {
    'caddie-persona': persona,
    'caddie-form-factor': look.formFactor ?? 'Large',
    'caddie-slds': String(look.slds ?? 1),
    'caddie-dir': look.dir ?? 'ltr'
  };
  await context.addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url })));
  const page = await context.newPage();
  // Only a failure waits so long: a busy machine needs it to load the base components for the first time.
  page.setDefaultTimeout(45_000);
  const errors: string[] = [];
  page.on('console', (message) => {
    // What failed to load is told below, with its answer.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      errors.push(message.text());
    }
  });
  page.on('response', async (response) => {
    if (response.status() >= 400) {
      const text = await response.text().catch(() => '');
      if (!isRefusedTwin(text)) {
        errors.push(`${response.status()} ${response.request().method()} ${response.url()}: ${text}`);
      }
    }
  });
  page.on('pageerror', (error) => errors.push(error.message));
  const panel = page.locator('c-guidance-panel').first();
  return {
    page,
    context,
    errors,
    panel,
    fields: page.locator('c-guided-fields').first(),
    async visit(path) {
      await page.goto(url + path);
      await page.locator('c-guidance-panel .for, c-my-guidance h3').first().waitFor();
    }
  };
}

/**
 * A page that is left while it sends a batch never hears the answer. The next page sends the batch again, and the org
 * refuses the second copy by its key: that is how nothing is lost and nothing counts twice.
 */
function isRefusedTwin(answer: string): boolean {
  return answer.includes('duplicate value found: Batch_Key__c');
}

/** The Ids of what a query finds, in its order. */
export async function idsOf(connection: Connection, soql: string): Promise<string[]> {
  const { records } = await connection.query<{ Id: string }>(soql);
  return records.map(({ Id }) => Id);
}
