import {
  nodesOf,
  orNull,
  text,
  type AnswerOf,
  type Connection,
  type Reference,
  type Value
} from 'c/graphqlAnswer';
import type { CapacityRule, TargetCount, TargetRow, TargetStatus, Tier } from 'c/targetList';
import { gql } from 'lightning/graphql';
import { act, named } from './nodes';

/** Statuses of rows that stand or wait; the others are history. */
export const OPEN_STATUSES: readonly TargetStatus[] = ['Proposed', 'Accepted', 'Disputed'];

interface TargetNode {
  Id: string;
  Account__c?: Value;
  Account__r?: Reference | null;
  Version__c?: Value<number>;
  Tier__c?: Value<Tier>;
  Status__c?: Value<TargetStatus>;
  Journey__c?: Value;
  Journey_Since__c?: Value;
  Sales_Owner__r?: Reference | null;
  Marketing_Owner__r?: Reference | null;
  Reason__c?: Value;
  Proposed_By__r?: Reference | null;
  Proposed_At__c?: Value;
  Signed_By_Sales__r?: Reference | null;
  Sales_Signed_At__c?: Value;
  Signed_By_Marketing__r?: Reference | null;
  Marketing_Signed_At__c?: Value;
  Disputed_By__r?: Reference | null;
  Disputed_At__c?: Value;
  Dispute_Reason__c?: Value;
  List_Version__c?: Value<number>;
}

export type TargetPageData = AnswerOf<{ Target_Account__c?: Connection<{ Id: string; Account__c?: Value }> }>;
export type TargetVersionData = AnswerOf<{ Target_Account__c?: Connection<TargetNode> }>;

interface Group {
  Sales_Owner__c?: Value;
  Tier__c?: Value<Tier>;
  Status__c?: Value<TargetStatus>;
  Id?: { count?: Value<number> };
}

export type TargetSummaryData = AnswerOf<
  {
    newest?: Connection<{ List_Version__c?: Value<number> }>;
    Target_Capacity__c?: Connection<{
      Seller__c?: Value;
      Tier__c?: Value<Tier>;
      Accounts__c?: Value<number>;
    }>;
  },
  { Target_Account__c?: Connection<{ aggregate: Group }> }
>;

export type SellerData = AnswerOf<{ User?: Connection<Reference> }>;

/** One page of the accounts that stand or wait in the list, whatever its length. */
export const TARGET_PAGE = gql`
  query agreementTargetPage($where: Target_Account__c_Filter, $first: Int, $after: String) {
    uiapi {
      query {
        Target_Account__c(
          first: $first
          after: $after
          where: $where
          orderBy: { Account__r: { Name: { order: ASC } }, Version__c: { order: DESC } }
        ) {
          totalCount
          edges {
            node {
              Id
              Account__c @optional {
                value
              }
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`;

/** All versions of the accounts of one page. */
export const TARGET_VERSIONS = gql`
  query agreementTargetVersions($accounts: [ID]) {
    uiapi {
      query {
        Target_Account__c(
          first: 1000
          where: { Account__c: { in: $accounts } }
          orderBy: { Account__r: { Name: { order: ASC } }, Version__c: { order: DESC } }
        ) {
          edges {
            node {
              Id
              Account__c @optional {
                value
              }
              Account__r @optional {
                Id
                Name @optional {
                  value
                }
              }
              Version__c @optional {
                value
              }
              Tier__c @optional {
                value
              }
              Status__c @optional {
                value
              }
              Journey__c @optional {
                value
              }
              Journey_Since__c @optional {
                value
              }
              Sales_Owner__r @optional {
                Id
                Name @optional {
                  value
                }
              }
              Marketing_Owner__r @optional {
                Id
                Name @optional {
                  value
                }
              }
              Reason__c @optional {
                value
              }
              Proposed_By__r @optional {
                Id
                Name @optional {
                  value
                }
              }
              Proposed_At__c @optional {
                value
              }
              Signed_By_Sales__r @optional {
                Id
                Name @optional {
                  value
                }
              }
              Sales_Signed_At__c @optional {
                value
              }
              Signed_By_Marketing__r @optional {
                Id
                Name @optional {
                  value
                }
              }
              Marketing_Signed_At__c @optional {
                value
              }
              Disputed_By__r @optional {
                Id
                Name @optional {
                  value
                }
              }
              Disputed_At__c @optional {
                value
              }
              Dispute_Reason__c @optional {
                value
              }
              List_Version__c @optional {
                value
              }
            }
          }
        }
      }
    }
  }
`;

