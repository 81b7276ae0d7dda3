import { Failure } from '../lib/failure.ts';
import type { RecordFields } from '../lib/collections.ts';
import type { Calendar } from './calendar.ts';
import { FILES } from './csv-folder.ts';
import type { DealRow, ProductRow } from './csv-folder.ts';

/** How far a deal has come after this many days of engagement: each stage holds from its day on. */
const STAGES_BY_AGE = [
  { from: 270, stage: 'Negotiation/Review' },
  { from: 180, stage: 'Proposal/Price Quote' },
  { from: 150, stage: 'Id. Decision Makers' },
  { from: 90, stage: 'Value Proposition' },
  { from: 0, stage: 'Needs Analysis' }
];

export interface DealPlan {
  /** Ends in `#` and the id of the file, by which a later load finds the record. */
  name: string;
  account: string | null;
  owner: string;
  product: string;
  amount: number;
  fields: RecordFields;
}

/**
 * An opportunity for every row. The amount of a won deal is what the file says it closed with; an open or lost one
 * has the list price, which is what was or is at stake (the file gives 0 for lost deals).
 */
export function planDeals(
  deals: readonly DealRow[],
  products: readonly ProductRow[],
  calendar: Calendar
): DealPlan[] {
  const prices = new Map(products.map(({ product, sales_price }) => [product, Number(sales_price)]));
  return deals.map((deal) => {
    const amount = deal.deal_stage === 'Won' ? Number(deal.close_value) : prices.get(deal.product)!;
    const name = `${deal.account || 'New account'}: ${deal.product} #${deal.opportunity_id}`;
    const engaged = calendar.engaged(deal);
    return {
      name,
      account: deal.account || null,
      owner: deal.sales_agent,
      product: deal.product,
      amount,
      fields: {
        Name: name,
        StageName: stageOf(deal, calendar),
        CloseDate: calendar.closes(deal),
        Amount: amount,
        Description: engaged === null ? null : `Engaged on ${engaged}.`
      }
    };
  });
}

function stageOf(deal: DealRow, calendar: Calendar): string {
  switch (deal.deal_stage) {
    case 'Won':
      return 'Closed Won';
    case 'Lost':
      return 'Closed Lost';
    case 'Prospecting':
      return 'Prospecting';
    case 'Engaging': {
      const age = calendar.age(deal);
      return STAGES_BY_AGE.find(({ from }) => age >= from)!.stage;
    }
    default:
      throw new Failure(
        'UNKNOWN_STAGE',
        `${FILES.deals}, line ${deal.line}: the stage '${deal.deal_stage}' is unknown.`,
        ['Stages are Prospecting, Engaging, Won and Lost.']
      );
  }
}
