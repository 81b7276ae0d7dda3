import { KPIS, type AgreedTarget, type Kpi, type KpiTier, type KpiWeek } from 'c/agreementKpis';
import { nodesOf, orNull, text, type AnswerOf, type Connection, type Value } from 'c/graphqlAnswer';
import { gql } from 'lightning/graphql';

export type KpiData = AnswerOf<{
  Kpi_Week__c?: Connection<{
    Kpi__c?: Value;
    Tier__c?: Value<KpiTier>;
    Week__c?: Value;
    Value__c?: Value<number>;
    Of__c?: Value<number>;
  }>;
  Agreed_Target__c?: Connection<{
    Id: string;
    Kpi__c?: Value;
    Tier__c?: Value<KpiTier>;
    From__c?: Value;
    Value__c?: Value<number>;
    Reason__c?: Value;
  }>;
}>;

/** KPIs since a day, and all that was agreed about them. */
export const KPI_WEEKS = gql`
  query agreementKpis($from: Date) {
    uiapi {
      query {
        Kpi_Week__c(
          first: 2000
          where: { Week__c: { gte: { value: $from } } }
          orderBy: { Week__c: { order: ASC } }
        ) {
          edges {
            node {
              Id
              Kpi__c @optional {
                value
              }
              Tier__c @optional {
                value
              }
              Week__c @optional {
                value
              }
              Value__c @optional {
                value
              }
              Of__c @optional {
                value
              }
            }
          }
        }
        Agreed_Target__c(first: 500, orderBy: { From__c: { order: DESC } }) {
          edges {
            node {
              Id
              Kpi__c @optional {
                value
              }
              Tier__c @optional {
                value
              }
              From__c @optional {
                value
              }
              Value__c @optional {
                value
              }
              Reason__c @optional {
                value
              }
            }
          }
        }
      }
    }
  }
`;

export function toKpiWeeks(data: KpiData): KpiWeek[] {
  return nodesOf(data.uiapi.query.Kpi_Week__c).flatMap((node) => {
    const kpi = kpiOf(node.Kpi__c);
    const tier = orNull(node.Tier__c);
    const value = orNull(node.Value__c);
    return kpi && tier && value !== null
      ? [{ kpi, tier, week: text(node.Week__c), value, of: orNull(node.Of__c) ?? 0 }]
      : [];
  });
}

export function toAgreedTargets(data: KpiData): AgreedTarget[] {
  return nodesOf(data.uiapi.query.Agreed_Target__c).flatMap((node) => {
    const kpi = kpiOf(node.Kpi__c);
    const tier = orNull(node.Tier__c);
    const value = orNull(node.Value__c);
    return kpi && tier && value !== null
      ? [{ id: node.Id, kpi, tier, from: text(node.From__c), value, reason: text(node.Reason__c) }]
      : [];
  });
}

function kpiOf(field: Value | undefined): Kpi | undefined {
  return KPIS.find((kpi) => kpi === field?.value);
}
