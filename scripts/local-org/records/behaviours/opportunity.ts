import type { FieldValue, RecordValues, Store } from '../../contract.ts';
import { isChanged, objectNamed, type Behaviour, type Change, type Engine } from '../engine.ts';
import { refreshCampaign } from './campaign.ts';

interface Stage {
  isClosed: boolean;
  isWon: boolean;
  probability: FieldValue;
  category: FieldValue;
  categoryName: FieldValue;
}

const CATEGORY_BY_NAME: Readonly<Record<string, string>> = {
  Omitted: 'Omitted',
  Pipeline: 'Pipeline',
  'Best Case': 'BestCase',
  'Most Likely': 'MostLikely',
  Commit: 'Forecast',
  Closed: 'Closed'
};

function stageNamed(store: Store, name: FieldValue): Stage | null {
  const [row] = store.all(
    'SELECT "IsClosed", "IsWon", "DefaultProbability", "ForecastCategory", "ForecastCategoryName" FROM "OpportunityStage" WHERE "ApiName" = ?',
    [String(name)]
  );
  if (!row) return null;
  return {
    isClosed: row.IsClosed === 1,
    isWon: row.IsWon === 1,
    probability: row.DefaultProbability,
    category: row.ForecastCategory,
    categoryName: row.ForecastCategoryName
  };
}

/** The stage decides what the caller leaves open; what they send beside a stage stands. */
function deriveFromStage(change: Change): void {
  const { after, before, sent, engine } = change;
  const stage = stageNamed(engine.store, after.StageName);
  if (!stage) return;
  after.IsClosed = stage.isClosed;
  after.IsWon = stage.isWon;
  if (isChanged(change, 'StageName')) {
    if (!sent.has('Probability')) after.Probability = stage.probability;
    if (!sent.has('ForecastCategoryName')) after.ForecastCategoryName = stage.categoryName;
    if (before !== null) after.LastStageChangeDate = engine.now().toISOString();
  }
  after.ForecastCategory = CATEGORY_BY_NAME[String(after.ForecastCategoryName)] ?? stage.category;
}

/** Fiscal years begin in January, as in a new org. */
function deriveFromCloseDate({ before, after }: Change): void {
  const date = after.CloseDate;
  if (typeof date !== 'string') return;
  const [year, month] = date.split('-').map(Number);
  after.FiscalYear = year;
  after.FiscalQuarter = Math.ceil(month / 3);
  after.Fiscal = `${year} ${after.FiscalQuarter}`;
  const previous = before?.CloseDate;
  const isPushed = typeof previous === 'string' && date.slice(0, 7) > previous.slice(0, 7);
  after.PushCount = Number(after.PushCount ?? 0) + (isPushed ? 1 : 0);
}

function deriveAmount({ before, after, engine }: Change): void {
  // An opportunity with products has their sum as its amount; a sent amount is ignored without an error.
  if (before?.HasOpportunityLineItem === true && after.HasOpportunityLineItem === true) {
    after.Amount = sumOfLines(engine, String(before.Id));
  }
  const { Amount, Probability } = after;
  after.ExpectedRevenue =
    typeof Amount === 'number' ? Math.round(Amount * Number(Probability ?? 0)) / 100 : null;
}

/** What the products of an opportunity add up to. */
export function sumOfLines(engine: Engine, opportunityId: string): number {
  const [row] = engine.store.all(
    'SELECT coalesce(sum("TotalPrice"), 0) AS "total" FROM "OpportunityLineItem" WHERE "OpportunityId" = ? AND "IsDeleted" = 0',
    [opportunityId]
  );
  return Math.round(Number(row.total) * 100) / 100;
}

const TRACKED = ['StageName', 'Amount', 'Probability', 'CloseDate', 'ForecastCategory'];

/** One row of history for every change of what a forecast is made of. */
function recordHistory(change: Change): void {
  const { engine, after, before, id, user } = change;
  if (!TRACKED.some((field) => isChanged(change, field))) return;
  const values: RecordValues = {
    OpportunityId: id,
    PrevAmount: before?.Amount ?? null,
    PrevCloseDate: before?.CloseDate ?? null,
    ExpectedRevenue: after.ExpectedRevenue
  };
  for (const field of TRACKED) values[field] = after[field];
  engine.rows.insert(objectNamed(engine, 'OpportunityHistory'), values, user.userId);
}

export const opportunity: Behaviour = {
  derive(change) {
    deriveFromStage(change);
    deriveFromCloseDate(change);
    deriveAmount(change);
  },

  saved(change) {
    recordHistory(change);
    const campaigns = new Set([change.before?.CampaignId, change.after.CampaignId]);
    for (const id of campaigns) refreshCampaign(change.engine, id);
  },

  deleted(engine, _user, row) {
    refreshCampaign(engine, row.CampaignId);
  }
};
