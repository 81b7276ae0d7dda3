import AgendaSource from 'c/agendaSource';
import type { AgendaChange } from 'c/agendaSource';
import {
  COMMITMENTS,
  INSIGHTS,
  KPI_WEEKS,
  MOVED_TARGETS,
  SENT_BACK,
  TARGET_VERSIONS
} from 'c/agreementSource';
import {
  AGREED_BEFORE,
  answer,
  edges,
  HARBOR,
  JONAS,
  MARTA,
  mount,
  queried,
  TARGET,
  targetNode,
  value
} from '../../../../../../test/agreement';

const PERIOD = {
  from: '2026-11-16T18:00:00.000Z',
  to: '2026-11-23T18:00:00.000Z',
  until: '2026-12-02T00:00:00.000Z'
};

const commitment = (id: string, status: string, dueAt: string) => ({
  Id: id,
  Account__r: { Id: HARBOR.id, Name: value(HARBOR.name) },
  Owed_By__c: value('Sales'),
  What__c: value('Call'),
  Status__c: value(status),
  Due_At__c: value(dueAt)
});

const account = { Id: HARBOR.id, Name: value(HARBOR.name) };

async function moved(rows: object[]): Promise<void> {
  const ids = rows.length > 0 ? [{ Id: TARGET.id, Account__c: value(HARBOR.id) }] : [];
  await answer(MOVED_TARGETS, queried({ Target_Account__c: edges(ids) }));
  if (rows.length > 0) {
    await answer(TARGET_VERSIONS, queried({ Target_Account__c: edges(rows) }));
  }
}

async function others(): Promise<void> {
  await answer(
    COMMITMENTS,
    queried({
      Commitment__c: edges([
        commitment('met', 'Met', '2026-11-20T18:00:00.000Z'),
        commitment('missed', 'Missed', '2026-11-20T19:00:00.000Z'),
        commitment('due', 'Open', '2026-12-01T18:00:00.000Z')
      ])
    })
  );
  await answer(
    SENT_BACK,
    queried({
      Account_Signal__c: edges([
        { Id: 's', Account__r: account, Not_Useful_At__c: value('2026-11-20T18:00:00.000Z') }
      ])
    })
  );
  const week = { Week__c: value('2026-11-16'), Value__c: value(5), Of__c: value(10) };
  await answer(
    KPI_WEEKS,
    queried({
      Kpi_Week__c: edges([{ Kpi__c: value('SQA'), Tier__c: value('All'), ...week }]),
      Agreed_Target__c: edges([])
    })
  );
}

const insights = () =>
  answer(
    INSIGHTS,
    queried({
      Client_Insight__c: edges([
        {
          Id: 'i',
          Account__r: account,
          Author__r: { Id: MARTA.id, Name: value(MARTA.name) },
          Written_At__c: value('2026-11-20T18:00:00.000Z'),
          Visibility__c: value('All')
        }
      ])
    })
  );

async function show() {
  const mounted = await mount('c-agenda-source', AgendaSource, { period: PERIOD });
  mounted.listen('agendachange');
  return { ...mounted, last: () => mounted.sent.at(-1)?.detail as AgendaChange };
}

afterEach(() => document.body.replaceChildren());

it('waits until all of it is there, then writes the agenda', async () => {
  const { last, sent } = await show();
  const accepted = {
    ...TARGET,
    status: 'Accepted' as const,
    sales: { who: MARTA, at: '2026-11-19T18:00:00.000Z' },
    salesOwner: MARTA,
    journeySince: '2026-11-19T18:00:00.000Z'
  };
  await moved([accepted, { ...AGREED_BEFORE, status: 'Superseded' as const }].map(targetNode));
  await others();
  expect(sent).toEqual([]);
  await insights();
  const { agenda, unseen } = last();
  expect(unseen).toEqual([]);
  expect(agenda.period).toEqual(PERIOD);
  expect(agenda.kept).toEqual({ met: 1, of: 2 });
  expect(agenda.missed.items.map(({ id }) => id)).toEqual(['missed']);
  expect(agenda.due.items.map(({ id }) => id)).toEqual(['due']);
  expect(agenda.tiers.items).toMatchObject([{ tier: '1', tierBefore: '2', signedBy: [MARTA, JONAS] }]);
  expect(agenda.progress.items).toMatchObject([{ journey: 'Engaged', owners: [JONAS, MARTA] }]);
  expect(agenda.insights.items.map(({ author }) => author)).toEqual([MARTA]);
  expect(agenda.signals.total).toBe(1);
  expect(agenda.kpis.items).toEqual([{ kpi: 'SQA', value: 5, of: 10, agreed: null, isReached: null }]);
});

it('says which points the person may not see', async () => {
  const { last } = await show();
  await moved([]);
  await others();
  await answer(INSIGHTS, { errors: [{ message: "Field 'Client_Insight__c' is undefined" }] });
  expect(last().unseen).toEqual(['insights']);
  expect(last().agenda.tiers.total).toBe(0);
  await answer(COMMITMENTS, queried({}));
  expect(last().unseen).toEqual(['insights', 'missed', 'due']);
  await insights();
  expect(last().unseen).toEqual(['missed', 'due']);
});
