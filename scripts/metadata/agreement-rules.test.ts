import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { serveTestOrg } from '../lib/testing.ts';
import type { TestOrg } from '../lib/testing.ts';

const AT = '2026-11-23T08:00:00.000Z';
const LATER = '2026-11-23T12:00:00.000Z';

let org: TestOrg;
let account: string;
let accounts = 0;

type Values = Record<string, string | number | null | undefined>;

/** The words of the refusal, or `saved`. */
async function outcome(saving: Promise<unknown>): Promise<string> {
  return saving.then(
    () => 'saved',
    (error: Error) => error.message
  );
}

async function create(persona: string, object: string, values: Values): Promise<string> {
  const { id } = await org.as(persona).sobject(object).create(values);
  return id!;
}

function change(persona: string, object: string, Id: string, values: Values): Promise<string> {
  return outcome(
    org
      .as(persona)
      .sobject(object)
      .update({ Id, ...values })
  );
}

function sign(side: 'Sales' | 'Marketing' | 'Finance', by: string, at = AT): Values {
  return { [`Signed_By_${side}__c`]: org.userId(by), [`${side}_Signed_At__c`]: at };
}

/** A proposal for an account of its own. */
async function propose(by: string, more: Values = {}): Promise<string> {
  const own = await create('rep', 'Account', { Name: `Account ${(accounts += 1)}` });
  return create(by, 'Target_Account__c', {
    Account__c: own,
    Target_Key__c: `${own}-1`,
    Version__c: 1,
    Tier__c: '2',
    Reason__c: 'Two warehouses, one of them losing a batch each summer.',
    Proposed_By__c: org.userId(by),
    Proposed_At__c: AT,
    ...more
  });
}

function level(more: Values = {}): Promise<string> {
  return create('manager', 'Service_Level__c', {
    Name: 'Answer a strong signal',
    Level_Key__c: `answer-a-strong-signal-${(accounts += 1)}`,
    Owed_By__c: 'Sales',
    Promise__c: 'Read it and say what you do about it.',
    Target_Hours__c: 8,
    ...more
  });
}

before(async () => {
  org = await serveTestOrg();
  account = await create('rep', 'Account', { Name: 'Brackwater Foods' });
});

after(() => org.close());

const T = 'Target_Account__c';
const NOT_FOR_SALES =
  'Sign for sales in your own name only, with the right to sign for sales, and withdraw only your own signature. Ask the person who signs for sales.';
const TWO_NEEDED =
  'An accepted target account carries two signatures of two people, one for sales and one for marketing. Ask whoever is missing to sign.';

test('nobody signs for somebody else, nor without the right to', async () => {
  const id = await propose('rep');
  assert.equal(await change('manager', T, id, sign('Sales', 'rep')), NOT_FOR_SALES);
  assert.match(await change('manager', T, id, sign('Marketing', 'manager')), /Marketing/);
  assert.match(await change('rep', T, id, sign('Sales', 'rep')), /Signed_By_Sales__c|Sales_Signed_At__c/);
  assert.match(
    await change('marketing', T, id, sign('Sales', 'marketing')),
    /Sales_Signed_At__c|Signed_By_Sales__c/
  );
  assert.equal(
    await change('manager', T, id, { Signed_By_Sales__c: org.userId('manager') }),
    'A signature and its time are given together, and neither changes alone.'
  );
  assert.equal(await change('manager', T, id, sign('Sales', 'manager')), 'saved');
  assert.equal(
    await change('manager', T, id, { Sales_Signed_At__c: LATER }),
    'A signature and its time are given together, and neither changes alone.'
  );
});

test('accepted means that two different people signed, whoever could sign for both', async () => {
  const id = await propose('rep');
  const accepted = { Status__c: 'Accepted', List_Version__c: 1 };
  assert.equal(await change('manager', T, id, { ...sign('Sales', 'manager'), ...accepted }), TWO_NEEDED);
  assert.equal(await change('manager', T, id, sign('Sales', 'manager')), 'saved');
  assert.equal(await change('marketing', T, id, { ...sign('Marketing', 'marketing'), ...accepted }), 'saved');
  assert.equal(
    await change('manager', T, id, { Signed_By_Sales__c: null, Sales_Signed_At__c: null }),
    TWO_NEEDED
  );
});

