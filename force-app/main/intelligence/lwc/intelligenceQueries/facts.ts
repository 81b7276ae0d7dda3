import { gql } from 'lightning/graphql';

/**
 * What is agreed, sent and written about one account, in one request of nine subqueries; a query may have ten, of 2,000
 * records each: https://developer.salesforce.com/docs/platform/graphql/guide/query-limits.html
 * Every object and field is optional: what a person may not see leaves a gap instead of failing the query.
 */
export const FACTS = gql`
  query accountFacts($accountId: ID, $now: DateTime, $since: DateTime) {
    uiapi {
      query {
        Target_Account__c(
          first: 5
          where: { Account__c: { eq: $accountId }, Status__c: { in: ["Proposed", "Accepted", "Disputed"] } }
          orderBy: { Version__c: { order: DESC } }
        ) @optional {
          edges {
            node {
              Id
              Tier__c @optional {
                value
              }
              Status__c @optional {
                value
              }
              Version__c @optional {
                value
              }
              List_Version__c @optional {
                value
              }
              Reason__c @optional {
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
            }
          }
        }
        Qualification__c(
          first: 10
          where: { Account__c: { eq: $accountId } }
          orderBy: { Decided_At__c: { order: DESC, nulls: LAST } }
        ) @optional {
          edges {
            node {
              Id
              Kind__c @optional {
                value
              }
              Verdict__c @optional {
                value
              }
              Rule_Version__c @optional {
                value
              }
              Decided_At__c @optional {
                value
              }
              Criteria_Met__c @optional {
                value
              }
              Rule__r @optional {
                Id
                Rule_Key__c @optional {
                  value
                }
              }
            }
          }
        }
        Account_Signal__c(
          first: 50
          where: {
            Account__c: { eq: $accountId }
            Not_Useful_At__c: { eq: null }
            or: [{ Expires_At__c: { eq: null } }, { Expires_At__c: { gt: { value: $now } } }]
          }
          orderBy: { Occurred_At__c: { order: DESC, nulls: LAST } }
        ) @optional {
          edges {
            node {
              Id
              Type__c @optional {
                value
              }
              What_Happened__c @optional {
                value
              }
              Reason__c @optional {
                value
              }
              Strength__c @optional {
                value
              }
              Occurred_At__c @optional {
                value
              }
              Expires_At__c @optional {
                value
              }
              Source__c @optional {
                value
              }
              Sent_By__r @optional {
                Id
                Name @optional {
                  value
                }
              }
              Url__c @optional {
                value
              }
              Matched_By__c @optional {
                value
              }
            }
          }
          totalCount
        }
        open: Commitment__c(
          first: 50
          where: {
            Account__c: { eq: $accountId }
            or: [
              { Status__c: { in: ["Open", "Accepted"] } }
              { and: [{ Status__c: { eq: "Missed" } }, { Done_At__c: { eq: null } }] }
            ]
          }
          orderBy: { Due_At__c: { order: ASC, nulls: LAST } }
        ) @optional {
          edges {
            node {
              Id
              What__c @optional {
                value
              }
              Owed_By__c @optional {
                value
              }
              Status__c @optional {
                value
              }
              Started_At__c @optional {
                value
              }
              Started_By__c @optional {
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
              Responsible__r @optional {
                Id
                Name @optional {
                  value
                }
              }
              Handed_Over_From__r @optional {
                Id
                Name @optional {
                  value
                }
              }
              Escalated_To__r @optional {
                Id
                Name @optional {
                  value
                }
              }
              Service_Level__r @optional {
                Id
                Name @optional {
                  value
                }
                Version__c @optional {
                  value
                }
                Promise__c @optional {
                  value
                }
                Target_Hours__c @optional {
                  value
                }
                Business_Hours__c @optional {
                  value
                }
                Holidays__c @optional {
                  value
                }
              }
            }
          }
          totalCount
        }
        closed: Commitment__c(
          first: 20
          where: {
            Account__c: { eq: $accountId }
            Due_At__c: { gte: { value: $since } }
            or: [
              { Status__c: { in: ["Met", "Refused"] } }
              { and: [{ Status__c: { eq: "Missed" } }, { Done_At__c: { ne: null } }] }
            ]
          }
          orderBy: { Due_At__c: { order: DESC, nulls: LAST } }
        ) @optional {
          edges {
            node {
              Id
              What__c @optional {
                value
              }
              Owed_By__c @optional {
                value
              }
              Status__c @optional {
                value
              }
              Started_At__c @optional {
                value
              }
              Started_By__c @optional {
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
              Responsible__r @optional {
                Id
                Name @optional {
                  value
                }
              }
              Handed_Over_From__r @optional {
                Id
                Name @optional {
                  value
                }
              }
              Escalated_To__r @optional {
                Id
                Name @optional {
                  value
                }
              }
              Service_Level__r @optional {
                Id
                Name @optional {
                  value
                }
                Version__c @optional {
                  value
                }
                Promise__c @optional {
                  value
                }
                Target_Hours__c @optional {
                  value
                }
                Business_Hours__c @optional {
                  value
                }
                Holidays__c @optional {
                  value
                }
              }
            }
          }
        }
        Client_Insight__c(
          first: 50
          where: { Account__c: { eq: $accountId } }
          orderBy: { Written_At__c: { order: DESC, nulls: LAST } }
        ) @optional {
          edges {
            node {
              Id
              Text__c @optional {
                value
              }
              Visibility__c @optional {
                value
              }
              Written_At__c @optional {
                value
              }
              Author__r @optional {
                Id
                Name @optional {
                  value
                }
              }
            }
          }
          totalCount
        }
        Insight_Thanks__c(first: 500, where: { Client_Insight__r: { Account__c: { eq: $accountId } } })
          @optional {
          edges {
            node {
              Id
              Client_Insight__c @optional {
                value
              }
              What_It_Helped__c @optional {
                value
              }
              Thanked_By__r @optional {
                Id
                Name @optional {
                  value
                }
              }
            }
          }
        }
        Account_Engagement__c(first: 1, where: { Account__c: { eq: $accountId } }) @optional {
          edges {
            node {
              Id
              Weeks__c @optional {
                value
              }
              Touches_13_Weeks__c @optional {
                value
              }
              People_13_Weeks__c @optional {
                value
              }
              Median_Week__c @optional {
                value
              }
              Last_Touch_On__c @optional {
                value
              }
              Answers__c @optional {
                value
              }
              Time_Zone__c @optional {
                value
              }
              Computed_At__c @optional {
                value
              }
            }
          }
        }
        Committee_Pattern__c(first: 500, orderBy: { Deals_With_Role__c: { order: DESC, nulls: LAST } })
          @optional {
          edges {
            node {
              Id
              Segment__c @optional {
                value
              }
              Role__c @optional {
                value
              }
              Won_Deals__c @optional {
                value
              }
              Deals_With_Role__c @optional {
                value
              }
              Lost_Deals__c @optional {
                value
              }
              Lost_Deals_With_Role__c @optional {
                value
              }
              Computed_At__c @optional {
                value
              }
            }
          }
        }
      }
    }
  }
`;
