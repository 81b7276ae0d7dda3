import {
  CANDIDATES,
  INSIGHTS,
  LEVELS,
  RULES,
  TARGET_PAGE,
  TARGET_VERSIONS,
  toAgreedTargets,
  toAttainment,
  toCandidates,
  toCommitments,
  toInsights,
  toKpiWeeks,
  toLevels,
  toReviews,
  toRolesFilled,
  toRules,
  toSignals,
  toTargetRow,
  toTargetRows,
  toTargetSummary,
  type CandidateData,
  type KpiData
} from 'c/agreementSource';
import {
  AGREED_BEFORE,
  edges,
  LEVEL,
  levelNode,
  TARGET,
  targetNode,
  value
} from '../../../../../../test/agreement';

const answered = <Data>(query: Record<string, unknown>, aggregate?: Record<string, unknown>) =>
  ({ uiapi: { query, aggregate } }) as Data;

it('keeps a field that somebody may not read from failing the whole question', () => {
  for (const query of [TARGET_PAGE, TARGET_VERSIONS, RULES, LEVELS, CANDIDATES, INSIGHTS] as string[]) {
    const fields = query.match(/\b\w+__c(?= (@optional )?\{\s*value)/g) ?? [];
    expect(fields.length).toBeGreaterThan(0);
    expect(query.match(/\b\w+__c \{\s*value/g)).toBeNull();
  }
});

it('reads rows of the target list, also those of which little may be read', () => {
  const data = answered<Parameters<typeof toTargetRows>[0]>({
    Target_Account__c: edges([TARGET, AGREED_BEFORE].map(targetNode))
  });
  expect(toTargetRows(data)).toEqual([TARGET, AGREED_BEFORE]);
  expect(toTargetRows(undefined)).toEqual([]);
  expect(toTargetRow({ Id: 'a1' })).toMatchObject({
    id: 'a1',
    account: { id: '', name: '' },
    version: 1,
    tier: '3',
    status: 'Proposed',
    sales: null,
    dispute: null
  });
});

it('reads the list as counts', () => {
  const group = (seller: string | null, status: string | null, accounts: number) => ({
    aggregate: {
      Sales_Owner__c: value(seller),
      Tier__c: value('1'),
      Status__c: value(status),
      Id: { count: value(accounts) }
    }
  });
  const data = answered<Parameters<typeof toTargetSummary>[0]>(
    {
      newest: edges([]),
      Target_Capacity__c: edges([
        { Seller__c: value(null), Tier__c: value('1'), Accounts__c: value(12) },
        { Tier__c: value('2') }
      ])
    },
    {
      Target_Account__c: edges([
        group(null, 'Accepted', 3),
        group('005', 'Proposed', 1),
        group('005', null, 9)
      ])
    }
  );
  expect(toTargetSummary(data)).toEqual({
    listVersion: 0,
    counts: [
      { sellerId: '', tier: '1', status: 'Accepted', accounts: 3 },
      { sellerId: '005', tier: '1', status: 'Proposed', accounts: 1 }
    ],
    capacities: [{ sellerId: null, tier: '1', accounts: 12 }]
  });
});

it('reads rules and service levels', () => {
  expect(
    toRules(
      answered({
        Qualification_Rule__c: edges([
          {
            Id: 'r1',
            Kind__c: value('SQA'),
            Version__c: value(2),
            Status__c: value('Draft'),
            Criteria__c: value('{"items":[]}'),
            Published_By__r: null
          }
        ])
      })
    )
  ).toEqual([
    {
      id: 'r1',
      kind: 'SQA',
      version: 2,
      status: 'Draft',
      criteria: '{"items":[]}',
      reason: '',
      effectiveFrom: null,
      publishedBy: null
    }
  ]);
  expect(toLevels(answered({ Service_Level__c: edges([levelNode(LEVEL)]) }))).toEqual([LEVEL]);
});

it('adds up what was kept and missed, by service level', () => {
  const group = (level: string, status: string, count: number) => ({
    aggregate: { Service_Level__c: value(level), Status__c: value(status), Id: { count: value(count) } }
  });
  const data = answered<Parameters<typeof toAttainment>[0]>(
    {},
    { Commitment__c: edges([group('l1', 'Met', 8), group('l1', 'Missed', 2), group('l2', 'Missed', 1)]) }
  );
  expect([...toAttainment(data)]).toEqual([
    ['l1', { met: 8, of: 10 }],
    ['l2', { met: 0, of: 1 }]
  ]);
});

it('reads what a definition asks about; what may not be read stays unknown', () => {
  const data = answered<CandidateData>({
    Account: edges([
      {
        Id: '001A',
        Name: value('Harbor'),
        Industry: value('Energy'),
        Account_Signals__r: edges([
          { Strength__c: value('Strong'), Occurred_At__c: value('2026-11-01T09:00:00.000Z') }
        ]),
        Account_Engagements__r: edges([{ Touches_13_Weeks__c: value(4), People_13_Weeks__c: value(2) }]),
        Opportunities: edges([{ Id: '006' }]),
        Target_List_Decisions__r: edges([{ Tier__c: value('1') }])
      },
      { Id: '001B' }
    ])
  });
  const [known, unknown] = toCandidates(data);
  expect(known).toMatchObject({
    id: '001A',
    name: 'Harbor',
    own: { Industry: 'Energy', Rating: undefined },
    records: {
      signals: [
        { strength: 'Strong', occurredAt: '2026-11-01T09:00:00.000Z', expiresAt: null, notUsefulAt: null }
      ],
      engagement: { touches13: 4, people13: 2, lastTouchOn: null },
      openOpportunities: 1,
      tier: '1'
    }
  });
  expect(unknown.records).toEqual({ signals: null, engagement: null, openOpportunities: null, tier: null });
});

it('counts different roles by account', () => {
  const role = (account: string, name: string | null) => ({
    Role: value(name),
    Opportunity: { AccountId: value(account) }
  });
  const data = answered<Parameters<typeof toRolesFilled>[0]>({
    OpportunityContactRole: edges([
      role('a', 'Buyer'),
      role('a', 'Buyer'),
      role('a', 'User'),
      role('b', null)
    ])
  });
  expect([...(toRolesFilled(data) ?? [])]).toEqual([['a', 2]]);
  expect(toRolesFilled(undefined)).toBeNull();
});

it('reads KPIs and what was agreed, and leaves out what it does not know', () => {
  const data = answered<KpiData>({
    Kpi_Week__c: edges([
      {
        Kpi__c: value('MQA'),
        Tier__c: value('All'),
        Week__c: value('2026-11-16'),
        Value__c: value(5),
        Of__c: value(12)
      },
      { Kpi__c: value('Happiness'), Tier__c: value('All'), Week__c: value('2026-11-16'), Value__c: value(5) }
    ]),
    Agreed_Target__c: edges([
      {
        Id: 't1',
        Kpi__c: value('MQA'),
        Tier__c: value('All'),
        From__c: value('2026-10-01'),
        Value__c: value(6)
      },
      { Id: 't2', Kpi__c: value('MQA'), Tier__c: value('All'), From__c: value('2026-10-01') }
    ])
  });
  expect(toKpiWeeks(data)).toEqual([{ kpi: 'MQA', tier: 'All', week: '2026-11-16', value: 5, of: 12 }]);
  expect(toAgreedTargets(data)).toEqual([
    { id: 't1', kpi: 'MQA', tier: 'All', from: '2026-10-01', value: 6, reason: '' }
  ]);
});

it('reads what an agenda is made of; an object that may not be read has nothing to say', () => {
  expect([toCommitments(undefined), toInsights(undefined), toSignals(undefined)]).toEqual([[], [], []]);
  expect(
    toReviews(answered({ Alignment_Review__c: edges([{ Id: 'r', Review_Key__c: value('2026-11-23') }]) }))
  ).toEqual([
    { id: 'r', key: '2026-11-23', heldOn: null, status: '', agenda: null, decisions: '', nextOn: null }
  ]);
  expect(
    toCommitments(answered({ Commitment__c: edges([{ Id: 'c', Owed_By__c: value('Marketing') }]) }))[0]
  ).toMatchObject({ id: 'c', owedBy: 'Marketing', account: { id: '', name: '' }, responsible: null });
});
