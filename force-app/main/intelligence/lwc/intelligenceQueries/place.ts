import { gql } from 'lightning/graphql';

/** An account, its open deals, the roles on its deals and the people there who were in touch last. */
export const ACCOUNT_PLACE = gql`
  query accountPlace($recordId: ID) {
    uiapi {
      query {
        Account(first: 1, where: { Id: { eq: $recordId } }) @optional {
          edges {
            node {
              Id
              Name @optional {
                value
              }
              Industry @optional {
                value
              }
              Time_Zone__c @optional {
                value
              }
              Owner @optional {
                Id
                Name @optional {
                  value
                }
              }
            }
          }
        }
        Opportunity(
          first: 50
          where: { AccountId: { eq: $recordId }, IsClosed: { eq: false } }
          orderBy: { CloseDate: { order: ASC } }
        ) @optional {
          edges {
            node {
              Id
              Name @optional {
                value
              }
              CloseDate @optional {
                value
              }
            }
          }
        }
        OpportunityContactRole(
          first: 200
          where: { Opportunity: { AccountId: { eq: $recordId } } }
          orderBy: { CreatedDate: { order: DESC } }
        ) @optional {
          edges {
            node {
              Id
              Role @optional {
                value
              }
              Contact @optional {
                Id
                Name @optional {
                  value
                }
                Title @optional {
                  value
                }
                LastActivityDate @optional {
                  value
                }
              }
            }
          }
        }
        Contact(
          first: 200
          where: { AccountId: { eq: $recordId } }
          orderBy: { LastActivityDate: { order: DESC, nulls: LAST } }
        ) @optional {
          edges {
            node {
              Id
              Name @optional {
                value
              }
              Title @optional {
                value
              }
              LastActivityDate @optional {
                value
              }
            }
          }
          totalCount
        }
      }
    }
  }
`;

/** A deal with its account, the roles on this deal, and the people at the account. */
export const DEAL_PLACE = gql`
  query dealPlace($recordId: ID) {
    uiapi {
      query {
        Opportunity(first: 1, where: { Id: { eq: $recordId } }) @optional {
          edges {
            node {
              Id
              Name @optional {
                value
              }
              CloseDate @optional {
                value
              }
              IsClosed @optional {
                value
              }
              Customer_Problem__c @optional {
                value
              }
              Solved_Elsewhere__c @optional {
                value
              }
              Referred_To__c @optional {
                value
              }
              Account @optional {
                Id
                Name @optional {
                  value
                }
                Industry @optional {
                  value
                }
                Time_Zone__c @optional {
                  value
                }
                Owner @optional {
                  Id
                  Name @optional {
                    value
                  }
                }
              }
            }
          }
        }
        OpportunityContactRole(
          first: 200
          where: { OpportunityId: { eq: $recordId } }
          orderBy: { CreatedDate: { order: DESC } }
        ) @optional {
          edges {
            node {
              Id
              Role @optional {
                value
              }
              Contact @optional {
                Id
                Name @optional {
                  value
                }
                Title @optional {
                  value
                }
                LastActivityDate @optional {
                  value
                }
              }
            }
          }
        }
        Contact(
          first: 200
          where: { AccountId: { inq: { Opportunity: { Id: { eq: $recordId } }, ApiName: "AccountId" } } }
          orderBy: { LastActivityDate: { order: DESC, nulls: LAST } }
        ) @optional {
          edges {
            node {
              Id
              Name @optional {
                value
              }
              Title @optional {
                value
              }
              LastActivityDate @optional {
                value
              }
            }
          }
          totalCount
        }
      }
    }
  }
`;
