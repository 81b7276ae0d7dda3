import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setupBehaviour as setup } from '../testing/behaviour.ts';

test('a stage brings its probability, forecast category and how it ends', () => {
  const { deal, read, update, advance } = setup();
  const id = deal({ Amount: 1000.5, StageName: 'Proposal/Price Quote' });
  const state = () =>
    read(
      'Opportunity',
      id,
      'Probability',
      'ForecastCategory',
      'ForecastCategoryName',
      'IsClosed',
      'IsWon',
      'ExpectedRevenue'
    );
  assert.deepEqual(state(), {
    Probability: 75,
    ForecastCategory: 'Pipeline',
    ForecastCategoryName: 'Pipeline',
    IsClosed: false,
    IsWon: false,
    ExpectedRevenue: 750.38
  });
  assert.equal(read('Opportunity', id, 'LastStageChangeDate').LastStageChangeDate, null);
  advance(3_600_000);
  update('Opportunity', id, { StageName: 'Closed Won' });
  assert.deepEqual(state(), {
    Probability: 100,
    ForecastCategory: 'Closed',
    ForecastCategoryName: 'Closed',
    IsClosed: true,
    IsWon: true,
    ExpectedRevenue: 1000.5
  });
  assert.equal(
    read('Opportunity', id, 'LastStageChangeDate').LastStageChangeDate,
    '2026-11-18T13:00:00.000Z'
  );
});

test('what is sent beside a stage stands, and stays while the stage does', () => {
  const { deal, read, update } = setup();
  const id = deal({ StageName: 'Qualification', Probability: 35, ForecastCategoryName: 'Commit' });
  update('Opportunity', id, { Name: 'Renamed' });
  assert.deepEqual(read('Opportunity', id, 'Probability', 'ForecastCategory'), {
    Probability: 35,
    ForecastCategory: 'Forecast'
  });
});

test('the close date gives the fiscal period, and a later month counts as a push', () => {
  const { deal, read, update } = setup();
  const id = deal({ CloseDate: '2026-12-15' });
  const state = () =>
    Object.values(read('Opportunity', id, 'FiscalYear', 'FiscalQuarter', 'Fiscal', 'PushCount'));
  assert.deepEqual(state(), [2026, 4, '2026 4', 0]);
  update('Opportunity', id, { CloseDate: '2026-12-31' });
  assert.deepEqual(state(), [2026, 4, '2026 4', 0]);
  update('Opportunity', id, { CloseDate: '2027-01-10' });
  assert.deepEqual(state(), [2027, 1, '2027 1', 1]);
  update('Opportunity', id, { CloseDate: '2026-12-01' });
  assert.deepEqual(state(), [2026, 4, '2026 4', 1]);
});

test('history has a row for the start and for every change of what a forecast is made of', () => {
  const { deal, update, org } = setup();
  const id = deal({ Amount: 100 });
  update('Opportunity', id, { NextStep: 'Call' });
  update('Opportunity', id, { Amount: 200 });
  update('Opportunity', id, { StageName: 'Qualification', CloseDate: '2027-01-15' });
  const rows = org.store.all(
    `SELECT "StageName", "Amount", "PrevAmount", "CloseDate", "PrevCloseDate" FROM "OpportunityHistory" WHERE "OpportunityId" = ? ORDER BY "Id"`,
    [id]
  );
  assert.deepEqual(
    rows.map((row) => Object.values(row)),
    [
      ['Prospecting', 100, null, '2026-12-15', null],
      ['Prospecting', 200, 100, '2026-12-15', '2026-12-15'],
      ['Qualification', 200, 200, '2027-01-15', '2026-12-15']
    ]
  );
});
