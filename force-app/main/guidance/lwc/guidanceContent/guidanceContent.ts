/** The published guidance of the org: the one query for it, and its pieces as the components use them. */
import type { AnswerOf, Connection, Value } from 'c/graphqlAnswer';
import type { PreferenceNode } from 'c/repPreferences';
import { gql } from 'lightning/graphql';

/** The objects whose pages can show guidance. */
export const GUIDED_OBJECTS = ['Account', 'Contact', 'Lead', 'Opportunity'];

export type Kind = 'Tip' | 'Job Aid' | 'Win Story' | 'Lesson';

/** One piece of guidance, without its body: that is read when a rep opens it. */
export interface Guidance {
  id: string;
  key: string;
  kind: Kind;
  title: string;
  summary: string;
  object: string;
  /** The field that the piece explains, or null for the whole record. */
  field: string | null;
  /** JSON of `c/criteria`, or null. */
  criteria: string | null;
  audience: string | null;
  minutes: number | null;
  sellerBenefit: string;
  companyBenefit: string;
  priority: number;
  language: string;
  startsOn: string | null;
  endsOn: string | null;
  version: number;
  /** Sellers who approved this version. */
  approvals: number;
  modifiedAt: string;
}

interface GuidanceNode {
  Id: string;
  Name?: Value;
  Kind__c?: Value;
  Key__c?: Value;
  Summary__c?: Value;
  Object__c?: Value;
  Field__c?: Value;
  Criteria__c?: Value;
  Audience__c?: Value;
  Minutes__c?: Value<number>;
  Seller_Benefit__c?: Value;
  Company_Benefit__c?: Value;
  Priority__c?: Value<number>;
  Language__c?: Value;
  Starts_On__c?: Value;
  Ends_On__c?: Value;
  Version__c?: Value<number>;
  Approvals__c?: Value<number>;
  LastModifiedDate?: Value;
}

interface ReviewNode {
  Guidance__r?: { Key__c?: Value } | null;
  Guidance_Version__c?: Value<number>;
}

export type ContentData = AnswerOf<{
  Guidance__c?: Connection<GuidanceNode>;
  Guidance_Preference__c?: Connection<PreferenceNode>;
  Guidance_Review__c?: Connection<ReviewNode>;
}>;

/**
 * All published guidance for some objects, and what this rep has decided about it, in one request. Every field is optional, so that
 * a field hidden by field-level security leaves a gap instead of failing the query:
 * https://developer.salesforce.com/docs/platform/graphql/guide/graphql-wire-lwc-optional-fields.html
 */
export const CONTENT_QUERY = gql`
  query guidance($objects: [String], $userKey: String, $userId: ID) {
    uiapi {
      query {
        Guidance__c(
          first: 2000
          where: { Status__c: { eq: "Published" }, Object__c: { in: $objects } }
          orderBy: { Priority__c: { order: DESC } }
        ) {
          edges {
            node {
              Id
              Name @optional {
                value
              }
              Kind__c @optional {
                value
              }
              Key__c @optional {
                value
              }
              Summary__c @optional {
                value
              }
              Object__c @optional {
                value
              }
              Field__c @optional {
                value
              }
              Criteria__c @optional {
                value
              }
              Audience__c @optional {
                value
              }
              Minutes__c @optional {
                value
              }
              Seller_Benefit__c @optional {
                value
              }
              Company_Benefit__c @optional {
                value
              }
              Priority__c @optional {
                value
              }
              Language__c @optional {
                value
              }
              Starts_On__c @optional {
                value
              }
              Ends_On__c @optional {
                value
              }
              Version__c @optional {
                value
              }
              Approvals__c @optional {
                value
              }
              LastModifiedDate @optional {
                value
              }
            }
          }
        }
        Guidance_Review__c(
          first: 200
          where: { Verdict__c: { eq: "Not Helpful" }, OwnerId: { eq: $userId } }
        ) @optional {
          edges {
            node {
              Guidance_Version__c @optional {
                value
              }
              Guidance__r @optional {
                Key__c @optional {
                  value
                }
              }
            }
          }
        }
        Guidance_Preference__c(first: 1, where: { User_Key__c: { eq: $userKey } }) @optional {
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

/** Pieces that can be shown: one without a key, title or object is left out rather than shown half. */
export function toGuidance(data: ContentData): Guidance[] {
  const nodes = data.uiapi.query.Guidance__c?.edges ?? [];
  return nodes.map(({ node }) => fromNode(node)).filter((piece) => piece.key && piece.title && piece.object);
}

/** The rep's preference record, if there is one. */
export function toPreferenceNode(data: ContentData): PreferenceNode | undefined {
  return data.uiapi.query.Guidance_Preference__c?.edges[0]?.node;
}

/** By key: the version that this rep found not helpful. */
export function toNotHelpful(data: ContentData): Record<string, number> {
  const versions: Record<string, number> = {};
  for (const { node } of data.uiapi.query.Guidance_Review__c?.edges ?? []) {
    const key = node.Guidance__r?.Key__c?.value;
    if (key) {
      versions[key] = Math.max(versions[key] ?? 0, node.Guidance_Version__c?.value ?? 1);
    }
  }
  return versions;
}

function fromNode(node: GuidanceNode): Guidance {
  return {
    id: node.Id,
    key: node.Key__c?.value ?? '',
    kind: (node.Kind__c?.value ?? 'Tip') as Kind,
    title: node.Name?.value ?? '',
    summary: node.Summary__c?.value ?? '',
    object: node.Object__c?.value ?? '',
    field: node.Field__c?.value ?? null,
    criteria: node.Criteria__c?.value ?? null,
    audience: node.Audience__c?.value ?? null,
    minutes: node.Minutes__c?.value ?? null,
    sellerBenefit: node.Seller_Benefit__c?.value ?? '',
    companyBenefit: node.Company_Benefit__c?.value ?? '',
    priority: node.Priority__c?.value ?? 0,
    language: node.Language__c?.value ?? 'en',
    startsOn: node.Starts_On__c?.value ?? null,
    endsOn: node.Ends_On__c?.value ?? null,
    version: node.Version__c?.value ?? 1,
    approvals: node.Approvals__c?.value ?? 0,
    modifiedAt: node.LastModifiedDate?.value ?? ''
  };
}