/** The whole list as counts: by seller, tier and status; its number; and what a seller can serve well. */
export const TARGET_SUMMARY = gql`
  query agreementTargetSummary {
    uiapi {
      query {
        newest: Target_Account__c(
          first: 1
          where: { List_Version__c: { ne: null } }
          orderBy: { List_Version__c: { order: DESC, nulls: LAST } }
        ) {
          edges {
            node {
              Id
              List_Version__c @optional {
                value
              }
            }
          }
        }
        Target_Capacity__c(first: 2000) {
          edges {
            node {
              Id
              Seller__c @optional {
                value
              }
              Tier__c @optional {
                value
              }
              Accounts__c @optional {
                value
              }
            }
          }
        }
      }
      aggregate {
        Target_Account__c(
          first: 2000
          where: { Status__c: { in: ["Proposed", "Accepted", "Disputed"] } }
          groupBy: { Sales_Owner__c: { group: true }, Tier__c: { group: true }, Status__c: { group: true } }
        ) {
          edges {
            node {
              aggregate {
                Sales_Owner__c {
                  value
                }
                Tier__c {
                  value
                }
                Status__c {
                  value
                }
                Id {
                  count {
                    value
                  }
                }
              }
            }
          }
        }
      }
    }
  }
`;

/** Names of people. */
export const PEOPLE = gql`
  query agreementPeople($ids: [ID]) {
    uiapi {
      query {
        User(first: 2000, where: { Id: { in: $ids } }, orderBy: { Name: { order: ASC } }) {
          edges {
            node {
              Id
              Name @optional {
                value
              }
            }
          }
        }
      }
    }
  }
`;

export function toTargetRows(data: TargetVersionData | undefined): TargetRow[] {
  return nodesOf(data?.uiapi.query.Target_Account__c).map(toTargetRow);
}

export function toTargetRow(node: TargetNode): TargetRow {
  const dispute = act(node.Disputed_By__r, node.Disputed_At__c);
  return {
    id: node.Id,
    account: named(node.Account__r) ?? { id: text(node.Account__c), name: '' },
    version: orNull(node.Version__c) ?? 1,
    tier: orNull(node.Tier__c) ?? '3',
    status: orNull(node.Status__c) ?? 'Proposed',
    journey: text(node.Journey__c),
    journeySince: orNull(node.Journey_Since__c),
    salesOwner: named(node.Sales_Owner__r),
    marketingOwner: named(node.Marketing_Owner__r),
    reason: text(node.Reason__c),
    proposed: act(node.Proposed_By__r, node.Proposed_At__c),
    sales: act(node.Signed_By_Sales__r, node.Sales_Signed_At__c),
    marketing: act(node.Signed_By_Marketing__r, node.Marketing_Signed_At__c),
    dispute: dispute && { ...dispute, reason: text(node.Dispute_Reason__c) },
    listVersion: orNull(node.List_Version__c)
  };
}

export interface TargetSummary {
  /** Accounts by seller, tier and status; `sellerId` is empty where no seller is named. */
  counts: TargetCount[];
  capacities: CapacityRule[];
  /** Number of the list; 0 before the first row is agreed. */
  listVersion: number;
}

export function toTargetSummary({ uiapi: { query, aggregate } }: TargetSummaryData): TargetSummary {
  return {
    counts: nodesOf(aggregate?.Target_Account__c).flatMap(({ aggregate: group }) => {
      const tier = orNull(group.Tier__c);
      const status = orNull(group.Status__c);
      return tier && status
        ? [{ sellerId: text(group.Sales_Owner__c), tier, status, accounts: orNull(group.Id?.count) ?? 0 }]
        : [];
    }),
    capacities: nodesOf(query.Target_Capacity__c).flatMap((node) => {
      const tier = orNull(node.Tier__c);
      const accounts = orNull(node.Accounts__c);
      return tier && accounts !== null ? [{ sellerId: orNull(node.Seller__c), tier, accounts }] : [];
    }),
    listVersion: orNull(nodesOf(query.newest)[0]?.List_Version__c) ?? 0
  };
}
