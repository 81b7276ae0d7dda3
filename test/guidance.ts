/** Pieces of guidance that component tests share. */
import type { Guidance } from 'c/guidanceContent';

export const CLOSE_PLAN: Guidance = {
  id: 'a00000000000001AAA',
  key: 'close-plan',
  kind: 'Job Aid',
  title: 'Agree the close plan before pricing',
  summary: 'Dates and names on one page, agreed with the buyer.',
  object: 'Opportunity',
  field: null,
  criteria: '{"items":[{"field":"StageName","operator":"equals","value":"Negotiation/Review"}]}',
  audience: null,
  minutes: 2,
  sellerBenefit: 'keeps the date',
  companyBenefit: 'a forecast that holds',
  priority: 80,
  language: 'en',
  startsOn: null,
  endsOn: null,
  version: 3,
  approvals: 6,
  modifiedAt: '2026-11-01T09:00:00.000Z'
};

export function piece(changes: Partial<Guidance>): Guidance {
  return { ...CLOSE_PLAN, ...changes };
}

/** Lets promises and the re-rendering that follows them finish. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 6; turn++) {
    await Promise.resolve();
  }
}
