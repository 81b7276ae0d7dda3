import {
  nodesOf,
  orNull,
  text,
  type AnswerOf,
  type Connection,
  type Reference,
  type Value
} from 'c/graphqlAnswer';
import type { CommitmentFact, InsightFact, Party, SignalFact } from 'c/reviewAgenda';
import { gql } from 'lightning/graphql';
import { named } from './nodes';

export interface Review {
  id: string;
  /** The day that it is, or was, planned for. */
  key: string;
  heldOn: string | null;
  /** As `Status__c` spells it: Planned, Held. */
  status: string;
  agenda: string | null;
  decisions: string;
  nextOn: string | null;
}

export type ReviewData = AnswerOf<{
  Alignment_Review__c?: Connection<{
    Id: string;
    Review_Key__c?: Value;
    Held_On__c?: Value;
    Status__c?: Value;
    Agenda__c?: Value;
    Decisions__c?: Value;
    Next_On__c?: Value;
  }>;
}>;

export type CommitmentData = AnswerOf<{
  Commitment__c?: Connection<{
    Id: string;
    Account__r?: Reference | null;
    Owed_By__c?: Value<Party>;
    What__c?: Value;
    Responsible__r?: Reference | null;
    Status__c?: Value;
    Due_At__c?: Value;
    Done_At__c?: Value;
    Refusal_Reason__c?: Value;
    Escalated_To__r?: Reference | null;
  }>;
}>;

export type InsightData = AnswerOf<{
  Client_Insight__c?: Connection<{
    Id: string;
    Account__r?: Reference | null;
    Author__r?: Reference | null;
    Written_At__c?: Value;
    Visibility__c?: Value;
  }>;
}>;

export type SignalData = AnswerOf<{
  Account_Signal__c?: Connection<{
    Id: string;
    Account__r?: Reference | null;
    What_Happened__c?: Value;
    Source__c?: Value;
    Not_Useful_Reason__c?: Value;
    Not_Useful_At__c?: Value;
  }>;
}>;

export type TargetIdData = AnswerOf<{ Target_Account__c?: Connection<{ Id: string; Account__c?: Value }> }>;

/** Newest first. */
export const REVIEWS = gql`
  query agreementReviews {
    uiapi {
      query {
        Alignment_Review__c(first: 50, orderBy: { Review_Key__c: { order: DESC } }) {
          edges {
            node {
              Id
              Review_Key__c @optional {
                value
              }
              Held_On__c @optional {
                value
              }
              Status__c @optional {
                value
              }
              Agenda__c @optional {
                value
              }
              Decisions__c @optional {
                value
              }
              Next_On__c @optional {
                value
              }
            }
          }
        }
      }
    }
  }
`;

/** What fell due since the last review or falls due until the next, by when it is due. */
export const COMMITMENTS = gql`
  query agreementCommitments($from: DateTime, $until: DateTime) {
    uiapi {
      query {
        Commitment__c(
          first: 2000
          where: { and: [{ Due_At__c: { gt: { value: $from } } }, { Due_At__c: { lte: { value: $until } } }] }
          orderBy: { Due_At__c: { order: ASC } }
        ) {
          edges {
            node {
              Id
              Account__r @optional {
                Id
                Name @optional {
                  value
                }
              }
              Owed_By__c @optional {
                value
              }
              What__c @optional {
                value
              }
              Responsible__r @optional {
                Id
                Name @optional {
                  value
                }
              }
              Status__c @optional {
                value
              }
              Due_At__c @optional {
                value
              }
              Done_At__c @optional {
                value
              }
              Refusal_Reason__c @optional {
                value
              }
              Escalated_To__r @optional {
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
  }
`;

