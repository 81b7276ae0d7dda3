import type { Signatory } from 'c/agreementRights';
import {
  nodesOf,
  orNull,
  text,
  type AnswerOf,
  type Connection,
  type Reference,
  type Value
} from 'c/graphqlAnswer';
import { gql } from 'lightning/graphql';
import { act, named, type Named } from './nodes';

/** A promise of one side to the other, in one of its versions. */
export interface ServiceLevel {
  id: string;
  name: string;
  /** `<name>-<version>`; commitments point at it. */
  key: string;
  version: number;
  /** As `Owed_By__c` spells it: Marketing, Sales. */
  owedBy: string;
  startsWhen: string;
  promise: string;
  hours: number | null;
  percent: number | null;
  businessHours: string;
  holidays: string;
  responsible: Named | null;
  escalateTo: Named | null;
  escalateAfter: number | null;
  /** As `Status__c` spells it: Draft, Active, Retired. */
  status: string;
  signatures: Record<Signatory, { who: Named; at: string } | null>;
}

interface LevelNode {
  Id: string;
  Name?: Value;
  Level_Key__c?: Value;
  Version__c?: Value<number>;
  Owed_By__c?: Value;
  Starts_When__c?: Value;
  Promise__c?: Value;
  Target_Hours__c?: Value<number>;
  Met_Percent_Target__c?: Value<number>;
  Business_Hours__c?: Value;
  Holidays__c?: Value;
  Responsible__r?: Reference | null;
  Escalate_To__r?: Reference | null;
  Escalate_After_Missed__c?: Value<number>;
  Status__c?: Value;
  Signed_By_Sales__r?: Reference | null;
  Sales_Signed_At__c?: Value;
  Signed_By_Marketing__r?: Reference | null;
  Marketing_Signed_At__c?: Value;
  Signed_By_Finance__r?: Reference | null;
  Finance_Signed_At__c?: Value;
}

export type LevelData = AnswerOf<{ Service_Level__c?: Connection<LevelNode> }>;

export type AttainmentData = AnswerOf<
  object,
  {
    Commitment__c?: Connection<{
      aggregate: {
        Service_Level__c?: Value;
        Status__c?: Value;
        Id?: { count?: Value<number> };
      };
    }>;
  }
>;

/** Newest version first. */
export const LEVELS = gql`
  query agreementLevels {
    uiapi {
      query {
        Service_Level__c(first: 200, orderBy: { Name: { order: ASC }, Version__c: { order: DESC } }) {
          edges {
            node {
              Id
              Name @optional {
                value
              }
              Level_Key__c @optional {
                value
              }
              Version__c @optional {
                value
              }
              Owed_By__c @optional {
                value
              }
              Starts_When__c @optional {
                value
              }
              Promise__c @optional {
                value
              }
              Target_Hours__c @optional {
                value
              }
              Met_Percent_Target__c @optional {
                value
              }
              Business_Hours__c @optional {
                value
              }
              Holidays__c @optional {
                value
              }
              Responsible__r @optional {
                Id
                Name @optional {
                  value
                }
              }
              Escalate_To__r @optional {
                Id
                Name @optional {
                  value
                }
              }
              Escalate_After_Missed__c @optional {
                value
              }
              Status__c @optional {
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
              Signed_By_Finance__r @optional {
                Id
                Name @optional {
                  value
                }
              }
              Finance_Signed_At__c @optional {
                value
              }
            }
          }
        }
      }
    }
  }
`;

/** Commitments by service level and status, of the accounts that the person who looks may see. */
export const ATTAINMENT = gql`
  query agreementAttainment {
    uiapi {
      aggregate {
        Commitment__c(
          first: 2000
          where: { Status__c: { in: ["Met", "Missed"] } }
          groupBy: { Service_Level__c: { group: true }, Status__c: { group: true } }
        ) {
          edges {
            node {
              aggregate {
                Service_Level__c {
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

export function toLevels(data: LevelData): ServiceLevel[] {
  return nodesOf(data.uiapi.query.Service_Level__c).map((node) => ({
    id: node.Id,
    name: text(node.Name),
    key: text(node.Level_Key__c),
    version: orNull(node.Version__c) ?? 1,
    owedBy: text(node.Owed_By__c),
    startsWhen: text(node.Starts_When__c),
    promise: text(node.Promise__c),
    hours: orNull(node.Target_Hours__c),
    percent: orNull(node.Met_Percent_Target__c),
    businessHours: text(node.Business_Hours__c),
    holidays: text(node.Holidays__c),
    responsible: named(node.Responsible__r),
    escalateTo: named(node.Escalate_To__r),
    escalateAfter: orNull(node.Escalate_After_Missed__c),
    status: text(node.Status__c),
    signatures: {
      sales: act(node.Signed_By_Sales__r, node.Sales_Signed_At__c),
      marketing: act(node.Signed_By_Marketing__r, node.Marketing_Signed_At__c),
      finance: act(node.Signed_By_Finance__r, node.Finance_Signed_At__c)
    }
  }));
}

/** Kept and missed by the service level's Id. */
export function toAttainment(data: AttainmentData): Map<string, { met: number; of: number }> {
  const found = new Map<string, { met: number; of: number }>();
  for (const { aggregate } of nodesOf(data.uiapi.aggregate?.Commitment__c)) {
    const level = text(aggregate.Service_Level__c);
    const ended = orNull(aggregate.Id?.count) ?? 0;
    const { met, of } = found.get(level) ?? { met: 0, of: 0 };
    found.set(level, { met: met + (text(aggregate.Status__c) === 'Met' ? ended : 0), of: of + ended });
  }
  return found;
}
