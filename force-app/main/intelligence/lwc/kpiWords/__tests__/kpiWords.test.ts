import { KPIS } from 'c/agreementKpis';
import { kpiCases, kpiHow, kpiName, kpiValue } from 'c/kpiWords';

it('has a name for every KPI', () => {
  expect(KPIS.map(kpiName)).toEqual([
    'Coverage of the target list',
    'Awareness',
    'Engagement',
    'Qualified by marketing (MQA)',
    'Accepted by sales (SQA)',
    'Opportunities',
    'Pipeline',
    'Speed',
    'Referrals'
  ]);
});

it.each([
  ['Coverage', 9, 10, '9', 'of 10'],
  ['Pipeline', 1318000, 27, '$1.3M', 'n = 27'],
  ['Speed', 22.25, 9, '22.3 days', 'n = 9']
] as const)('says %s %d of %d cases', (kpi, value, of, said, cases) => {
  expect(kpiValue(kpi, value)).toBe(said);
  expect(kpiCases(kpi, of)).toBe(cases);
});

it('says what each KPI counts', () => {
  expect(new Set(KPIS.map(kpiHow)).size).toBe(KPIS.length);
  expect(kpiHow('Speed')).toBe('Days from the first MQA verdict to the next deal, the median of 13 weeks.');
});
