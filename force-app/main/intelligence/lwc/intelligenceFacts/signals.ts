import { nameOf, orNull, text } from 'c/graphqlAnswer';
import { type SignalNode } from 'c/intelligenceQueries';
import type { Signal } from 'c/intelligenceView';

/** Only addresses of the web are followed: the text came from outside. */
const WEB = /^https?:\/\//i;

export function signalOf(node: SignalNode): Signal {
  const url = text(node.Url__c);
  return {
    id: node.Id,
    type: text(node.Type__c),
    what: text(node.What_Happened__c),
    why: text(node.Reason__c),
    strength: text(node.Strength__c),
    occurredAt: text(node.Occurred_At__c),
    expiresAt: orNull(node.Expires_At__c),
    source: text(node.Source__c),
    sentBy: nameOf(node.Sent_By__r),
    url: WEB.test(url) ? url : null,
    matchedBy: text(node.Matched_By__c)
  };
}
