/** What the org answers about an account, as the two queries of account intelligence bring it. */
import type { FactsAnswer, PlaceAnswer } from 'c/intelligenceQueries';

export const ACCOUNT_ID = '001000000000001AAA';
export const DEAL_ID = '006000000000001AAA';

type Facts = FactsAnswer['uiapi']['query'];
type Place = PlaceAnswer['uiapi']['query'];

const value = <Type>(one: Type): { value: Type } => ({ value: one });
const person = (id: string, name: string) => ({ Id: id, Name: value(name) });

/** A connection with these nodes, of a list that may be longer. */
export function edges<Node>(nodes: Node[], totalCount = nodes.length) {
  return { edges: nodes.map((node) => ({ node })), totalCount };
}

export const TARGET = {
  Id: 'a0T000000000001AAA',
  Tier__c: value('1'),
  Status__c: value('Accepted'),
  Version__c: value(2),
  List_Version__c: value(3),
  Reason__c: value('Nine plants.'),
  Journey__c: value('Engaged'),
  Journey_Since__c: value('2026-11-03T09:00:00.000Z'),
  Sales_Owner__r: person('005000000000001AAA', 'Robin Vega'),
  Marketing_Owner__r: person('005000000000002AAA', 'Jonas Weber'),
  Proposed_By__r: person('005000000000002AAA', 'Jonas Weber'),
  Proposed_At__c: value('2026-10-30T09:00:00.000Z'),
  Signed_By_Sales__r: person('005000000000003AAA', 'Marta Lindqvist'),
  Sales_Signed_At__c: value('2026-11-01T09:00:00.000Z'),
  Signed_By_Marketing__r: null,
  Marketing_Signed_At__c: value('2026-11-02T09:00:00.000Z')
};

export const COMMITMENT = {
  Id: 'a0C000000000001AAA',
  What__c: value('First call'),
  Owed_By__c: value('Sales'),
  Status__c: value('Open'),
  Started_At__c: value('2026-11-19T18:00:00.000Z'),
  Started_By__c: value('a strong signal'),
  Due_At__c: value('2026-11-20T21:30:00.000+0000'),
  Responsible__r: person('005000000000001AAA', 'Robin Vega'),
  Service_Level__r: {
    Id: 'a0L000000000001AAA',
    Name: value('First call'),
    Version__c: value(2),
    Promise__c: value('Sales calls.'),
    Target_Hours__c: value(16),
    Business_Hours__c: value(
      '{"timeZone":"America/Los_Angeles","days":{"Friday":[["08:00","17:00"]],"Monday":[["08:00","17:00"]]}}'
    ),
    Holidays__c: value('[]')
  }
};

export function factsAnswer(changes: Partial<Facts> = {}): FactsAnswer {
  const query: Facts = {
    Target_Account__c: edges([TARGET]),
    Qualification__c: edges([]),
    Account_Signal__c: edges([]),
    open: edges([COMMITMENT]),
    closed: edges([]),
    Client_Insight__c: edges([]),
    Insight_Thanks__c: edges([]),
    Account_Engagement__c: edges([]),
    Committee_Pattern__c: edges([])
  };
  return { uiapi: { query: { ...query, ...changes } } };
}

export const ACCOUNT = {
  Id: ACCOUNT_ID,
  Name: value('Brackwater Foods'),
  Industry: value('Food & Beverage'),
  Time_Zone__c: value('Europe/Amsterdam'),
  Owner: person('005000000000001AAA', 'Robin Vega')
};

export const DEAL = {
  Id: DEAL_ID,
  Name: value('Twelve plants'),
  CloseDate: value('2026-12-11'),
  IsClosed: value(false),
  Customer_Problem__c: value('Two audits failed.'),
  Solved_Elsewhere__c: value(false),
  Referred_To__c: value(null),
  Account: ACCOUNT
};

const SPONSOR = {
  Id: '003000000000001AAA',
  Name: value('Kofi Boateng'),
  Title: value('Chief Operating Officer'),
  LastActivityDate: value('2026-11-12')
};

const BUYER = { Id: '003000000000002AAA', Name: value('Annelies Dekker'), LastActivityDate: value(null) };

export function placeAnswer(changes: Partial<Place> = {}): PlaceAnswer {
  const query: Place = {
    Account: edges([ACCOUNT]),
    Opportunity: edges([{ Id: DEAL_ID, Name: value('Twelve plants'), CloseDate: value('2026-12-11') }]),
    OpportunityContactRole: edges([{ Id: '00K1', Role: value('executive sponsor'), Contact: SPONSOR }]),
    Contact: edges([SPONSOR, BUYER], 340)
  };
  return { uiapi: { query: { ...query, ...changes } } };
}

/** The same on a deal's page, where the account comes with the deal. */
export function dealAnswer(deal: Record<string, unknown> = {}): PlaceAnswer {
  const place = placeAnswer({ Opportunity: edges([{ ...DEAL, ...deal }]) });
  delete place.uiapi.query.Account;
  return place;
}
