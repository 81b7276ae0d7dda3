import { isDenied, toView } from 'c/intelligenceFacts';
import {
  ACCOUNT_ID,
  COMMITMENT,
  DEAL_ID,
  dealAnswer,
  edges,
  factsAnswer,
  placeAnswer,
  TARGET
} from '../../../../../../test/intelligence-answers';

// A Friday, 9 in the morning where the reader is.
const NOW = new Date('2026-11-20T17:00:00.000Z');
const SITUATION = {
  now: NOW,
  timeZone: 'America/Los_Angeles',
  userId: '005000000000001AAA',
  dealId: undefined
};
const value = <Type>(one: Type): { value: Type } => ({ value: one });

const view = (facts = factsAnswer(), place = placeAnswer()) => toView(place, facts, SITUATION);

describe('standing', () => {
  it('is the decision that holds, with who signed it; half a signature is none', () => {
    expect(view().standing).toMatchObject({
      tier: '1',
      journey: 'Engaged',
      accountOwner: 'Robin Vega',
      marketingOwner: 'Jonas Weber',
      signedBySales: { by: 'Marta Lindqvist', at: '2026-11-01T09:00:00.000Z' },
      signedByMarketing: null,
      pending: null,
      disputed: null,
      listVersion: 3
    });
  });

  it('keeps what is agreed in force while a newer version waits', () => {
    const newer = {
      ...TARGET,
      Id: 'a0T2',
      Version__c: value(3),
      Tier__c: value('2'),
      Status__c: value('Proposed')
    };
    const { standing } = view(factsAnswer({ Target_Account__c: edges([newer, TARGET]) }));
    expect(standing).toMatchObject({
      id: TARGET.Id,
      tier: '1',
      pending: { tier: '2', by: 'Jonas Weber', at: '2026-10-30T09:00:00.000Z' }
    });
  });

  it('says why an account is disputed', () => {
    const disputed = {
      ...TARGET,
      Status__c: value('Disputed'),
      Disputed_By__r: { Id: '005', Name: value('Sam Okafor') },
      Disputed_At__c: value('2026-11-05T09:00:00.000Z'),
      Dispute_Reason__c: value('Buys through a partner.')
    };
    expect(view(factsAnswer({ Target_Account__c: edges([disputed]) })).standing?.disputed).toEqual({
      by: 'Sam Okafor',
      at: '2026-11-05T09:00:00.000Z',
      reason: 'Buys through a partner.'
    });
  });

  it('tells the newest verdict of each kind, and each criterion in words', () => {
    const verdict = (id: string, kind: string, criteria: unknown) => ({
      Id: id,
      Kind__c: value(kind),
      Verdict__c: value('Met'),
      Rule_Version__c: value(3),
      Decided_At__c: value('2026-11-03T09:00:00.000Z'),
      Criteria_Met__c: value(typeof criteria === 'string' ? criteria : JSON.stringify(criteria)),
      Rule__r: { Id: 'a0R', Rule_Key__c: value(`${kind}-3`) }
    });
    const { standing } = view(
      factsAnswer({
        Qualification__c: edges([
          verdict('v2', 'SQA', 'no criteria at all'),
          verdict('v1', 'MQA', [
            { field: 'Facts.StrongSignals', operator: 'greaterOrEqual', value: 2, actual: 3, met: true },
            { field: 'Industry', operator: 'equals', value: 'Software', actual: null, met: false },
            { field: 'Facts.PeopleReached', operator: 'greaterOrEqual', value: 2, met: false }
          ]),
          verdict('v0', 'MQA', [])
        ])
      })
    );
    expect(standing?.verdicts.map(({ id, rule }) => [id, rule])).toEqual([
      ['v1', 'MQA-3'],
      ['v2', 'SQA-3']
    ]);
    expect(
      standing?.verdicts[0].criteria.map(({ text, actual, met }) => `${text} | ${actual} | ${met}`)
    ).toEqual([
      'Strong fresh signals is 2 or more | 3 | true',
      'Industry is Software | empty | false',
      'People reached in 13 weeks is 2 or more | unknown | false'
    ]);
    expect(standing?.verdicts[1].criteria).toEqual([]);
  });
});