test('a leader who may sign for both sides is still one person', async () => {
  const [set] = (
    await org
      .as('admin')
      .query<{ Id: string }>("SELECT Id FROM PermissionSet WHERE Name = 'Caddie_Marketing'")
  ).records;
  const assigned = await create('admin', 'PermissionSetAssignment', {
    AssigneeId: org.userId('manager'),
    PermissionSetId: set!.Id
  });
  const both = { ...sign('Sales', 'manager'), ...sign('Marketing', 'manager'), Status__c: 'Accepted' };
  assert.equal(await change('manager', T, await propose('rep'), both), TWO_NEEDED);
  await org.as('admin').sobject('PermissionSetAssignment').delete(assigned);
});

test('what was signed stays, and a rep may dispute it with a reason', async () => {
  const id = await propose('rep2');
  await change('marketing', T, id, sign('Marketing', 'marketing'));
  const stays = 'Somebody has signed this decision as it is. Propose a new one for this account instead.';
  for (const values of [{ Tier__c: '1' }, { Account__c: account }, { Sales_Owner__c: org.userId('rep') }]) {
    assert.equal(await change('rep2', T, id, values), stays);
  }
  const disputed = { Status__c: 'Disputed', Disputed_By__c: org.userId('rep'), Disputed_At__c: AT };
  assert.equal(await change('rep', T, id, disputed), 'Say why you disagree, so that the others can answer.');
  const inAnothersName = { ...disputed, Disputed_By__c: org.userId('rep2'), Dispute_Reason__c: 'Too small.' };
  assert.equal(await change('rep', T, id, inAnothersName), 'Dispute in your own name.');
  assert.equal(await change('rep', T, id, { ...disputed, Dispute_Reason__c: 'Too small.' }), 'saved');
  assert.equal(
    await change('rep', T, id, { Status__c: 'Withdrawn' }),
    'Only those who sign for sales or marketing settle this. You can dispute it with a reason.'
  );
});

test('a proposal is its proposer’s, in their own name', async () => {
  const id = await propose('rep');
  assert.equal(
    await change('rep2', T, id, { Tier__c: '1' }),
    'This is somebody else’s proposal. Dispute it with a reason, or propose a tier of your own.'
  );
  assert.equal(await change('rep', T, id, { Tier__c: '3' }), 'saved');
  assert.equal(
    await outcome(propose('rep', { Proposed_By__c: org.userId('manager') })),
    'Propose in your own name, or leave Proposed By empty.'
  );
});

test('a promise counts once sales, marketing and finance signed, and stays as it was signed', async () => {
  const id = await level();
  const three =
    'An active service level carries three signatures of three people: sales, marketing and finance. Ask whoever is missing to sign.';
  assert.equal(await change('manager', 'Service_Level__c', id, sign('Sales', 'manager')), 'saved');
  assert.equal(await change('marketing', 'Service_Level__c', id, sign('Marketing', 'marketing')), 'saved');
  assert.equal(await change('manager', 'Service_Level__c', id, { Status__c: 'Active' }), three);
  assert.match(await change('finance', 'Service_Level__c', id, { Target_Hours__c: 80 }), /Target_Hours__c/);
  assert.equal(
    await change('finance', 'Service_Level__c', id, { ...sign('Finance', 'finance'), Status__c: 'Active' }),
    'saved'
  );
  assert.equal(
    await change('manager', 'Service_Level__c', id, { Target_Hours__c: 16 }),
    'Somebody has signed this promise as it is. Write a new version instead.'
  );
  assert.equal(await change('manager', 'Service_Level__c', id, { Holidays__c: '["2027-12-24"]' }), 'saved');
});

test('a published rule cannot change, go back to draft or be published in another’s name', async () => {
  const criteria = '{"items":[{"field":"Facts.StrongSignals","operator":"greaterOrEqual","value":1}]}';
  const id = await create('marketing', 'Qualification_Rule__c', {
    Rule_Key__c: 'MQA-1',
    Kind__c: 'MQA',
    Version__c: 1,
    Criteria__c: criteria
  });
  const publish = { Status__c: 'Published', Effective_From__c: AT };
  assert.equal(
    await change('manager', 'Qualification_Rule__c', id, { Reason__c: 'First version.' }),
    'saved'
  );
  assert.match(await change('marketing', 'Qualification_Rule__c', id, publish), /^Before it is published/);
  assert.equal(
    await change('marketing', 'Qualification_Rule__c', id, {
      ...publish,
      Published_By__c: org.userId('manager')
    }),
    'Publish in your own name.'
  );
  const own = { ...publish, Published_By__c: org.userId('marketing') };
  assert.equal(await change('marketing', 'Qualification_Rule__c', id, own), 'saved');
  const stays = 'This version was published and stays as it is. Begin a new version instead.';
  for (const values of [
    { Criteria__c: criteria.replace('1}', '2}') },
    { Version__c: 2 },
    { Effective_From__c: LATER },
    { Status__c: 'Draft' }
  ]) {
    assert.equal(await change('manager', 'Qualification_Rule__c', id, values), stays);
  }
  assert.equal(await change('manager', 'Qualification_Rule__c', id, { Status__c: 'Retired' }), 'saved');
  assert.equal(await change('manager', 'Qualification_Rule__c', id, { Criteria__c: '{"items":[]}' }), stays);
});

