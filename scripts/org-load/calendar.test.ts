import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeCalendar } from './calendar.ts';
import type { DealRow } from './csv-folder.ts';

function deal(opportunity_id: string, engage_date: string, close_date: string): DealRow {
  return {
    opportunity_id,
    sales_agent: 'Ana Reed',
    product: 'GTX Pro',
    account: '',
    deal_stage: close_date === '' ? 'Engaging' : 'Won',
    engage_date,
    close_date,
    close_value: '',
    line: 2
  };
}

const won = deal('AAAA1111', '2017-06-05', '2017-12-31');
const open = deal('BBBB2222', '2017-12-01', '');
const late = deal('CCCC3333', '2026-03-12', '');
const undated = deal('DDDD4444', '', '');
const deals = [won, open, late, undated];

test('dates stay as they are without --as-of', () => {
  const calendar = makeCalendar(deals, '2026-11-21');
  assert.equal(calendar.dataEnds, '2017-12-31');
  assert.equal(calendar.shiftedByDays, 0);
  assert.equal(calendar.engaged(won), '2017-06-05');
  assert.equal(calendar.closes(won), '2017-12-31');
});

test('--as-of moves by whole weeks, to a day not after it and less than a week before', () => {
  const calendar = makeCalendar(deals, '2026-11-21', '2026-11-21');
  assert.equal(calendar.shiftedByDays % 7, 0);
  assert.equal(calendar.closes(won), '2026-11-15');
  assert.equal(calendar.engaged(won), '2026-04-20');
});

test('an open deal closes within two weeks before and four months after the end, always on the same day', () => {
  const calendar = makeCalendar(deals, '2026-11-21');
  assert.equal(calendar.closes(open), '2018-01-26');
  assert.equal(calendar.closes(open), makeCalendar(deals, '2027-01-01').closes(open));
  for (let n = 0; n < 500; n++) {
    const closes = calendar.closes(deal(`ID${n}`, '', ''));
    assert.ok(closes >= '2017-12-17' && closes <= '2018-04-30', closes);
  }
});

test('a deal engaged after the last closing counts as engaged on that day', () => {
  const calendar = makeCalendar(deals, '2026-11-21');
  assert.equal(calendar.engaged(late), '2017-12-31');
  assert.equal(calendar.age(late), 0);
  assert.equal(calendar.age(open), 30);
  assert.equal(calendar.engaged(undated), null);
});

test('data without a closed deal ends today', () => {
  assert.equal(makeCalendar([open], '2026-11-21').dataEnds, '2026-11-21');
});
