import { gql } from 'lightning/graphql';

/** People by their addresses, with their accounts. */
export const PEOPLE = gql`
  query mailPeople($where: Contact_Filter) {
    uiapi {
      query {
        Contact(first: 50, where: $where) @optional {
          edges {
            node {
              Id
              Account @optional {
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
