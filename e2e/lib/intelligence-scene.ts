/** Accounts whose intelligence is known to the last number, for browser tests and pictures. */
import type { Connection } from 'jsforce';

import { idsOf, type Product } from './product.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const ALWAYS = JSON.stringify({
  timeZone: 'America/Los_Angeles',
  days: Object.fromEntries(
    ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].map((day) => [
      day,
      [['00:00', '24:00']]
    ])
  )
});

export interface Scene {
  account: string;
  deal: string;
  empty: string;
}

const from = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString();

/** Creates one record and answers its Id; a refusal fails loudly. */
export async function make(
  connection: Connection,
  object: string,
  fields: Record<string, unknown>
): Promise<string> {
  const { id } = (await connection.sobject(object).create(fields)) as { id: string };
  return id;
}

/** Creates records, 200 a request. */
export async function makeMany(
  connection: Connection,
  object: string,
  records: Record<string, unknown>[]
): Promise<void> {
  for (let start = 0; start < records.length; start += 200) {
    const results = await connection.sobject(object).create(records.slice(start, start + 200));
    const refused = results.find(({ success }) => !success);
    if (refused) {
      throw new Error(`${object}: ${JSON.stringify(refused.errors)}`);
    }
  }
}

/** An account with everything on it, its deal, and one without anything. */
export async function seedScene(product: Product): Promise<Scene> {
  const rep = product.as('rep');
  const account = await make(rep, 'Account', { Name: 'Harrowgate Dairies', Industry: 'Food & Beverage' });
  const empty = await make(rep, 'Account', { Name: 'Quiet Fields' });
  const deal = await make(rep, 'Opportunity', {
    Name: 'Harrowgate cold rooms',
    AccountId: account,
    StageName: 'Needs Analysis',
    CloseDate: from(19).slice(0, 10),
    Amount: 84000
  });
  await seedPeople(rep, account, deal);
  await seedStanding(product, account);
  await seedSignals(product, account);
  await seedCommitments(product, account);
  await seedInsights(product, account);
  await seedComputed(product.as('integration'), account);
  return { account, deal, empty };
}

async function seedPeople(rep: Connection, account: string, deal: string): Promise<void> {
  const person = (FirstName: string, LastName: string, Title: string): Promise<string> =>
    make(rep, 'Contact', { AccountId: account, FirstName, LastName, Title });
  const sponsor = await person('Nadia', 'Roth', 'Plant Director');
  await person('Ivo', 'Brandt', 'Head of Quality');
  await person('Lena', 'Sund', 'Buyer');
  await make(rep, 'Task', {
    Subject: 'Called about the audit',
    WhoId: sponsor,
    WhatId: account,
    Status: 'Completed',
    ActivityDate: from(-4).slice(0, 10)
  });
  await make(rep, 'OpportunityContactRole', {
    OpportunityId: deal,
    ContactId: sponsor,
    Role: 'Executive Sponsor'
  });
}

/** Proposed by marketing, signed by both leaders, each for their own side. */
async function seedStanding(product: Product, account: string): Promise<void> {
  const marketing = product.as('marketing');
  const userId = (persona: string): string => product.org.users.find((user) => user.persona === persona)!.id;
  const target = await make(marketing, 'Target_Account__c', {
    Account__c: account,
    Target_Key__c: `${account}-1`,
    Version__c: 1,
    Tier__c: '1',
    Status__c: 'Proposed',
    Sales_Owner__c: userId('rep'),
    Marketing_Owner__c: userId('marketing'),
    Reason__c: 'Eleven plants, and an audit in spring.',
    Proposed_By__c: userId('marketing'),
    Proposed_At__c: from(-30)
  });
  await marketing.sobject('Target_Account__c').update({
    Id: target,
    Signed_By_Marketing__c: userId('marketing'),
    Marketing_Signed_At__c: from(-29)
  });
  await product
    .as('manager')
    .sobject('Target_Account__c')
    .update({
      Id: target,
      Signed_By_Sales__c: userId('manager'),
      Sales_Signed_At__c: from(-28),
      Status__c: 'Accepted',
      List_Version__c: 4
    });
  await product
    .as('integration')
    .sobject('Target_Account__c')
    .update({
      Id: target,
      Journey__c: 'Engaged',
      Journey_Since__c: from(-12)
    });
}

