/** Account intelligence on account and deal pages, as each persona, in a browser, against the local org. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import type { Locator } from 'playwright-core';

import { checkAccessibility } from './lib/axe.ts';
import { browserSkipReason } from './lib/browser.ts';
import { make, makeMany, seedHuge, seedPatterns, seedScene, type Scene } from './lib/intelligence-scene.ts';
import { startProduct, type Look, type Product, type Session } from './lib/product.ts';

const FAULT_SECRET = 'only for this test of the browser';

let product: Product;
let scene: Scene;
let rep: Session;

interface Opened {
  panel: Locator;
  /** The names of the queries that the panel sent, sorted. */
  requests: string[];
}

const onAccount = (id: string): string => `/lightning/r/Account/${id}/view`;
const onDeal = (id: string): string => `/lightning/r/Opportunity/${id}/view`;

/** Opens a page and waits until the panel has an answer. */
async function open({ page }: Session, path: string): Promise<Opened> {
  const requests: string[] = [];
  const note = (data: string | null): void => {
    const name = /query (\w+)\(/.exec(data ?? '')?.[1];
    if (name && name !== 'guidance') {
      requests.push(name);
    }
  };
  page.on('request', (request) => note(request.postData()));
  await page.goto(product.url + path);
  const panel = page.locator('c-account-intelligence').first();
  await panel.locator('.sections, .failed, .denied').first().waitFor();
  await page.waitForLoadState('networkidle');
  return { panel, requests: requests.sort() };
}

const section = (panel: Locator, name: string): Locator =>
  panel.locator(`c-intelligence-section[data-name="${name}"]`);

/** Unfolds a part, unless it is open, and answers it. */
async function unfold(panel: Locator, name: string): Promise<Locator> {
  const part = section(panel, name);
  const line = part.locator('.toggle');
  if ((await line.getAttribute('aria-expanded')) === 'false') {
    await line.click();
  }
  return part;
}

const texts = async (found: Locator): Promise<string[]> =>
  (await found.allTextContents()).map((text) => text.replace(/\s+/g, ' ').trim());

const lines = async (panel: Locator): Promise<string[]> => {
  const labels = await texts(panel.locator('c-intelligence-section .label'));
  const summaries = await texts(panel.locator('c-intelligence-section .summary'));
  return labels.map((label, index) => `${label}: ${summaries[index]}`);
};

/** What people outside the browser would read of a record. */
async function readOne(persona: string, soql: string): Promise<Record<string, unknown>> {
  const { records } = await product.as(persona).query<Record<string, unknown>>(soql);
  assert.equal(records.length, 1, soql);
  return records[0]!;
}

async function fail(path: string, count: number): Promise<void> {
  const answer = await fetch(`${product.org.instanceUrl}/__fault`, {
    method: 'POST',
    headers: { 'X-Fault-Secret': FAULT_SECRET, 'Content-Type': 'application/json' },
    body: JSON.stringify({ kind: 'status', status: 503, path, count })
  });
  assert.ok(answer.ok, await answer.text());
}

describe('account intelligence', { skip: browserSkipReason() }, () => {
  before(async () => {
    product = await startProduct({ faultSecret: FAULT_SECRET });
    scene = await seedScene(product);
    await seedPatterns(product.as('integration'));
    rep = await product.session('rep');
  });

  after(async () => {
    await product?.close();
  });

  test('a deal: the answer first, what is urgent open, the rest one line each, in two requests', async () => {
    const { panel, requests } = await open(rep, onDeal(scene.deal));
    assert.deepEqual(requests, ['accountFacts', 'dealPlace']);
    assert.deepEqual(await texts(panel.locator('h2 .answer')), ['Tier 1', 'Engaged', '2 things due']);
    const shown = await lines(panel);
    assert.match(shown[4]!, /^Timing: next \w{3} \d+$/);
    assert.deepEqual(shown.toSpliced(4, 1), [
      'Standing: signed, list 4',
      'Signals: 2 fresh, 1 strong',
      'Buying committee: 1 of 3 roles filled',
      'Engagement: 20 touches in 13 weeks',
      'Commitments: 2 open, 1 late',
      'What we know: 3 notes',
      'Fit: not written down'
    ]);
    const isOpen = await panel
      .locator('c-intelligence-section .toggle[aria-expanded="true"] .label')
      .allTextContents();
    assert.deepEqual(isOpen, ['Commitments']);
  });

  test('an account: the same, without the fit of a deal', async () => {
    const { panel, requests } = await open(rep, onAccount(scene.account));
    assert.deepEqual(requests, ['accountFacts', 'accountPlace']);
    const names = await texts(panel.locator('c-intelligence-section .label'));
    assert.equal(names.length, 7);
    assert.ok(!names.includes('Fit'));
  });

  /** What each reads on both pages. When the next thing comes depends on the day, so Timing is left to the first test. */
  const FOR_A_SELLER = [
    'Standing: signed, list 4',
    'Signals: 2 fresh, 1 strong',
    'Buying committee: 1 of 3 roles filled',
    'Engagement: 20 touches in 13 weeks',
    'Commitments: 2 open, 1 late'
  ];
  for (const [persona, answer, parts] of [
    ['rep', ['Tier 1', 'Engaged', '2 things due'], [...FOR_A_SELLER, 'What we know: 3 notes']],
    ['rep2', ['Tier 1', 'Engaged', '2 things due'], [...FOR_A_SELLER, 'What we know: 2 notes']],
    ['manager', ['Tier 1', 'Engaged', '2 things due'], [...FOR_A_SELLER, 'What we know: 2 notes']],
    ['marketing', ['Tier 1', 'Engaged', '2 things due'], [...FOR_A_SELLER, 'What we know: 2 notes']],
    ['finance', ['Tier 1', 'Engaged'], ['Standing: signed, list 4', 'Buying committee: 1 of 4 roles filled']]
  ] as const) {
    test(`${persona} reads the same on the account and on its deal`, async () => {
      const session = await product.session(persona);
      for (const path of [onAccount(scene.account), onDeal(scene.deal)]) {
        const { panel } = await open(session, path);
        assert.deepEqual(await texts(panel.locator('h2 .answer')), answer, path);
        const shown = await lines(panel);
        assert.deepEqual(
          shown.filter((line) => !/^(Timing|Fit): /.test(line)),
          parts,
          path
        );
      }
      assert.deepEqual(session.errors, []);
      await session.context.close();
    });
  }

  test('every number says how it was worked out', async () => {
    const { panel } = await open(rep, onDeal(scene.deal));
    const standing = await unfold(panel, 'standing');
    await standing.getByRole('button', { name: 'Tier 1' }).click();
    const why = standing.getByRole('group', { name: 'How this is worked out' });
    assert.match(
      await why.innerText(),
      /It holds when sales and marketing have both signed\..*Eleven plants/s
    );
    assert.match(
      (await why.getByRole('link').getAttribute('href'))!,
      /^\/lightning\/r\/Target_Account__c\/\w{18}\/view$/
    );
    const committee = await unfold(panel, 'committee');
    await committee
      .getByRole('button', { name: 'No economic buyer yet: 82 of 96 won deals had one' })
      .click();
    await committee.getByText('82 of 96 won deals', { exact: true }).waitFor();
  });

  test('what a rep may not see is absent: a private note, for colleague, manager and marketing alike', async () => {
    const secret = 'Nadia prefers a call before seven';
    const { panel } = await open(rep, onAccount(scene.account));
    const mine = await unfold(panel, 'insights');
    await mine.getByText(secret).waitFor();
    for (const persona of ['rep2', 'manager', 'marketing']) {
      const session = await product.session(persona);
      const { panel: theirs } = await open(session, onAccount(scene.account));
      const part = await unfold(theirs, 'insights');
      assert.equal(await part.locator('.summary').textContent(), '2 notes', persona);
      assert.equal(await part.getByText(secret).count(), 0, persona);
      assert.deepEqual(session.errors, [], persona);
      await session.context.close();
    }
  });

  test('who may read the agreement only has the standing, and no trace of the rest', async () => {
    const session = await product.session('finance');
    const { panel } = await open(session, onAccount(scene.account));
    const names = await texts(panel.locator('c-intelligence-section .label'));
    assert.ok(names.includes('Standing'));
    for (const hidden of ['Signals', 'Commitments', 'What we know', 'Engagement', 'Timing']) {
      assert.ok(!names.includes(hidden), hidden);
    }
    assert.deepEqual(session.errors, []);
    await session.context.close();
  });

  test('a signal that is not useful goes away, stays away, and its reason reaches whoever sent it', async () => {
    const { panel } = await open(rep, onAccount(scene.account));
    const signals = await unfold(panel, 'signals');
    assert.equal(await signals.getByText('Visited the price page').count(), 0, 'expired');
    await signals.getByRole('button', { name: /^Not useful: Two people asked/ }).click();
    await signals.getByText('Jonas Weber will read it.').waitFor();
    await signals.getByLabel('What was wrong with it?').fill('They were students.');
    await signals.getByRole('button', { name: 'Send', exact: true }).click();
    await signals.locator('.summary', { hasText: '1 fresh, 1 strong' }).waitFor();
    const { panel: again } = await open(rep, onAccount(scene.account));
    assert.equal(await section(again, 'signals').locator('.summary').textContent(), '1 fresh, 1 strong');
    const kept = await readOne(
      'marketing',
      `SELECT Not_Useful_Reason__c, Not_Useful_By__r.Name FROM Account_Signal__c WHERE Account__c = '${scene.account}' AND Not_Useful_At__c != null`
    );
    assert.equal(kept.Not_Useful_Reason__c, 'They were students.');
    assert.equal((kept.Not_Useful_By__r as { Name: string }).Name, 'Robin Vega');
  });

  test('a missing role is filled in place', async () => {
    const { panel } = await open(rep, onDeal(scene.deal));
    const committee = await unfold(panel, 'committee');
    await committee.getByRole('button', { name: 'Add: Economic Buyer' }).click();
    await committee.getByRole('combobox', { name: 'Who?' }).click();
    await committee.getByRole('option', { name: /^Ivo Brandt/ }).click();
    await committee.getByRole('button', { name: 'Save', exact: true }).click();
    await committee.getByText('2 of 3 roles filled').first().waitFor();
    const kept = await readOne(
      'rep',
      `SELECT Contact.Name FROM OpportunityContactRole WHERE OpportunityId = '${scene.deal}' AND Role = 'Economic Buyer'`
    );
    assert.equal((kept.Contact as { Name: string }).Name, 'Ivo Brandt');
  });

  test('marketing accepts what it owes, and refuses only with a reason', async () => {
    const session = await product.session('marketing');
    const { panel } = await open(session, onAccount(scene.account));
    const commitments = await unfold(panel, 'commitments');
    await commitments.getByRole('button', { name: 'Accept: Invite the plant managers to the tour' }).click();
    await commitments.getByText('Jonas Weber · accepted').waitFor();
    await commitments.getByRole('button', { name: 'Refuse: Invite the plant managers to the tour' }).click();
    const refuse = commitments.getByRole('button', { name: 'Refuse', exact: true });
    assert.equal(await refuse.last().isDisabled(), true);
    await commitments.getByLabel('Why not?').fill('The tour is full until May.');
    await refuse.last().click();
    await commitments.locator('.summary', { hasText: '1 open' }).waitFor();
    const kept = await readOne(
      'rep',
      `SELECT Status__c, Refusal_Reason__c FROM Commitment__c WHERE Account__c = '${scene.account}' AND Status__c = 'Refused'`
    );
    assert.equal(kept.Refusal_Reason__c, 'The tour is full until May.');
    assert.deepEqual(session.errors, []);
    await session.context.close();
  });

  test('what sales owes is handed over, and done with one click', async () => {
    const { panel } = await open(rep, onAccount(scene.account));
    const commitments = await unfold(panel, 'commitments');
    await commitments.getByRole('button', { name: 'Hand over: Call about the spring audit' }).click();
    await commitments.getByRole('combobox', { name: 'Hand over to' }).click();
    await commitments.getByRole('combobox', { name: 'Hand over to' }).pressSequentially('Sam');
    await commitments.getByText('Sam Okafor', { exact: true }).click();
    await commitments.getByRole('button', { name: 'Hand over', exact: true }).last().click();
    await commitments.getByText('Sam Okafor · handed over by Robin Vega').waitFor();

    const session = await product.session('rep2');
    const { panel: theirs } = await open(session, onAccount(scene.account));
    const mine = await unfold(theirs, 'commitments');
    await mine.getByRole('button', { name: 'Done: Call about the spring audit' }).click();
    await mine.locator('.summary', { hasText: 'nothing open' }).waitFor();
    assert.deepEqual(await texts(theirs.locator('h2 .answer')), ['Tier 1', 'Engaged', 'nothing due']);
    const kept = await readOne(
      'marketing',
      `SELECT Status__c, Responsible__r.Name, Handed_Over_From__r.Name FROM Commitment__c WHERE Account__c = '${scene.account}' AND Owed_By__c = 'Sales'`
    );
    assert.equal(kept.Status__c, 'Met');
    assert.equal((kept.Responsible__r as { Name: string }).Name, 'Sam Okafor');
    await session.context.close();
  });

  test('a colleague’s note helps, and its author sees whom', async () => {
    const { panel } = await open(rep, onDeal(scene.deal));
    const insights = await unfold(panel, 'insights');
    await insights.getByRole('button', { name: 'This helped me: tell Sam Okafor' }).click();
    await insights.getByLabel('What did it help with? (optional)').fill('I wrote to all four.');
    await insights.getByRole('button', { name: 'Send', exact: true }).click();
    await insights.getByText('Helped 1 colleague').waitFor();
    assert.equal(await insights.getByRole('button', { name: /tell Sam Okafor$/ }).count(), 0);

    const author = await product.session('rep2');
    const { panel: theirs } = await open(author, onAccount(scene.account));
    const mine = await unfold(theirs, 'insights');
    await mine.getByRole('button', { name: 'Helped 1 colleague' }).click();
    await mine.getByText('Robin Vega: I wrote to all four.').waitFor();
    await author.context.close();
  });

  test('a note is written under one’s own name, and changed by nobody else', async () => {
    const { panel } = await open(rep, onAccount(scene.account));
    const insights = await unfold(panel, 'insights');
    await insights.getByRole('button', { name: 'Write what you know' }).click();
    await insights.getByLabel('What would help the next person?').fill('Budgets are made in June.');
    await insights.getByRole('button', { name: 'Save', exact: true }).click();
    await insights.getByText('Budgets are made in June.').waitFor();
    const session = await product.session('rep2');
    const { panel: theirs } = await open(session, onAccount(scene.account));
    const note = (await unfold(theirs, 'insights')).locator('.item', {
      hasText: 'Budgets are made in June.'
    });
    assert.match((await note.locator('.credit').textContent())!, /^Robin Vega, .* · account team$/);
    assert.equal(await note.getByRole('button', { name: /^Edit/ }).count(), 0);
    await session.context.close();
  });

  test('the fit of a deal is saved in place, and a referral is honoured', async () => {
    const { panel } = await open(rep, onDeal(scene.deal));
    const fit = await unfold(panel, 'fit');
    await fit.getByRole('button', { name: 'Write it down' }).click();
    await fit.getByLabel("The problem, in the customer's words").fill('We lose a truck a month.');
    await fit.getByText('The right solution is elsewhere').click();
    await fit.getByLabel('Referred to').fill('Coldline');
    await fit.getByRole('button', { name: 'Save', exact: true }).click();
    await fit.getByText('The right solution is elsewhere: referred to Coldline. Well judged.').waitFor();
    const kept = await readOne(
      'manager',
      `SELECT Customer_Problem__c, Solved_Elsewhere__c, Referred_To__c FROM Opportunity WHERE Id = '${scene.deal}'`
    );
    assert.deepEqual(
      [kept.Customer_Problem__c, kept.Solved_Elsewhere__c, kept.Referred_To__c],
      ['We lose a truck a month.', true, 'Coldline']
    );
  });

  test('an account on which nothing is agreed says so, and takes what one knows', async () => {
    const { panel } = await open(rep, onAccount(scene.empty));
    await panel.getByText('Nothing agreed on this account yet.').waitFor();
    await panel.getByRole('button', { name: 'Write what you know' }).waitFor();
    assert.equal(await panel.locator('h2').innerText(), 'Account intelligence');
  });

  test('a dead feed shows nothing stale', async () => {
    const id = await make(product.as('rep'), 'Account', { Name: 'Stale Feeds' });
    const past = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();
    await makeMany(
      product.as('integration'),
      'Account_Signal__c',
      [60, 90].map((days) => ({
        Account__c: id,
        External_Id__c: `stale:${days}`,
        What_Happened__c: 'Visited the price page',
        Strength__c: 'Strong',
        Occurred_At__c: past(days),
        Expires_At__c: past(days - 14)
      }))
    );
    const { panel } = await open(rep, onAccount(id));
    assert.equal(await section(panel, 'signals').locator('.summary').textContent(), 'nothing fresh');
    assert.equal(await panel.getByText('Visited the price page').count(), 0);
  });

  test('a huge account takes two requests, and says of how many it shows some', async () => {
    const huge = await seedHuge(product);
    const { panel, requests } = await open(rep, onAccount(huge));
    assert.deepEqual(requests, ['accountFacts', 'accountPlace']);
    const signals = await unfold(panel, 'signals');
    assert.equal(await signals.locator('.cap').textContent(), 'The newest 50 of 312.');
    assert.equal(await signals.locator('.summary').textContent(), '312 fresh');
    const committee = await unfold(panel, 'committee');
    assert.match(await committee.locator('.others').innerText(), /^300 more people known here\./);
  });

  test('a failing org leaves the record fine, and one click tries again', async () => {
    const session = await product.session('rep');
    await fail('/services/data/*/graphql', 3);
    const { panel } = await open(session, onAccount(scene.account));
    await panel.getByText("Couldn't load what is known about this account. Your record is fine.").waitFor();
    await panel.getByRole('button', { name: 'Try again' }).click();
    await panel.getByRole('button', { name: 'Tier 1' }).waitFor();
    await session.context.close();
  });

  const looks: [string, Look][] = [
    ['desktop, SLDS 1', {}],
    ['desktop, SLDS 2', { slds: 2 }],
    ['phone', { formFactor: 'Small' }],
    ['phone of 320 px, right to left', { formFactor: 'Small', width: 320, dir: 'rtl' }]
  ];
  for (const [name, look] of looks) {
    test(`${name}: everything unfolded is accessible and fits`, async () => {
      const session = await product.session('rep', look);
      const { panel } = await open(session, onDeal(scene.deal));
      // Charts and their tables are unfolded as well.
      const folded = panel.locator('c-intelligence-section .toggle[aria-expanded="false"]');
      while ((await folded.count()) > 0) {
        await folded.first().click();
      }
      assert.deepEqual(await checkAccessibility(session.page, 'c-account-intelligence'), []);
      const size = await panel.locator('> section').evaluate((element) => ({
        content: element.scrollWidth,
        width: element.clientWidth
      }));
      assert.ok(size.width > 280 && size.content <= size.width, JSON.stringify(size));
      assert.deepEqual(session.errors, []);
      await session.context.close();
    });
  }

  test('a part opens and closes by keyboard alone', async () => {
    const { panel } = await open(rep, onDeal(scene.deal));
    const line = section(panel, 'standing').locator('.toggle');
    await line.focus();
    await rep.page.keyboard.press('Enter');
    assert.equal(await line.getAttribute('aria-expanded'), 'true');
    await rep.page.keyboard.press('Space');
    assert.equal(await line.getAttribute('aria-expanded'), 'false');
  });

  test('nothing complained in the console through all of this', () => {
    assert.deepEqual(rep.errors, []);
  });
});