describe('commitments', () => {
  const states = (changes: Record<string, unknown>) => {
    const { commitments } = view(factsAnswer({ open: edges([{ ...COMMITMENT, ...changes }]) }));
    const [{ state, due }] = commitments!.open.items;
    return [state, due.replace(/\u202f/g, ' ')];
  };

  it.each([
    ['2026-11-20T21:30:00.000Z', 'soon', 'due today 1:30 PM, 4 working hours left'],
    ['2026-11-23T18:00:00.000Z', 'open', 'due Mon, Nov 23, 10:00 AM, 10 working hours left'],
    ['2026-11-20T16:00:00.000Z', 'late', 'was due Fri, Nov 20, 8:00 AM, 1 working hour late']
  ])('due %s is %s', (due, state, words) => {
    expect(states({ Due_At__c: value(due) })).toEqual([state, words]);
  });

  it('says no hours where none were agreed', () => {
    expect(states({ Service_Level__r: null })).toEqual(['soon', 'due today 1:30 PM']);
  });

  it('counts a missed one that nobody has done as late', () => {
    const late = { ...COMMITMENT, Status__c: value('Missed'), Due_At__c: value('2026-11-19T21:30:00.000Z') };
    const far = { ...COMMITMENT, Id: 'a0C3', Due_At__c: value('2026-12-19T21:30:00.000Z') };
    const { due, late: lateOnes } = view(factsAnswer({ open: edges([late, COMMITMENT, far]) }));
    expect([due, lateOnes]).toEqual([2, 1]);
  });

  it('tells how each closed one ended', () => {
    const closed = ['Met', 'Refused', 'Missed'].map((status) => ({
      ...COMMITMENT,
      Status__c: value(status),
      Done_At__c: value('2026-11-19T21:30:00.000Z')
    }));
    const { commitments } = view(factsAnswer({ closed: edges(closed) }));
    expect(commitments?.closed.map(({ state }) => state)).toEqual(['met', 'refused', 'missed']);
  });
});

describe('committee', () => {
  it('matches roles whatever their case, and tells who has none, of how many', () => {
    const { committee } = view();
    expect(committee?.segment).toBeNull();
    expect(committee?.roles.map(({ role, members }) => [role, members.map(({ name }) => name)])).toEqual([
      ['Economic Buyer', []],
      ['Executive Sponsor', ['Kofi Boateng']],
      ['Technical Buyer', []],
      ['Business User', []]
    ]);
    expect(committee?.others.items.map(({ name }) => name)).toEqual(['Annelies Dekker']);
    expect(committee?.others.total).toBe(339);
    expect(committee?.deals).toEqual([{ id: DEAL_ID, name: 'Twelve plants', closeOn: '2026-12-11' }]);
  });

  it('expects what won deals of the industry had, and keeps roles beyond that', () => {
    const pattern = (role: string, deals: number) => ({
      Id: role,
      Segment__c: value('Industry: Food & Beverage'),
      Role__c: value(role),
      Won_Deals__c: value(40),
      Deals_With_Role__c: value(deals),
      Computed_At__c: value('2026-11-20T02:00:00.000Z')
    });
    const { committee } = view(
      factsAnswer({ Committee_Pattern__c: edges([pattern('Decision Maker', 36), pattern('Influencer', 8)]) })
    );
    expect(committee).toMatchObject({
      segment: 'Industry: Food & Beverage',
      won: 40,
      expected: 1,
      computedAt: '2026-11-20T02:00:00.000Z'
    });
    expect(
      committee?.roles.map(({ role, wonWithRole, won, patternId }) => [role, wonWithRole, won, patternId])
    ).toEqual([
      ['Decision Maker', 36, 40, 'Decision Maker'],
      ['executive sponsor', null, null, null]
    ]);
  });
});

