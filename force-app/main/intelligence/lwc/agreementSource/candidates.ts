import { nodesOf, orNull, text, type AnswerOf, type Connection, type Value } from 'c/graphqlAnswer';
import type { FactRecords } from 'c/qualificationFacts';
import { gql } from 'lightning/graphql';

/** The fields of an account that the preview of a definition reads; others stay unknown there. */
const OWN_FIELDS = [
  'AccountSource',
  'AnnualRevenue',
  'BillingCity',
  'BillingCountry',
  'BillingState',
  'CreatedDate',
  'Industry',
  'NumberOfEmployees',
  'Ownership',
  'Rating',
  'Type',
  'Website'
] as const;

type OwnValue = Value<string | number | boolean>;

type CandidateNode = { Id: string; Name?: Value } & Partial<Record<(typeof OWN_FIELDS)[number], OwnValue>> & {
    Account_Signals__r?: Connection<{
      Strength__c?: Value;
      Occurred_At__c?: Value;
      Expires_At__c?: Value;
      Not_Useful_At__c?: Value;
    }>;
    Account_Engagements__r?: Connection<{
      Touches_13_Weeks__c?: Value<number>;
      People_13_Weeks__c?: Value<number>;
      Last_Touch_On__c?: Value;
    }>;
    Opportunities?: Connection<object>;
    Target_List_Decisions__r?: Connection<{ Tier__c?: Value }>;
  };

export type CandidateData = AnswerOf<{ Account?: Connection<CandidateNode> }>;

export type CommitteeData = AnswerOf<{
  OpportunityContactRole?: Connection<{ Role?: Value; Opportunity?: { AccountId?: Value } | null }>;
}>;

/** An account with what a definition can ask about, but for the committee's roles. */
export interface Candidate {
  id: string;
  name: string;
  own: Record<string, string | number | boolean | null | undefined>;
  records: Omit<FactRecords, 'committeeRolesFilled'>;
}

/** One page of accounts with the records behind their facts. */
export const CANDIDATES = gql`
  query agreementCandidates($after: String, $now: DateTime) {
    uiapi {
      query {
        Account(first: 200, after: $after, orderBy: { Name: { order: ASC } }) {
          totalCount
          edges {
            node {
              Id
              Name @optional {
                value
              }
              AccountSource @optional {
                value
              }
              AnnualRevenue @optional {
                value
              }
              BillingCity @optional {
                value
              }
              BillingCountry @optional {
                value
              }
              BillingState @optional {
                value
              }
              CreatedDate @optional {
                value
              }
              Industry @optional {
                value
              }
              NumberOfEmployees @optional {
                value
              }
              Ownership @optional {
                value
              }
              Rating @optional {
                value
              }
              Type @optional {
                value
              }
              Website @optional {
                value
              }
              Account_Signals__r(
                first: 100
                where: {
                  Not_Useful_At__c: { eq: null }
                  or: [{ Expires_At__c: { eq: null } }, { Expires_At__c: { gt: { value: $now } } }]
                }
              ) @optional {
                edges {
                  node {
                    Strength__c @optional {
                      value
                    }
                    Occurred_At__c @optional {
                      value
                    }
                    Expires_At__c @optional {
                      value
                    }
                    Not_Useful_At__c @optional {
                      value
                    }
                  }
                }
              }
              Account_Engagements__r(first: 1) @optional {
                edges {
                  node {
                    Touches_13_Weeks__c @optional {
                      value
                    }
                    People_13_Weeks__c @optional {
                      value
                    }
                    Last_Touch_On__c @optional {
                      value
                    }
                  }
                }
              }
              Opportunities(first: 100, where: { IsClosed: { eq: false } }) @optional {
                edges {
                  node {
                    Id
                  }
                }
              }
              Target_List_Decisions__r(
                first: 1
                where: { Status__c: { eq: "Accepted" } }
                orderBy: { Version__c: { order: DESC } }
              ) @optional {
                edges {
                  node {
                    Tier__c @optional {
                      value
                    }
                  }
                }
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

/** Roles on the open opportunities of accounts. */
export const COMMITTEE_ROLES = gql`
  query agreementCommitteeRoles($accounts: [ID]) {
    uiapi {
      query {
        OpportunityContactRole(
          first: 2000
          where: { Opportunity: { AccountId: { in: $accounts }, IsClosed: { eq: false } } }
        ) {
          edges {
            node {
              Role @optional {
                value
              }
              Opportunity @optional {
                AccountId @optional {
                  value
                }
              }
            }
          }
        }
      }
    }
  }
`;

export function toCandidates(data: CandidateData): Candidate[] {
  return nodesOf(data.uiapi.query.Account).map((node) => {
    const engagement = nodesOf(node.Account_Engagements__r)[0];
    return {
      id: node.Id,
      name: text(node.Name),
      own: Object.fromEntries(OWN_FIELDS.map((name) => [name, node[name]?.value])),
      records: {
        signals: node.Account_Signals__r
          ? nodesOf(node.Account_Signals__r).map((signal) => ({
              strength: orNull(signal.Strength__c),
              occurredAt: orNull(signal.Occurred_At__c),
              expiresAt: orNull(signal.Expires_At__c),
              notUsefulAt: orNull(signal.Not_Useful_At__c)
            }))
          : null,
        engagement: engagement
          ? {
              touches13: orNull(engagement.Touches_13_Weeks__c),
              people13: orNull(engagement.People_13_Weeks__c),
              lastTouchOn: orNull(engagement.Last_Touch_On__c)
            }
          : null,
        openOpportunities: node.Opportunities ? nodesOf(node.Opportunities).length : null,
        tier: orNull(nodesOf(node.Target_List_Decisions__r)[0]?.Tier__c)
      }
    };
  });
}

/** Different roles that somebody fills, by account; `null` where roles cannot be read at all. */
export function toRolesFilled(data: CommitteeData | undefined): Map<string, number> | null {
  const roles = data?.uiapi.query.OpportunityContactRole;
  if (!roles) {
    return null;
  }
  const byAccount = new Map<string, Set<string>>();
  for (const node of nodesOf(roles)) {
    const account = text(node.Opportunity?.AccountId);
    const role = text(node.Role);
    if (role) {
      byAccount.set(account, (byAccount.get(account) ?? new Set()).add(role));
    }
  }
  return new Map([...byAccount].map(([account, filled]) => [account, filled.size]));
}
