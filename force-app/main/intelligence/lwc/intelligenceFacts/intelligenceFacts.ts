/** Turns the answers of both requests into what the panel shows. A part that the person may not see stays undefined. */
import { nodesOf, text, totalOf } from 'c/graphqlAnswer';
import { type AccountNode, type DealNode, type FactsAnswer, type PlaceAnswer } from 'c/intelligenceQueries';
import type { Fit, IntelligenceView } from 'c/intelligenceView';
import { committeeOf } from './committee';
import { commitmentsOf, DUE_SOON_DAYS } from './commitments';
import { insightsOf } from './insights';
import { signalOf } from './signals';
import { standingOf } from './standing';
import { comingOf, engagementOf, timingOf } from './timing';

/** Who looks, when, and at which page. */
export interface Situation {
  now: Date;
  timeZone: string;
  userId: string;
  /** The deal whose page it is; undefined on an account's own page. */
  dealId: string | undefined;
}

const DAY_MS = 86_400_000;

/** The account that a page is about: its own, or that of its deal. */
export function accountOf({ uiapi: { query } }: PlaceAnswer): AccountNode | undefined {
  return nodesOf(query.Account)[0] ?? nodesOf(query.Opportunity)[0]?.Account ?? undefined;
}

/** `facts` is undefined for a deal without an account: only what belongs to the deal is known. */
export function toView(
  place: PlaceAnswer,
  facts: FactsAnswer | undefined,
  situation: Situation
): IntelligenceView {
  const account = accountOf(place);
  const deal = situation.dealId ? nodesOf(place.uiapi.query.Opportunity)[0] : undefined;
  const base: IntelligenceView = {
    status: 'ready',
    accountId: account?.Id ?? '',
    accountName: text(account?.Name),
    due: 0,
    late: 0,
    fit: deal && fitOf(deal)
  };
  return account && facts ? { ...base, ...accountParts(place, facts, account, situation) } : base;
}

/** True when the person may see none of it. */
export function isDenied({ uiapi: { query } }: FactsAnswer): boolean {
  const { Target_Account__c, Account_Signal__c, open, Client_Insight__c, Account_Engagement__c } = query;
  return ![Target_Account__c, Account_Signal__c, open, Client_Insight__c, Account_Engagement__c].some(
    Boolean
  );
}

function accountParts(
  place: PlaceAnswer,
  facts: FactsAnswer,
  account: AccountNode,
  { now, timeZone, userId }: Situation
): Partial<IntelligenceView> {
  const { query } = facts.uiapi;
  const deals = nodesOf(place.uiapi.query.Opportunity).filter((deal) => deal.IsClosed?.value !== true);
  const commitments = query.open && commitmentsOf(query.open, query.closed, now);
  const engagement = nodesOf(query.Account_Engagement__c)[0];
  const open = commitments?.open.items ?? [];
  const isDue = (at: string | null): boolean =>
    at !== null && Date.parse(at) < now.getTime() + DUE_SOON_DAYS * DAY_MS;
  return {
    due: open.filter(({ dueAt }) => isDue(dueAt)).length,
    late: open.filter(({ state }) => state === 'late').length,
    standing: query.Target_Account__c && standingOf(query, account),
    signals: query.Account_Signal__c && {
      items: nodesOf(query.Account_Signal__c).map(signalOf),
      total: totalOf(query.Account_Signal__c)
    },
    committee: place.uiapi.query.OpportunityContactRole && committeeOf(place, query, account, deals),
    engagement: query.Account_Engagement__c && (engagement ? engagementOf(engagement) : null),
    timing:
      query.Account_Engagement__c &&
      timingOf(engagement, text(account.Time_Zone__c), comingOf(open, deals, { now, timeZone })),
    commitments,
    insights: query.Client_Insight__c && insightsOf(query.Client_Insight__c, query.Insight_Thanks__c, userId)
  };
}

function fitOf(deal: DealNode): Fit | undefined {
  const { Customer_Problem__c, Solved_Elsewhere__c, Referred_To__c } = deal;
  if (!Customer_Problem__c && !Solved_Elsewhere__c) {
    return undefined;
  }
  return {
    dealId: deal.Id,
    problem: Customer_Problem__c && text(Customer_Problem__c),
    solvedElsewhere: Solved_Elsewhere__c && Solved_Elsewhere__c.value === true,
    referredTo: Referred_To__c && text(Referred_To__c)
  };
}
