import {
  agreedFor,
  KPIS,
  kpiStandings,
  shareOf,
  type AgreedTarget,
  type Kpi,
  type KpiWeek
} from 'c/agreementKpis';

const week = (kpi: Kpi, monday: string, value: number, of = 40, tier: KpiWeek['tier'] = 'All'): KpiWeek => ({
  kpi,
  tier,
  week: monday,
  value,
  of
});

const target = (kpi: Kpi, from: string, value: number): AgreedTarget => ({
  id: `${kpi} ${from}`,
  kpi,
  tier: 'All',
  from,
  value,
  reason: ''
});

it('puts the weeks of a tier in order, beside what was agreed for the newest', () => {
  const weeks = [
    week('SQA', '2026-11-16', 5),
    week('Coverage', '2026-11-16', 31),
    week('Coverage', '2026-11-09', 28),
    week('Coverage', '2026-11-16', 9, 12, '1')
  ];
  const [coverage, sqa, ...rest] = kpiStandings(weeks, [target('Coverage', '2026-10-01', 34)], 'All');
  expect(rest).toEqual([]);
  expect(coverage).toMatchObject({ kpi: 'Coverage', gap: -3, isReached: false });
  expect(coverage.weeks.map(({ value }) => value)).toEqual([28, 31]);
  expect(sqa).toMatchObject({ kpi: 'SQA', agreed: null, gap: null, isReached: null });
});

it('counts fewer days as better for speed', () => {
  const weeks = [week('Speed', '2026-11-16', 18)];
  expect(kpiStandings(weeks, [target('Speed', '2026-10-01', 20)], 'All')[0]).toMatchObject({
    gap: -2,
    isReached: true
  });
});

it('uses the newest target that had begun in the week', () => {
  const targets = [
    target('MQA', '2026-07-01', 4),
    target('MQA', '2026-11-22', 6),
    target('MQA', '2026-11-23', 9),
    target('SQA', '2026-11-01', 2)
  ];
  expect(agreedFor(targets, 'MQA', 'All', '2026-11-16')?.value).toBe(6);
  expect(agreedFor(targets, 'MQA', 'All', '2026-11-09')?.value).toBe(4);
  expect(agreedFor(targets, 'MQA', '1', '2026-11-16')).toBeNull();
  expect(agreedFor(targets, 'MQA', 'All', '2026-06-15')).toBeNull();
});

it('keeps to the order of the journey', () => {
  const weeks = [...KPIS].reverse().map((kpi) => week(kpi, '2026-11-16', 1));
  expect(kpiStandings(weeks, [], 'All').map(({ kpi }) => kpi)).toEqual([...KPIS]);
});

// Intervals by hand from Wilson's formula, as in Newcombe 1998, method 3: 81 of 263 is 25.5 % to 36.6 %.
it.each([
  [81, 263, 31, 26, 37],
  [20, 20, 100, 84, 100],
  [0, 20, 0, 0, 16],
  [12, 14, 86, 60, 96]
])('%i of %i is %i %% and lies between %i and %i %%', (met, of, percent, from, to) => {
  expect(shareOf(met, of, 10)).toEqual({ kind: 'share', met, of, percent, from, to });
});

it('says no percentage below the minimum', () => {
  expect(shareOf(3, 4, 10)).toEqual({ kind: 'few', met: 3, of: 4, minimum: 10 });
});