/** Accounts of the target list about which something happened since the last review. */
export const MOVED_TARGETS = gql`
  query agreementMovedTargets($from: DateTime) {
    uiapi {
      query {
        Target_Account__c(
          first: 200
          where: {
            or: [
              { Status__c: { eq: "Disputed" } }
              {
                and: [
                  { Status__c: { eq: "Accepted" } }
                  {
                    or: [
                      { Sales_Signed_At__c: { gt: { value: $from } } }
                      { Marketing_Signed_At__c: { gt: { value: $from } } }
                      { Journey_Since__c: { gt: { value: $from } } }
                    ]
                  }
                ]
              }
            ]
          }
        ) {
          edges {
            node {
              Id
              Account__c @optional {
                value
              }
            }
          }
        }
      }
    }
  }
`;

/** Who wrote about which account; what was written stays where its own readers are. */
export const INSIGHTS = gql`
  query agreementInsights($from: DateTime) {
    uiapi {
      query {
        Client_Insight__c(
          first: 200
          where: { and: [{ Written_At__c: { gt: { value: $from } } }, { Visibility__c: { ne: "Private" } }] }
          orderBy: { Written_At__c: { order: DESC } }
        ) {
          edges {
            node {
              Id
              Account__r @optional {
                Id
                Name @optional {
                  value
                }
              }
              Author__r @optional {
                Id
                Name @optional {
                  value
                }
              }
              Written_At__c @optional {
                value
              }
              Visibility__c @optional {
                value
              }
            }
          }
        }
      }
    }
  }
`;

/** Signals that somebody sent back. */
export const SENT_BACK = gql`
  query agreementSentBack($from: DateTime) {
    uiapi {
      query {
        Account_Signal__c(
          first: 200
          where: { Not_Useful_At__c: { gt: { value: $from } } }
          orderBy: { Not_Useful_At__c: { order: DESC } }
        ) {
          edges {
            node {
              Id
              Account__r @optional {
                Id
                Name @optional {
                  value
                }
              }
              What_Happened__c @optional {
                value
              }
              Source__c @optional {
                value
              }
              Not_Useful_Reason__c @optional {
                value
              }
              Not_Useful_At__c @optional {
                value
              }
            }
          }
        }
      }
    }
  }
`;

const UNKNOWN = { id: '', name: '' };

export function toReviews(data: ReviewData): Review[] {
  return nodesOf(data.uiapi.query.Alignment_Review__c).map((node) => ({
    id: node.Id,
    key: text(node.Review_Key__c),
    heldOn: orNull(node.Held_On__c),
    status: text(node.Status__c),
    agenda: orNull(node.Agenda__c),
    decisions: text(node.Decisions__c),
    nextOn: orNull(node.Next_On__c)
  }));
}

export function toCommitments(data: CommitmentData | undefined): CommitmentFact[] {
  return nodesOf(data?.uiapi.query.Commitment__c).map((node) => ({
    id: node.Id,
    account: named(node.Account__r) ?? UNKNOWN,
    owedBy: orNull(node.Owed_By__c) ?? 'Sales',
    what: text(node.What__c),
    responsible: named(node.Responsible__r),
    status: text(node.Status__c),
    dueAt: text(node.Due_At__c),
    doneAt: orNull(node.Done_At__c),
    refusalReason: text(node.Refusal_Reason__c),
    escalatedTo: named(node.Escalated_To__r)
  }));
}

export function toInsights(data: InsightData | undefined): InsightFact[] {
  return nodesOf(data?.uiapi.query.Client_Insight__c).map((node) => ({
    id: node.Id,
    account: named(node.Account__r),
    author: named(node.Author__r) ?? UNKNOWN,
    writtenAt: text(node.Written_At__c),
    visibility: text(node.Visibility__c)
  }));
}

export function toSignals(data: SignalData | undefined): SignalFact[] {
  return nodesOf(data?.uiapi.query.Account_Signal__c).map((node) => ({
    id: node.Id,
    account: named(node.Account__r) ?? UNKNOWN,
    what: text(node.What_Happened__c),
    source: text(node.Source__c),
    reason: text(node.Not_Useful_Reason__c),
    at: text(node.Not_Useful_At__c)
  }));
}