async function seedSignals(product: Product, account: string): Promise<void> {
  const sender = product.org.users.find(({ persona }) => persona === 'marketing')!.id;
  const signal = (key: string, fields: Record<string, unknown>): Promise<string> =>
    make(product.as('integration'), 'Account_Signal__c', {
      Account__c: account,
      External_Id__c: `scene:${account}:${key}`,
      Source__c: 'Northbeam',
      Sent_By__c: sender,
      Matched_By__c: 'Domain',
      ...fields
    });
  await signal('audit', {
    Type__c: 'Intent',
    What_Happened__c: 'Read four pages on audit-proof temperature logs',
    Reason__c: 'Their audit is in spring, and logs are what failed last time.',
    Strength__c: 'Strong',
    Occurred_At__c: from(-1),
    Expires_At__c: from(13)
  });
  await signal('event', {
    Type__c: 'Event',
    What_Happened__c: 'Two people asked for the plant tour at the Cold Chain Forum',
    Reason__c: 'Both work where the first order would go.',
    Strength__c: 'Medium',
    Occurred_At__c: from(-6),
    Expires_At__c: from(8)
  });
  await signal('old', {
    Type__c: 'Web Visit',
    What_Happened__c: 'Visited the price page',
    Strength__c: 'Strong',
    Occurred_At__c: from(-40),
    Expires_At__c: from(-10)
  });
}

async function seedCommitments(product: Product, account: string): Promise<void> {
  const integration = product.as('integration');
  const userId = (persona: string): string => product.org.users.find((user) => user.persona === persona)!.id;
  const level = await make(product.as('manager'), 'Service_Level__c', {
    Name: 'First call',
    Level_Key__c: `scene-first-call-${account}`,
    Version__c: 2,
    Owed_By__c: 'Sales',
    Starts_When__c: 'Strong signal',
    Promise__c: 'Sales calls within 16 business hours.',
    Target_Hours__c: 16,
    Business_Hours__c: ALWAYS,
    Status__c: 'Draft'
  });
  const commitment = (key: string, fields: Record<string, unknown>): Promise<string> =>
    make(integration, 'Commitment__c', {
      Account__c: account,
      Commitment_Key__c: `scene-${account}-${key}`,
      Service_Level__c: level,
      Started_By__c: 'a strong signal',
      Started_At__c: from(-1),
      Status__c: 'Open',
      ...fields
    });
  await commitment('call', {
    Owed_By__c: 'Sales',
    What__c: 'Call about the spring audit',
    Responsible__c: userId('rep'),
    Due_At__c: new Date(Date.now() + 4.5 * HOUR_MS).toISOString()
  });
  await commitment('invite', {
    Owed_By__c: 'Marketing',
    What__c: 'Invite the plant managers to the tour',
    Responsible__c: userId('marketing'),
    Due_At__c: new Date(Date.now() - 3.5 * HOUR_MS).toISOString()
  });
  await commitment('list', {
    Owed_By__c: 'Marketing',
    What__c: 'Send the list of visitors',
    Responsible__c: userId('marketing'),
    Status__c: 'Met',
    Started_At__c: from(-9),
    Due_At__c: from(-7),
    Done_At__c: from(-8)
  });
}

