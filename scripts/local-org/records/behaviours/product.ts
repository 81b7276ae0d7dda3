import type { RecordValues, UserContext } from '../../contract.ts';
import { objectNamed, type Behaviour, type Engine } from '../engine.ts';
import { systemUpdate } from '../save.ts';
import { sumOfLines } from './opportunity.ts';

function readRow(engine: Engine, object: string, id: unknown): RecordValues | undefined {
  return typeof id === 'string' ? engine.rows.read(objectNamed(engine, object), id) : undefined;
}

export const pricebookEntry: Behaviour = {
  derive({ engine, after }) {
    const product = readRow(engine, 'Product2', after.Product2Id);
    after.Name = product?.Name ?? null;
    after.ProductCode = product?.ProductCode ?? null;
  },

  /** https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_pricebookentry.htm */
  check({ engine, after }) {
    if (readRow(engine, 'Pricebook2', after.Pricebook2Id)?.IsStandard === true) return [];
    const [standard] = engine.store.all(
      `SELECT 1 FROM "PricebookEntry" e JOIN "Pricebook2" b ON b."Id" = e."Pricebook2Id"
        WHERE b."IsStandard" = 1 AND e."Product2Id" = ? AND e."IsDeleted" = 0`,
      [String(after.Product2Id)]
    );
    if (standard) return [];
    return [
      {
        errorCode: 'STANDARD_PRICE_NOT_DEFINED',
        message: 'Before creating a custom price, create a standard price.',
        fields: []
      }
    ];
  }
};

/** Brings Amount and the product flag of the opportunity up to date, with its history. */
function refreshOpportunity(
  engine: Engine,
  user: UserContext,
  opportunityId: unknown,
  pricebookId?: unknown
): void {
  const deal = readRow(engine, 'Opportunity', opportunityId);
  if (!deal || deal.IsDeleted === true) return;
  const id = String(deal.Id);
  const [line] = engine.store.all(
    'SELECT 1 FROM "OpportunityLineItem" WHERE "OpportunityId" = ? AND "IsDeleted" = 0 LIMIT 1',
    [id]
  );
  systemUpdate(engine, user, objectNamed(engine, 'Opportunity'), id, {
    HasOpportunityLineItem: line !== undefined,
    Amount: line === undefined ? deal.Amount : sumOfLines(engine, id),
    ...(typeof pricebookId === 'string' && { Pricebook2Id: pricebookId })
  });
}

export const opportunityLineItem: Behaviour = {
  derive({ engine, after }) {
    const entry = readRow(engine, 'PricebookEntry', after.PricebookEntryId);
    const deal = readRow(engine, 'Opportunity', after.OpportunityId);
    if (!entry) return;
    after.Product2Id = entry.Product2Id;
    after.ProductCode = entry.ProductCode;
    after.ListPrice = entry.UnitPrice;
    after.UnitPrice ??= entry.UnitPrice;
    after.Name = [deal?.Name, entry.Name].filter(Boolean).join(' ').slice(0, 376);
    const gross = Number(after.UnitPrice ?? 0) * Number(after.Quantity ?? 0);
    after.TotalPrice = Math.round(gross * (100 - Number(after.Discount ?? 0))) / 100;
  },

  check({ engine, after }) {
    const entry = readRow(engine, 'PricebookEntry', after.PricebookEntryId);
    const deal = readRow(engine, 'Opportunity', after.OpportunityId);
    if (!deal?.Pricebook2Id || deal.Pricebook2Id === entry?.Pricebook2Id) return [];
    return [
      {
        errorCode: 'FIELD_INTEGRITY_EXCEPTION',
        message: 'pricebook entry is in a different pricebook than the one assigned to the opportunity',
        fields: ['PricebookEntryId']
      }
    ];
  },

  saved({ engine, user, after }) {
    const entry = readRow(engine, 'PricebookEntry', after.PricebookEntryId);
    refreshOpportunity(engine, user, after.OpportunityId, entry?.Pricebook2Id);
  },

  deleted(engine, user, row) {
    refreshOpportunity(engine, user, row.OpportunityId);
  }
};
