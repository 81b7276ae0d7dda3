/**
 * The queries behind a person's own footprint. Each object that may be missing has a document of its own, so that its
 * failure empties only its own part:
 * https://developer.salesforce.com/docs/platform/graphql/guide/graphql-wire-lwc-errors.html
 */
import type { BatchNode, UsageDayNode } from 'c/footprint';
import type { AnswerOf, Connection, Value } from 'c/graphqlAnswer';
import type { PreferenceNode } from 'c/repPreferences';
import { gql } from 'lightning/graphql';

export type BatchData = AnswerOf<{
  Usage_Batch__c?: Connection<BatchNode> & Required<Pick<Connection<BatchNode>, 'pageInfo'>>;
}>;

export type DayData = AnswerOf<{ Usage_Day__c?: Connection<UsageDayNode> }>;

export type PreferenceData = AnswerOf<{ Guidance_Preference__c?: Connection<PreferenceNode> }>;

export type TitleData = AnswerOf<{
  Guidance__c?: Connection<{ Key__c?: Value; Name?: Value }>;
}>;

export interface AccessNode {
  Readers__c?: Value;
  Computed_At__c?: Value;
  Computed_By__c?: Value;
}

export type AccessData = AnswerOf<{ Usage_Access__c?: Connection<AccessNode> }>;

export const BATCHES = gql`
  query footprintBatches($userId: ID, $after: String) {
    uiapi {
      query {
        Usage_Batch__c(
          first: 200
          after: $after
          where: { OwnerId: { eq: $userId } }
          orderBy: { First_Event_At__c: { order: DESC, nulls: LAST } }
        ) {
          edges {
            node {
              Id
              Events__c @optional {
                value
              }
              Format_Version__c @optional {
                value
              }
              Dropped_Count__c @optional {
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

export const DAYS = gql`
  query footprintDays($userId: ID) {
    uiapi {
      query {
        Usage_Day__c(
          first: 2000
          where: { OwnerId: { eq: $userId } }
          orderBy: { Day__c: { order: DESC, nulls: LAST } }
        ) {
          edges {
            node {
              Id
              Day__c @optional {
                value
              }
              Guidance_Key__c @optional {
                value
              }
              Event_Count__c @optional {
                value
              }
              Shown_Count__c @optional {
                value
              }
              Opened_Count__c @optional {
                value
              }
              Completed_Count__c @optional {
                value
              }
            }
          }
        }
      }
    }
  }
`;

export const TITLES = gql`
  query footprintTitles {
    uiapi {
      query {
        Guidance__c(first: 2000) {
          edges {
            node {
              Id
              Key__c @optional {
                value
              }
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

export const ACCESS = gql`
  query footprintAccess($accessKey: String) {
    uiapi {
      query {
        Usage_Access__c(first: 1, where: { Access_Key__c: { eq: $accessKey } }) {
          edges {
            node {
              Id
              Readers__c @optional {
                value
              }
              Computed_At__c @optional {
                value
              }
              Computed_By__c @optional {
                value
              }
            }
          }
        }
      }
    }
  }
`;

export const PREFERENCE = gql`
  query footprintPreference($userKey: String) {
    uiapi {
      query {
        Guidance_Preference__c(first: 1, where: { User_Key__c: { eq: $userKey } }) {
          edges {
            node {
              Id
              Dismissed__c @optional {
                value
              }
              Snoozed__c @optional {
                value
              }
              Seen__c @optional {
                value
              }
              Density__c @optional {
                value
              }
              Quiet_Mode__c @optional {
                value
              }
              Recording_Paused__c @optional {
                value
              }
              Recording_Paused_At__c @optional {
                value
              }
              Erasure_Requested_At__c @optional {
                value
              }
              Erased_At__c @optional {
                value
              }
              Erasure_Receipt__c @optional {
                value
              }
            }
          }
        }
      }
    }
  }
`;
