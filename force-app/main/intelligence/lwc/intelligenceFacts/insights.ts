import { nameOf, nodesOf, text, totalOf, type Connection } from 'c/graphqlAnswer';
import { type InsightNode, type ThanksNode } from 'c/intelligenceQueries';
import type { Excerpt, Insight } from 'c/intelligenceView';

/** With the thanks that each has earned, so that its author sees them. */
export function insightsOf(
  insights: Connection<InsightNode>,
  thanks: Connection<ThanksNode> | undefined,
  userId: string
): Excerpt<Insight> {
  const byInsight = Map.groupBy(nodesOf(thanks), ({ Client_Insight__c }) => text(Client_Insight__c));
  const items = nodesOf(insights).map((node) => {
    const said = byInsight.get(node.Id) ?? [];
    return {
      id: node.Id,
      text: text(node.Text__c),
      visibility: text(node.Visibility__c),
      author: nameOf(node.Author__r) ?? '',
      writtenAt: text(node.Written_At__c),
      isMine: node.Author__r?.Id === userId,
      isThanked: said.some(({ Thanked_By__r }) => Thanked_By__r?.Id === userId),
      thanks: said.map(({ Thanked_By__r, What_It_Helped__c }) => ({
        by: nameOf(Thanked_By__r) ?? '',
        helped: text(What_It_Helped__c)
      }))
    };
  });
  return { items, total: totalOf(insights) };
}
