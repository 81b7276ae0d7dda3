/** Versions of the definitions: which counts, which is being written, and what publishing changes. */
import type { Rule, RuleKind } from 'c/agreementSource';
import type { Fields } from 'c/crm';

export const KINDS: readonly RuleKind[] = ['MQA', 'SQA'];

export interface KindRules {
  kind: RuleKind;
  /** The version in force: the newest that is published. */
  current: Rule | undefined;
  /** A newer version that nobody has published yet. */
  draft: Rule | undefined;
  /** All that were in force before, newest first. */
  former: Rule[];
}

export function rulesOf(kind: RuleKind, rules: readonly Rule[]): KindRules {
  const own = rules.filter((rule) => rule.kind === kind).sort((one, two) => two.version - one.version);
  const current = own.find(({ status }) => status === 'Published');
  return {
    kind,
    current,
    draft: own.find(({ status, version }) => status === 'Draft' && version > (current?.version ?? 0)),
    former: own.filter((rule) => rule !== current && rule.status !== 'Draft')
  };
}

/** The fields of a draft that is not kept yet. */
export function newDraft({ kind, current, former }: KindRules, criteria: string, reason: string): Fields {
  const version = Math.max(0, current?.version ?? 0, ...former.map((rule) => rule.version)) + 1;
  return {
    Rule_Key__c: `${kind}-${version}`,
    Kind__c: kind,
    Version__c: version,
    Status__c: 'Draft',
    Criteria__c: criteria,
    Reason__c: reason.trim()
  };
}

/** What publishing changes in the draft. The version before is retired after it, so that there is always one in force. */
export function publication(userId: string, at: string): Fields {
  return { Status__c: 'Published', Effective_From__c: at, Published_By__c: userId };
}
