import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { startServer, type RunningServer } from '../local-org/server.ts';
import { testOrg, type TestOrg } from '../local-org/testing.ts';
import { startPreview, type PreviewAccount, type RunningPreview } from './server.ts';
import { SMALL_PROJECT, sourceFixture } from './testing.ts';

const project = sourceFixture({
  ...SMALL_PROJECT,
  'lwc/broken/broken.ts':
    "import { LightningElement } from 'lwc';\nexport default class Broken extends LightningElement {\n",
  'tabs/Broken.tab-meta.xml':
    '<CustomTab><label>Broken</label><lwcComponent>broken</lwcComponent></CustomTab>'
});

let testing: TestOrg;
let org: RunningServer;
let preview: RunningPreview;
let accounts: PreviewAccount[];
const reported: string[] = [];

const logger = {
  hasWarned: false,
  info: () => {},
  warn: () => {},
  warnOnce: () => {},
  error: (message: string) => reported.push(message),
  clearScreen: () => {},
  hasErrorLogged: () => false
};

async function get(
  path: string,
  headers: Record<string, string> = {}
): Promise<{ status: number; text: string; headers: Headers }> {
  const response = await fetch(preview.url + path, { headers, redirect: 'manual' });
  return { status: response.status, text: await response.text(), headers: response.headers };
}

describe('the preview', () => {
  before(async () => {
    testing = testOrg();
    org = await startServer(testing.org, { port: 0 });
    accounts = ['manager', 'rep'].map((persona) => ({
      persona,
      username: `${persona}@test.example`,
      name: `Test ${persona}`,
      accessToken: testing.token(persona)
    }));
    preview = await startPreview({
      port: 0,
      orgUrl: org.url,
      users: accounts,
      sourceDir: project.folder,
      logger
    });
  });

  after(async () => {
    await preview?.close();
    await org?.close();
    testing?.close();
    project.remove();
  });

  it('begins at the home page', async () => {
    const { status, headers } = await get('/');
    assert.deepEqual([status, headers.get('location')], [302, '/lightning/page/home']);
  });

  it('tells the page who looks and what there is, and never a token', async () => {
    const { status, text } = await get('/lightning/r/Account/001000000000001AAA/view');
    assert.equal(status, 200);
    const settings = JSON.parse(/caddiePreview = (\{.*\});/.exec(text)?.[1] ?? '{}');
    assert.deepEqual(settings.user, {
      id: testing.userId('rep'),
      name: 'Test rep',
      username: 'rep@test.example',
      persona: 'rep'
    });
    assert.deepEqual(
      settings.people.map(({ persona }: { persona: string }) => persona),
      ['manager', 'rep']
    );
    assert.equal(settings.site.app.label, 'Some App');
    for (const { accessToken } of accounts) {
      assert.equal(text.includes(accessToken), false);
    }
  });

  it('takes the view from cookies', async () => {
    const { text } = await get('/lightning/page/home', {
      Cookie: 'caddie-slds=2; caddie-dir=rtl; caddie-persona=manager'
    });
    assert.match(text, /<html lang="en" dir="rtl"/);
    assert.match(text, /href="\/@caddie\/slds\/2\/css\/bundled\/slds2\.cosmos\.css"/);
    assert.match(text, /"name":"Test manager"/);
  });

  it('asks the org as the user that is looked as', async () => {
    const asked = await get('/services/oauth2/userinfo', { Cookie: 'caddie-persona=manager' });
    assert.equal(JSON.parse(asked.text).preferred_username, 'manager@test.example');
    const otherwise = await get('/services/oauth2/userinfo');
    assert.equal(JSON.parse(otherwise.text).preferred_username, 'rep@test.example');
  });

  it('keeps other sites away from the org', async () => {
    assert.equal(
      (await get('/services/oauth2/userinfo', { Origin: 'https://elsewhere.example' })).status,
      403
    );
    assert.equal((await get('/services/oauth2/userinfo', { 'Sec-Fetch-Site': 'cross-site' })).status, 403);
    assert.equal((await get('/services/oauth2/userinfo', { Origin: preview.url })).status, 200);
  });

  it('serves components compiled, with labels, fields and the engine in their places', async () => {
    const { status, text, headers } = await get('/@caddie/components/greeting.js');
    assert.equal(status, 200);
    assert.equal(headers.get('content-type'), 'text/javascript; charset=utf-8');
    assert.match(text, /"Good morning"/);
    assert.match(text, /"fieldApiName": "Name"/);
    assert.match(text, /globalThis\.caddiePreview\.user\.id/);
    assert.match(text, /from ?"\/@caddie\/bundles\/base-[0-9a-f]{16}\/base\.js"/);
    assert.doesNotMatch(text, /: number|declare /);
    assert.equal((await get('/@caddie/components/greeting.js.map')).status, 200);
  });

  it('says in the place of a component why it does not compile, and reports it', async () => {
    const { status, text } = await get('/@caddie/components/broken.js');
    assert.equal(status, 200);
    assert.match(text, /^throw new Error\(".*broken\.ts: Unexpected token \(3:0\)/);
    assert.match(reported.join('\n'), /broken does not compile:\n.*broken\.ts/);
  });

  it('serves the base components and the shell for good, and styles with their images', async () => {
    const { text } = await get('/lightning/page/home');
    const urls = [...text.matchAll(/modulepreload" href="([^"]+)"/g)].map(([, url]) => url);
    assert.equal(urls.length, 2);
    for (const url of urls) {
      const { status, headers } = await get(url);
      assert.deepEqual([status, headers.get('cache-control')], [200, 'public, max-age=31536000, immutable']);
    }
    const image = await get('/@caddie/slds/1/images/themes/oneSalesforce/banner-brand-default.png');
    assert.equal(image.headers.get('content-type'), 'image/png');
  });

  it('gives nothing from outside of its folders', async () => {
    assert.equal((await get('/@caddie/slds/1/%2e%2e/%2e%2e/package.json')).status, 404);
    assert.equal((await get('/@caddie/components/absent.js')).status, 404);
    assert.equal((await get('/lightning/%')).status, 500);
  });

  it('says what to do when the org is gone', async () => {
    const lonely = await startPreview({
      port: 0,
      orgUrl: 'http://127.0.0.1:9',
      users: accounts,
      sourceDir: project.folder,
      logger
    });
    const response = await fetch(`${lonely.url}/lightning/page/home`);
    assert.equal(response.status, 502);
    assert.match(
      await response.text(),
      /The org at http:\/\/127\.0\.0\.1:9 does not answer .*Start it, then load this page again\./
    );
    await lonely.close();
  });

  it('refuses to start without anyone to look as', async () => {
    await assert.rejects(startPreview({ port: 0, orgUrl: org.url, users: [], sourceDir: project.folder }), {
      message: 'The preview needs at least one user of the org to look as.'
    });
  });
});