describe('engagement and timing', () => {
  const weeks = Array.from({ length: 26 }, (_, index) => ({
    week: new Date(Date.UTC(2026, 4, 25 + 7 * index)).toISOString().slice(0, 10),
    touches: index < 21 ? 1 : 4,
    people: 1
  }));
  const node = {
    Id: 'a0E000000000001AAA',
    Weeks__c: value(JSON.stringify(weeks)),
    Touches_13_Weeks__c: value(28),
    People_13_Weeks__c: value(3),
    Median_Week__c: value(1),
    Last_Touch_On__c: value('2026-11-19'),
    Answers__c: value('{"Tuesday":{"9":8,"10":5},"Friday":{"15":2}}'),
    Time_Zone__c: value('')
  };

  it('shows thirteen weeks, and compares them with the account’s own past', () => {
    const { engagement } = view(factsAnswer({ Account_Engagement__c: edges([node]) }));
    expect(engagement?.weeks).toHaveLength(13);
    expect(engagement).toMatchObject({
      touches: 28,
      people: 3,
      median: 1,
      momentum: { direction: 'rising' }
    });
  });

  it('names the hours that stand out, in the zone of the account', () => {
    const { timing } = view(factsAnswer({ Account_Engagement__c: edges([node]) }));
    expect(timing).toMatchObject({
      best: { weekday: 1, from: 9, to: 11, answers: 13, of: 15 },
      answers: 15,
      minimum: 10,
      timeZone: 'Europe/Amsterdam'
    });
  });

  it('tells what is coming, soonest first, and not what is late', () => {
    const late = { ...COMMITMENT, Id: 'a0C2', Due_At__c: value('2026-11-19T21:30:00.000Z') };
    const { timing, engagement } = view(factsAnswer({ open: edges([late, COMMITMENT]) }));
    expect(engagement).toBeNull();
    expect(timing?.coming).toEqual([
      { kind: 'commitment', on: '2026-11-20', text: 'First call' },
      { kind: 'close', on: '2026-12-11', text: 'Twelve plants' },
      { kind: 'quarter', on: '2026-12-31', text: '' }
    ]);
  });
});

it('follows only addresses of the web', () => {
  const signal = (url: string) => ({ Id: url, Url__c: value(url) });
  const { signals } = view(
    factsAnswer({
      Account_Signal__c: edges([signal('https://a.example'), signal('data:text/html,boo')], 312)
    })
  );
  expect(signals?.items.map(({ url }) => url)).toEqual(['https://a.example', null]);
  expect(signals?.total).toBe(312);
});

it('gives each insight its thanks, and knows one’s own', () => {
  const insight = (id: string, author: string) => ({
    Id: id,
    Text__c: value('Words'),
    Author__r: { Id: author, Name: value('An author') }
  });
  const thanks = {
    Id: 't1',
    Client_Insight__c: value('i2'),
    Thanked_By__r: { Id: SITUATION.userId, Name: value('Robin Vega') }
  };
  const { insights } = view(
    factsAnswer({
      Client_Insight__c: edges([insight('i1', SITUATION.userId), insight('i2', '005other')]),
      Insight_Thanks__c: edges([thanks])
    })
  );
  expect(insights?.items.map(({ isMine, isThanked, thanks: said }) => [isMine, isThanked, said])).toEqual([
    [true, false, []],
    [false, true, [{ by: 'Robin Vega', helped: '' }]]
  ]);
});

describe('what a person may not see', () => {
  it('is absent, part by part', () => {
    const seen = toView(
      placeAnswer({ OpportunityContactRole: undefined }),
      { uiapi: { query: { Account_Signal__c: edges([]) } } },
      SITUATION
    );
    expect(Object.keys(seen).filter((key) => seen[key as keyof typeof seen] !== undefined)).toEqual([
      'status',
      'accountId',
      'accountName',
      'due',
      'late',
      'signals'
    ]);
  });

  it('is a refusal only when it is everything', () => {
    expect(isDenied({ uiapi: { query: {} } })).toBe(true);
    expect(isDenied({ uiapi: { query: { open: edges([]) } } })).toBe(false);
  });
});

describe('a deal', () => {
  const deal = (changes: Record<string, unknown> = {}, facts = factsAnswer()) =>
    toView(dealAnswer(changes), facts, { ...SITUATION, dealId: DEAL_ID });

  it('brings its account along, and its own fit', () => {
    expect(deal()).toMatchObject({
      accountId: ACCOUNT_ID,
      accountName: 'Brackwater Foods',
      fit: { dealId: DEAL_ID, problem: 'Two audits failed.', solvedElsewhere: false, referredTo: '' }
    });
  });

  it('takes no new roles once it is closed', () => {
    expect(deal({ IsClosed: value(true) }).committee?.deals).toEqual([]);
  });

  it('leaves out fields that the person may not see', () => {
    expect(deal({ Customer_Problem__c: undefined, Solved_Elsewhere__c: undefined }).fit).toBeUndefined();
    expect(deal({ Customer_Problem__c: undefined }).fit?.problem).toBeUndefined();
  });

  it('has only its fit where it has no account', () => {
    const alone = toView(dealAnswer({ Account: null }), undefined, { ...SITUATION, dealId: DEAL_ID });
    expect(alone).toMatchObject({ status: 'ready', accountId: '', fit: { problem: 'Two audits failed.' } });
    expect(alone.standing).toBeUndefined();
  });
});