async function seedInsights(product: Product, account: string): Promise<void> {
  const write = (persona: string, text: string, visibility: string, daysAgo: number): Promise<string> =>
    make(product.as(persona), 'Client_Insight__c', {
      Account__c: account,
      Text__c: text,
      Visibility__c: visibility,
      Author__c: product.org.users.find((user) => user.persona === persona)!.id,
      Written_At__c: from(-daysAgo)
    });
  await write(
    'rep2',
    'Plants decide together. A note to one of them alone was read as going behind the others.',
    'Team',
    60
  );
  await write('rep', 'Nadia prefers a call before seven, from the car.', 'Private', 20);
  await write(
    'marketing',
    'They tell the story of the 2024 spill themselves. Never raise it first.',
    'All',
    5
  );
}

/** What the sync would have worked out. */
async function seedComputed(integration: Connection, account: string): Promise<void> {
  const monday = new Date(Date.now() - ((new Date().getUTCDay() + 6) % 7) * DAY_MS);
  const touches = [0, 1, 0, 2, 1, 1, 0, 2, 1, 0, 1, 1, 1, 0, 1, 2, 0, 1, 1, 0, 2, 1, 3, 4, 3, 1];
  const weeks = touches.map((count, index) => ({
    week: new Date(monday.getTime() - (25 - index) * 7 * DAY_MS).toISOString().slice(0, 10),
    touches: count,
    people: Math.min(count, 2)
  }));
  await make(integration, 'Account_Engagement__c', {
    Account__c: account,
    Engagement_Key__c: account,
    Weeks__c: JSON.stringify(weeks),
    Touches_13_Weeks__c: 20,
    People_13_Weeks__c: 3,
    Median_Week__c: 1,
    Last_Touch_On__c: from(-4).slice(0, 10),
    Answers__c: JSON.stringify({
      Monday: { '9': 1, '14': 1 },
      Tuesday: { '9': 6, '10': 5 },
      Wednesday: { '11': 1, '15': 1 },
      Thursday: { '8': 1, '16': 1 },
      Friday: { '13': 1 }
    }),
    Answer_Count__c: 18,
    Time_Zone__c: 'Europe/London',
    Computed_At__c: from(-0.3)
  });
}

/** The org's own pattern of won deals, unless the sample has one. */
export async function seedPatterns(integration: Connection): Promise<void> {
  const known = await idsOf(integration, 'SELECT Id FROM Committee_Pattern__c');
  await integration.sobject('Committee_Pattern__c').destroy(known);
  const roles = { 'Economic Buyer': 82, 'Executive Sponsor': 71, 'Technical Buyer': 60, Influencer: 20 };
  for (const [role, deals] of Object.entries(roles)) {
    await make(integration, 'Committee_Pattern__c', {
      Pattern_Key__c: `All|${role}`,
      Segment__c: 'All',
      Role__c: role,
      Won_Deals__c: 96,
      Deals_With_Role__c: deals,
      Lost_Deals__c: 50,
      Lost_Deals_With_Role__c: 10,
      Computed_At__c: from(-0.3)
    });
  }
}

/** An account with 5,000 activities, 312 fresh signals and 300 people. */
export async function seedHuge(product: Product): Promise<string> {
  const rep = product.as('rep');
  const account = await make(rep, 'Account', { Name: 'Enormous Foods' });
  const numbers = (length: number): number[] => Array.from({ length }, (_, index) => index);
  await makeMany(
    rep,
    'Contact',
    numbers(300).map((number) => ({ AccountId: account, LastName: `Person ${number}` }))
  );
  await makeMany(
    rep,
    'Task',
    numbers(5000).map((number) => ({
      Subject: 'Call',
      WhatId: account,
      Status: 'Completed',
      ActivityDate: from(-(number % 180)).slice(0, 10)
    }))
  );
  await makeMany(
    product.as('integration'),
    'Account_Signal__c',
    numbers(312).map((number) => ({
      Account__c: account,
      External_Id__c: `huge:${number}`,
      What_Happened__c: `Signal ${number}`,
      Strength__c: 'Weak',
      Occurred_At__c: from(-1 - number / 100),
      Expires_At__c: from(10)
    }))
  );
  return account;
}