test('a rep answers a commitment and marks a signal, with reasons, and changes nothing else of them', async () => {
  const commitment = await create('integration', 'Commitment__c', {
    Account__c: account,
    Commitment_Key__c: 'answer-a-strong-signal-1:a',
    Owed_By__c: 'Sales',
    What__c: 'Read it and say what you do about it.',
    Due_At__c: AT
  });
  assert.equal(
    await change('rep', 'Commitment__c', commitment, { Status__c: 'Refused', Refused_At__c: AT }),
    'Say why you refuse, so that the other side can do something about it.'
  );
  assert.match(
    await change('rep', 'Commitment__c', commitment, { Status__c: 'Met', Done_At__c: LATER }),
    /^Met means done in time\./
  );
  assert.match(await change('rep', 'Commitment__c', commitment, { Due_At__c: LATER }), /Due_At__c/);
  assert.equal(
    await change('rep2', 'Commitment__c', commitment, { Status__c: 'Met', Done_At__c: AT }),
    'saved'
  );
  const signal = await create('integration', 'Account_Signal__c', {
    Account__c: account,
    What_Happened__c: 'Opened the newsletter.'
  });
  const mark = { Not_Useful_At__c: AT, Not_Useful_By__c: org.userId('rep') };
  assert.equal(
    await change('rep', 'Account_Signal__c', signal, mark),
    'Say what would have made it useful. Whoever sent it reads this.'
  );
  assert.equal(
    await change('rep', 'Account_Signal__c', signal, { ...mark, Not_Useful_Reason__c: 'Everybody does.' }),
    'saved'
  );
  assert.match(await change('rep', 'Account_Signal__c', signal, { Strength__c: 'Strong' }), /Strength__c/);
});

test('credit for an insight survives a new owner, and the words stay the author’s', async () => {
  const insight = { Account__c: account, Text__c: 'They decide in March.', Visibility__c: 'Team' };
  assert.equal(
    await outcome(create('rep', 'Client_Insight__c', { ...insight, Author__c: org.userId('rep2') })),
    'An insight carries the name of whoever writes it, and the day.'
  );
  const id = await create('rep', 'Client_Insight__c', { ...insight, Author__c: org.userId('rep') });
  assert.equal(await change('rep', 'Client_Insight__c', id, { OwnerId: org.userId('rep2') }), 'saved');
  const stays = 'Who wrote an insight, and when, stays as it is. Write one of your own beside it.';
  assert.equal(await change('rep2', 'Client_Insight__c', id, { Author__c: org.userId('rep2') }), stays);
  assert.equal(await change('rep2', 'Client_Insight__c', id, { Written_At__c: AT }), stays);
  for (const values of [{ Text__c: 'They decide in May.' }, { Visibility__c: 'All' }]) {
    assert.equal(
      await change('rep2', 'Client_Insight__c', id, values),
      'These are somebody else’s words. Write what you know beside them.'
    );
  }
  const [kept] = (
    await org
      .as('rep')
      .query<{ Text__c: string; Author__r: { Name: string } }>(
        `SELECT Text__c, Author__r.Name FROM Client_Insight__c WHERE Id = '${id}'`
      )
  ).records;
  assert.deepEqual([kept?.Text__c, kept?.Author__r.Name], ['They decide in March.', 'Robin Vega']);
});

test('the agenda of a meeting that was held stays; its decisions may be put more clearly', async () => {
  const id = await create('marketing', 'Alignment_Review__c', {
    Review_Key__c: '2026-11-23',
    Held_On__c: '2026-11-23'
  });
  const held = { Status__c: 'Held', Agenda__c: '{"format":1}' };
  assert.equal(await change('manager', 'Alignment_Review__c', id, held), 'saved');
  const stays = 'This meeting was held. Its agenda shows what was known then and stays.';
  assert.equal(await change('marketing', 'Alignment_Review__c', id, { Agenda__c: '{}' }), stays);
  assert.equal(await change('marketing', 'Alignment_Review__c', id, { Status__c: 'Planned' }), stays);
  assert.equal(await change('marketing', 'Alignment_Review__c', id, { Decisions__c: 'A call.' }), 'saved');
});
