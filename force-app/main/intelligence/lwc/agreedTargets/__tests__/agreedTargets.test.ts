import AgreedTargets from 'c/agreedTargets';
import type { KpiStanding } from 'c/agreementKpis';
import { KPI_WEEKS } from 'c/agreementSource';
import {
  answer,
  edges,
  emitRights,
  mount,
  queried,
  value,
  type Part
} from '../../../../../../test/agreement';
import { setClock } from '../../../../../../test/clock';

const refresh = jest.fn().mockResolvedValue(undefined);

const week = (kpi: string, tier: string, of: number) => ({
  Kpi__c: value(kpi),
  Tier__c: value(tier),
  Week__c: value('2026-11-16'),
  Value__c: value(5),
  Of__c: value(of)
});

const TARGET = {
  Id: 't1',
  Kpi__c: value('SQA'),
  Tier__c: value('All'),
  From__c: value('2026-10-05'),
  Value__c: value(4)
};

const kpis = (weeks: object[]) =>
  answer(KPI_WEEKS, {
    ...queried({ Kpi_Week__c: edges(weeks), Agreed_Target__c: edges([TARGET]) }),
    refresh
  });

type Chart = HTMLElement & { standing: KpiStanding };

beforeEach(() => {
  setClock(new Date('2026-11-20T18:00:00.000Z'));
  refresh.mockClear();
});

afterEach(() => {
  document.body.replaceChildren();
  jest.useRealTimers();
});

it('shows the KPIs of a tier beside what was agreed', async () => {
  const { element, all, texts, type } = await mount('c-agreed-targets', AgreedTargets);
  await kpis([week('SQA', 'All', 12), week('MQA', 'All', 12), week('SQA', '1', 3)]);
  const shown = () =>
    all<Chart>('c-kpi-chart').map(({ standing }) => [standing.kpi, standing.last.of, standing.gap]);
  expect(shown()).toEqual([
    ['MQA', 12, null],
    ['SQA', 12, 1]
  ]);
  await expect(element).toBeAccessible();
  await type('.tier', '1');
  expect(shown()).toEqual([['SQA', 3, null]]);
  await type('.tier', '3');
  expect(texts('.empty')).toEqual([
    'No KPI is computed for this tier yet. The sync writes them once a week has passed: caddie sync clocks.'
  ]);
});

it('lets those who may agree on a value do so, for the tier in view', async () => {
  const { all, find, press, send, type } = await mount('c-agreed-targets', AgreedTargets);
  await kpis([week('SQA', '1', 3)]);
  expect(all('.agree')).toEqual([]);
  await emitRights(true);
  await type('.tier', '1');
  await press('.agree');
  expect(find<HTMLElement & { tier: string; today: string }>('c-agreed-target-form')).toMatchObject({
    tier: '1',
    today: '2026-11-20'
  });
  await send('c-agreed-target-form', 'cancel');
  await press('.agree');
  await send('c-agreed-target-form', 'saved');
  expect(find<Part>('c-agreement-part').announcement).toBe('Agreed.');
  expect(refresh).toHaveBeenCalledTimes(1);
});

it('has states for loading, failing and no access', async () => {
  const { find, send } = await mount('c-agreed-targets', AgreedTargets);
  const status = () => find<Part>('c-agreement-part').status;
  expect(status()).toBe('loading');
  refresh.mockClear();
  await answer(KPI_WEEKS, { errors: [{ message: 'Service unavailable' }], refresh });
  expect(status()).toBe('failed');
  await send('c-agreement-part', 'retry');
  expect(refresh).toHaveBeenCalledTimes(1);
  await answer(KPI_WEEKS, {
    errors: [{ message: "Field 'Kpi_Week__c' in type 'RecordQuery' is undefined" }]
  });
  expect(status()).toBe('denied');
});
