import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { serveTestOrg } from '../lib/testing.ts';
import type { TestOrg } from '../lib/testing.ts';

let org: TestOrg;

before(async () => {
  org = await serveTestOrg();
});
after(() => org.close());

/** The words of the refusal, or `saved`. */
async function outcome(saving: Promise<unknown>): Promise<string> {
  return saving.then(
    () => 'saved',
    (error: Error) => error.message
  );
}

function prefer(persona: string, key: string): Promise<string> {
  return outcome(org.as(persona).sobject('Guidance_Preference__c').create({ User_Key__c: key }));
}

test('nobody makes preferences in another person’s place', async () => {
  const refusal = 'Preferences are made by the person themselves.';
  assert.equal(await prefer('rep2', org.userId('rep')), refusal);
  assert.equal(await prefer('admin', org.userId('rep')), refusal);
  assert.equal(await prefer('rep', org.userId('rep')), 'saved');
});

test('preferences do not move to another person later', async () => {
  const { records } = await org.as('rep').query<{ Id: string }>('SELECT Id FROM Guidance_Preference__c');
  const moved = org
    .as('rep')
    .sobject('Guidance_Preference__c')
    .update({ Id: records[0]!.Id, User_Key__c: org.userId('rep2') });
  assert.match(
    await outcome(moved),
    /Preferences are made by the person themselves\.|Unable to create\/update fields/
  );
});

test('an author answers a seller and does not rewrite them', async () => {
  const guidance = await org
    .as('author')
    .sobject('Guidance__c')
    .create({ Name: 'Agree the plan', Key__c: 'agree-the-plan', Kind__c: 'Tip', Status__c: 'Published' });
  const review = await org
    .as('rep')
    .sobject('Guidance_Review__c')
    .create({ Guidance__c: guidance.id!, Verdict__c: 'Not Helpful', Comment__c: 'Too long for a call.' });
  const change = (persona: string, values: Record<string, string>): Promise<string> =>
    outcome(
      org
        .as(persona)
        .sobject('Guidance_Review__c')
        .update({ Id: review.id!, ...values })
    );
  const refusal = 'These are a seller’s words. Answer them instead.';
  assert.equal(await change('author', { Comment__c: 'Lovely.' }), refusal);
  assert.equal(await change('author', { Verdict__c: 'Helpful' }), refusal);
  assert.equal(await change('author', { Answer__c: 'It is half as long now.' }), 'saved');
  assert.equal(await change('rep', { Comment__c: 'Still too long.' }), 'saved');
});
