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
import { named, type Named } from './nodes';

/** MQA: qualified by marketing. SQA: accepted by sales. */
export type RuleKind = 'MQA' | 'SQA';

export interface Rule {
  id: string;
  kind: RuleKind;
  version: number;
  /** As `Status__c` spells it: Draft, Published, Retired. */
  status: string;
  criteria: string;
  reason: string;
  effectiveFrom: string | null;
  publishedBy: Named | null;
}

export type RuleData = AnswerOf<{
  Qualification_Rule__c?: Connection<{
    Id: string;
    Kind__c?: Value<RuleKind>;
    Version__c?: Value<number>;
    Status__c?: Value;
    Criteria__c?: Value;
    Reason__c?: Value;
    Effective_From__c?: Value;
    Published_By__r?: Reference | null;
  }>;
}>;

/** Newest first. */
export const RULES = gql`
  query agreementRules {
    uiapi {
      query {
        Qualification_Rule__c(first: 200, orderBy: { Version__c: { order: DESC } }) {
          edges {
            node {
              Id
              Kind__c @optional {
                value
              }
              Version__c @optional {
                value
              }
              Status__c @optional {
                value
              }
              Criteria__c @optional {
                value
              }
              Reason__c @optional {
                value
              }
              Effective_From__c @optional {
                value
              }
              Published_By__r @optional {
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

export function toRules(data: RuleData): Rule[] {
  return nodesOf(data.uiapi.query.Qualification_Rule__c).map((node) => ({
    id: node.Id,
    kind: orNull(node.Kind__c) ?? 'MQA',
    version: orNull(node.Version__c) ?? 1,
    status: text(node.Status__c),
    criteria: text(node.Criteria__c),
    reason: text(node.Reason__c),
    effectiveFrom: orNull(node.Effective_From__c),
    publishedBy: named(node.Published_By__r)
  }));
}
